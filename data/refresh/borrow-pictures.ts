import { ARTICLE_PICTURES_LIMIT_BYTES, PICTURES_LIMIT } from "../model/kept-pictures";
import { fetchPicture, type PictureNetwork } from "./fetch-picture";
import { createTurns } from "./turns";

const TURN_LIMITS = { total: 4, perHost: 2 };

/**
 * Fetches pictures that a page shows already, from the hosts that may be read, within the bounds of
 * data/model/kept-pictures.ts; answers those that could be had, by their addresses. What Chromium's cache
 * has isn't asked for again; Firefox asks. Never rejects.
 */
export async function borrowPictures(
	urls: readonly string[],
	network: PictureNetwork,
): Promise<Map<string, Blob>> {
	const turns = createTurns(TURN_LIMITS);
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
	await Promise.all(
		urls
			.filter((url) => URL.canParse(url))
			.slice(0, PICTURES_LIMIT)
			.map(fetchOne),
	);
	return had;
}
