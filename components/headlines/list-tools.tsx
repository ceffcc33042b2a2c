import type { Signal } from "@preact/signals";
import { Icon } from "../ui/icon";
import type { Tab } from "./rows";

const TABS: { tab: Tab; label: string }[] = [
	{ tab: "all", label: "All" },
	{ tab: "unread", label: "Unread" },
	{ tab: "saved", label: "Saved" },
	{ tab: "watched", label: "Watched" },
];

/** The tab that a key moves to, as in the ARIA Authoring Practices' pattern for tabs. */
function tabAfter(tabs: typeof TABS, tab: Tab, key: string): Tab | undefined {
	const at = tabs.findIndex((entry) => entry.tab === tab);
	const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[key];
	return to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]?.tab;
}

/** Searches the headlines as one types; `onFocus` tells that somebody is about to. */
export function Search({ query, onFocus }: { query: Signal<string>; onFocus: () => void }) {
	return (
		<div class="list-search">
			<Icon name="search" />
			<input
				type="search"
				class="field"
				aria-label="Search headlines"
				placeholder="Search"
				value={query}
				onFocus={onFocus}
				onInput={(event) => {
					query.value = event.currentTarget.value;
				}}
			/>
		</div>
	);
}

interface TabsProps {
	tab: Signal<Tab>;
	/** The id of what it chooses for. */
	panel: string;
	/** Whether what the user's rules watch for has a tab of its own. */
	withWatched?: boolean;
}

/** Chooses between all, unread and saved, and watched where that has a tab. */
export function Tabs({ tab, panel, withWatched = false }: TabsProps) {
	const tabs = withWatched ? TABS : TABS.filter((entry) => entry.tab !== "watched");
	const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
		const next = tabAfter(tabs, tab.value, event.key);
		if (!next) return;
		event.preventDefault();
		tab.value = next;
		event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
	};
	return (
		<div class="tabs" role="tablist" aria-label="Which headlines" onKeyDown={move}>
			{tabs.map((entry) => (
				<button
					key={entry.tab}
					type="button"
					role="tab"
					class="tab"
					data-tab={entry.tab}
					aria-selected={tab.value === entry.tab}
					aria-controls={panel}
					tabIndex={tab.value === entry.tab ? 0 : -1}
					onClick={() => {
						tab.value = entry.tab;
					}}
				>
					{entry.label}
				</button>
			))}
		</div>
	);
}
