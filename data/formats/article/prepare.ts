import type { Media } from "../../model/media";
import { removeBlanks } from "./blanks";
import { settleDirections } from "./directions";
import { drawingsToPictures } from "./drawings";
import { replaceEmbeds } from "./embeds";
import { settleHeadings } from "./headings";
import { removeHidden } from "./hidden";
import { settleLinks } from "./links";
import { breakLongText } from "./long-text";
import { settleMath } from "./math";
import { addMedia } from "./media";
import { PART } from "./part";
import { type Resolve, settlePictures } from "./pictures";
import { flattenLayout } from "./tables";

/** Makes addresses absolute against the page that they came from. */
const resolverFor =
	(page: string | undefined): Resolve =>
	(address) => {
		const trimmed = address.trim();
		return URL.canParse(trimmed, page) ? new URL(trimmed, page).href : undefined;
	};

/**
 * Brings a text that was parsed, and is never shown as it is, into the shape in which it will be sanitised and
 * shown: pictures with one address, links in place of players, absolute links, one outline of headings. Nothing is
 * asked for. It stops between its steps, for a long text takes each of them a while.
 */
export function* prepare(
	body: Element,
	media: readonly Media[],
	page: string | undefined,
): Generator<void, Element> {
	const resolve = resolverFor(page);
	const steps = [
		() => {
			for (const marked of body.querySelectorAll(`[${PART}]`)) marked.removeAttribute(PART);
		},
		() => removeHidden(body),
		() => settleMath(body),
		() => breakLongText(body),
		() => addMedia(body, media),
		() => drawingsToPictures(body),
		() => settlePictures(body, resolve),
		() => replaceEmbeds(body, resolve, page),
		() => settleLinks(body, resolve, page),
		() => removeBlanks(body),
		() => settleHeadings(body),
		() => flattenLayout(body),
		() => settleDirections(body),
	];
	for (const step of steps) {
		step();
		yield;
	}
	return body;
}
