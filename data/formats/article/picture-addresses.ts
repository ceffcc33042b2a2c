import type { Media } from "../../model/media";
import { prepare } from "./prepare";

/**
 * Where the pictures come from that an article shows, each once and in their order: those of its text, which was
 * parsed and is never shown, and of what its feed named beside it. The text is of no use afterwards.
 */
export function pictureAddresses(body: Element, media: readonly Media[], page: string | undefined): string[] {
	const preparing = prepare(body, media, page);
	while (!preparing.next().done);
	const shown = [...body.querySelectorAll("img")].map((picture) => picture.getAttribute("src") ?? "");
	return [...new Set(shown)].filter((address) => /^https?:/.test(address));
}
