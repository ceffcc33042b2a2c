import { isUnseen } from "./hidden";
import { PART } from "./part";
import type { Resolve } from "./pictures";
import { playerOf } from "./players";
import { isTracker } from "./trackers";

interface Still {
	words: string;
	url: string;
	/** The article's own, which is shown as its other pictures are. */
	poster?: string | undefined;
}

/** A link to what would have played here. */
function makeStill(document: Document, { words, url, poster }: Still): Element {
	const still = document.createElement("span");
	still.setAttribute(PART, "still");
	const link = document.createElement("a");
	link.setAttribute("href", url);
	if (poster !== undefined) {
		const picture = document.createElement("img");
		picture.setAttribute("src", poster);
		picture.setAttribute("alt", "");
		link.append(picture);
	}
	const name = document.createElement("span");
	name.textContent = words;
	link.append(name);
	still.append(link);
	return still;
}

/** The address of what an element would load, absolute. */
function sourceOf(element: Element, resolve: Resolve): string | undefined {
	const said = ["src", "data-src", "data-lazy-src", "data"]
		.map((name) => element.getAttribute(name))
		.find((value) => value && value !== "about:blank");
	const inner = element.querySelector("source[src], param[name=movie]");
	const address = said ?? inner?.getAttribute("src") ?? inner?.getAttribute("value");
	const url = address ? resolve(address) : undefined;
	return url !== undefined && /^https?:/.test(url) ? url : undefined;
}

function stillOfFrame(frame: Element, resolve: Resolve): Still | undefined {
	const url = sourceOf(frame, resolve);
	if (url === undefined || isUnseen(frame) || isTracker(url)) return undefined;
	return playerOf(url) ?? { words: `Open what is embedded here, from ${new URL(url).host}`, url };
}

function stillOfVideo(video: Element, resolve: Resolve, page: string | undefined): Still | undefined {
	const source = sourceOf(video, resolve);
	const poster = video.getAttribute("poster");
	const url = page ?? source;
	if (url === undefined) return undefined;
	return {
		...(playerOf(source ?? "") ?? { words: "Play the video", url }),
		...(poster && { poster: resolve(poster) }),
	};
}

/** A link to a recording, which is played in its place. */
function makeAudio(audio: Element, url: string): Element {
	const document = audio.ownerDocument;
	const part = document.createElement("span");
	part.setAttribute(PART, "audio");
	const link = document.createElement("a");
	link.setAttribute("href", url);
	link.textContent = audio.getAttribute("title")?.trim() || "Recording";
	part.append(link);
	return part;
}

/**
 * Puts links in the place of everything in an inert text that would play or be embedded: nothing is asked of
 * players unless somebody goes there. `page` is the article's own, where its videos play.
 */
export function replaceEmbeds(body: Element, resolve: Resolve, page: string | undefined): void {
	const document = body.ownerDocument;
	// An object holds what is there for browsers that can't show it, which is often an embed of the same.
	for (const outer of body.querySelectorAll("object:has(embed, iframe, video, audio, img)"))
		outer.replaceWith(...outer.childNodes);
	for (const frame of body.querySelectorAll("iframe, embed, object, frame")) {
		const still = stillOfFrame(frame, resolve);
		if (still) frame.replaceWith(makeStill(document, still));
		else frame.remove();
	}
	for (const video of body.querySelectorAll("video, amp-video")) {
		const still = stillOfVideo(video, resolve, page);
		if (still) video.replaceWith(makeStill(document, still));
		else video.remove();
	}
	for (const audio of body.querySelectorAll("audio, amp-audio")) {
		const url = sourceOf(audio, resolve);
		if (url !== undefined) audio.replaceWith(makeAudio(audio, url));
		else audio.remove();
	}
}
