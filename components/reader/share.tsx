import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Sharable, Sharing } from "../signals/sharing";
import type { Shared } from "./share-words";

interface ShareProps {
	sharing: Sharing;
	shared: Shared;
	/** Those of its pictures that are kept. */
	kept: Sharable["kept"];
	/** The article in the page. */
	article: RefObject<HTMLElement | null>;
}

type Entry = [label: string, act: (what: Sharable) => void];

/** What can be done with an article; without an address it has no link. */
const entriesOf = (sharing: Sharing, url: string | undefined): Entry[] => [
	...(url ? [["Copy link", sharing.copyLink] satisfies Entry] : []),
	["Copy as Markdown", sharing.copyMarkdown],
	["Copy as quotation", sharing.copyQuotation],
	...(sharing.hasSheet ? [["Share with the system…", sharing.openSheet] satisfies Entry] : []),
	["Print…", sharing.print],
	["Save as a file", sharing.save],
];

/** What of an article is selected. */
function selectedIn(article: Element): string {
	const selection = document.getSelection();
	const isInside = selection?.anchorNode && article.contains(selection.anchorNode);
	return isInside && !selection.isCollapsed ? selection.toString() : "";
}

/** The item that a key moves to, as in the ARIA Authoring Practices' pattern for menus. */
function itemAfter(items: HTMLElement[], key: string): HTMLElement | undefined {
	const at = items.findIndex((item) => item.matches(":focus"));
	const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
	if (to !== undefined) return items[(to + items.length) % items.length];
	const begins = (item: HTMLElement) => item.textContent.toLowerCase().startsWith(key.toLowerCase());
	return key.length === 1 ? [...items.slice(at + 1), ...items].find(begins) : undefined;
}

/** The menu of the ways to pass an article on. */
export function Share({ sharing, shared, kept, article }: ShareProps) {
	const open = useSignal(false);
	const place = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const menu = useRef<HTMLDivElement>(null);
	const selected = useRef("");
	const id = useId();
	const items = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
	const close = () => {
		open.value = false;
		button.current?.focus();
	};
	const choose = ([, act]: Entry) => {
		const root = article.current;
		close();
		act({
			shared,
			body: root?.querySelector(".article-body") ?? null,
			language: root?.querySelector("[lang]")?.getAttribute("lang") ?? "",
			selected: selected.current,
			kept,
		});
	};
	useLayoutEffect(() => {
		if (!open.value || !menu.current) return;
		// Where it would reach out of the window, it opens to the other side.
		const { left, right } = menu.current.getBoundingClientRect();
		menu.current.classList.toggle("menu-from-end", left < 0 || right > document.documentElement.clientWidth);
		items()[0]?.focus();
	}, [open.value]);
	useEffect(() => {
		if (!open.value) return;
		const leave = ({ target }: Event) => {
			if (target instanceof Node && !place.current?.contains(target)) open.value = false;
		};
		document.addEventListener("pointerdown", leave);
		document.addEventListener("focusin", leave);
		return () => {
			document.removeEventListener("pointerdown", leave);
			document.removeEventListener("focusin", leave);
		};
	}, [open.value]);

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey || event.key === "Tab") return;
		// A key that means something to the page means the menu here.
		event.stopPropagation();
		const next = event.key === "Escape" ? undefined : itemAfter(items(), event.key);
		if (event.key === "Escape") close();
		else if (next) next.focus();
		else return;
		event.preventDefault();
	};
	return (
		<div class="menu-place" ref={place}>
			<button
				type="button"
				class="button"
				aria-haspopup="menu"
				aria-expanded={open.value}
				aria-controls={open.value ? id : undefined}
				ref={button}
				onClick={() => {
					selected.current = article.current ? selectedIn(article.current) : "";
					void sharing.prepare();
					open.value = !open.value;
				}}
			>
				Share
			</button>
			{open.value && (
				<div class="menu" role="menu" id={id} aria-label="Share" ref={menu} onKeyDown={onKeyDown}>
					{entriesOf(sharing, shared.url).map((entry) => (
						<button key={entry[0]} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(entry)}>
							{entry[0]}
						</button>
					))}
				</div>
			)}
		</div>
	);
}
