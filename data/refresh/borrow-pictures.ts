import { ARTICLE_PICTURES_LIMIT_BYTES } from "../model/kept-pictures";
import { fetchable, fetchPicture, PICTURE_TURNS, type PictureNetwork } from "./fetch-picture";
import { createTurns } from "./turns";

/**
 * Fetches pictures that a page shows already, from the hosts that may be read, within the bounds of
 * data/model/kept-pictures.ts; answers those that could be had, by their addresses. What Chromium's cache
 * has isn't asked for again; Firefox asks. Never rejects.
 */
export async function borrowPictures(
	urls: readonly string[],
	network: PictureNetwork,
): Promise<Map<string, Blob>> {
	const turns = createTurns(PICTURE_TURNS);
	const had = new Map<string, Blob>();
	let room = ARTICLE_PICTURES_LIMIT_BYTES;
	const fetchOne = async (url: string) => {
		const picture = await turns(new URL(url).host, async () =>
			room > 0 ? fetchPicture(url, network, "force-cache") : "none",
		);
		if (typeof picture === "string" || picture.size > room) return;
		room -= picture.size;
		had.set(url, picture);
	};
	await Promise.all(fetchable(urls).map(fetchOne));
	return had;
}
