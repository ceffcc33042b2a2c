import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { prepare } from "@/data/formats/article/prepare";
import { parseInert } from "@/data/refresh/inert";
import type { ArticlePage } from "@/data/store/read-article";
import type { ArticleMedia } from "../signals/article-media";
import { AudioPlayer } from "./audio-player";
import { createPictureDresser, picturesIn } from "./content/dress-pictures";
import { followInner } from "./content/follow-inner";
import { createFurnisher } from "./content/furnish";
import { inTasks } from "./content/in-tasks";
import { type Place, placeInPieces } from "./content/pieces";

/** What of an article its body shows. */
export interface ArticleBodyProps {
	kept: Pick<ArticlePage, "headline" | "article" | "place" | "pictures">;
	/** As its source or its page gave it. */
	html: string;
	/** Where relative addresses start from, and where films play. */
	base: string | undefined;
	media: ArticleMedia;
}

/** Puts players in the place of links to recordings. */
function addPlayers(fragment: ParentNode, { kept, media }: ArticleBodyProps): Element[] {
	return [...fragment.querySelectorAll(".part-audio")].map((part) => {
		const link = part.querySelector("a");
		const url = link?.href ?? "";
		const title = link?.textContent ?? "";
		part.replaceChildren();
		render(
			<AudioPlayer
				url={url}
				title={title}
				// A text that is shown anew has players of its own, which go on where those before them were.
				start={media.heardOf(kept.headline.id, url) ?? kept.place?.heard?.[url] ?? 0}
				speed={media.speed}
				onSpeed={media.setSpeed}
				onHeard={(seconds) => media.noteHeard(kept.headline.id, url, seconds)}
			/>,
			part,
		);
		return part;
	});
}

/** Fills an empty body with its text; answers what takes that back. */
function fill(body: HTMLElement, props: ArticleBodyProps): () => void {
	const { kept, html, base, media } = props;
	const own = new Map(
		(kept.pictures ?? []).map(({ url, picture }) => [url, URL.createObjectURL(picture)] as const),
	);
	const pictures = createPictureDresser({ load: media.pictures.value, kept: own });
	const furnish = createFurnisher();
	const players: Element[] = [];
	const place: Place = (fragment, into, from, whole) => {
		furnish(fragment, from, whole);
		pictures.dress(fragment);
		players.push(...addPlayers(fragment, props));
		into.append(fragment);
	};
	function* work() {
		const text = parseInert(html).body;
		yield;
		yield* placeInPieces(yield* prepare(text, kept.article?.media ?? [], base), body, place);
	}
	body.setAttribute("aria-busy", "true");
	const stop = inTasks(
		work(),
		() => performance.now(),
		() => {
			body.removeAttribute("aria-busy");
			media.shown.value = picturesIn(body);
		},
	);
	return () => {
		stop();
		body.removeAttribute("aria-busy");
		pictures.end();
		for (const player of players) render(null, player);
		for (const address of own.values()) URL.revokeObjectURL(address);
		media.shown.value = [];
		body.replaceChildren();
	};
}

/**
 * An article's text, made harmless on its way into the page, with its pictures and recordings. It is filled again
 * only where the text or the setting for pictures has changed: a mark leaves it as it is.
 */
export function ArticleBody(props: ArticleBodyProps) {
	const { kept, html, base, media } = props;
	const body = useRef<HTMLDivElement>(null);
	useLayoutEffect(
		() => (body.current ? fill(body.current, props) : undefined),
		[html, base, JSON.stringify(kept.article?.media), media.pictures.value],
	);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Enter on a link is a click.
		<div
			class="article-body"
			ref={body}
			onClick={(event) => body.current && followInner(event, body.current)}
		/>
	);
}
