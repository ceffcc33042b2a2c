import type { Media, MediaKind } from "../../model/media";
import { isTracker } from "./trackers";

const AUDIOS_AT_MOST = 10;

/** The width that an address names; publishers list one picture in many sizes. */
const widthIn = (url: string): number => Number(/[?&]w(?:idth)?=(\d{2,4})\b/.exec(url)?.[1] ?? 0);

const ofKind = (media: readonly Media[], kind: MediaKind): Media[] =>
	media.filter((one) => one.kind === kind && !isTracker(one.url));

function make(document: Document, name: string, attributes: Record<string, string | undefined>): Element {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined) element.setAttribute(key, value);
	return element;
}

/**
 * Puts above an inert text what its feed named beside it: a film, or else a picture where the text has none,
 * and recordings that aren't in the text already.
 */
export function addMedia(body: Element, media: readonly Media[]): void {
	const document = body.ownerDocument;
	const picture = ofKind(media, "image").reduce<Media | undefined>(
		(best, one) => (best && widthIn(best.url) >= widthIn(one.url) ? best : one),
		undefined,
	);
	const film = ofKind(media, "video")[0];
	const above: Element[] = [];
	if (film && !body.querySelector("video, iframe, embed, object"))
		above.push(make(document, "video", { src: film.url, poster: picture?.url }));
	else if (picture && !body.querySelector("img, picture, svg, video[poster], amp-img"))
		above.push(make(document, "img", { src: picture.url, alt: picture.title }));
	const recordings = ofKind(media, "audio").filter(
		({ url }) =>
			![...body.querySelectorAll("audio, audio source")].some((one) => one.getAttribute("src") === url),
	);
	for (const { url, title } of recordings.slice(0, AUDIOS_AT_MOST))
		above.push(make(document, "audio", { src: url, title }));
	body.prepend(
		...above.map((element) => {
			const paragraph = document.createElement("p");
			paragraph.append(element);
			return paragraph;
		}),
	);
}
