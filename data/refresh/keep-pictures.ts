import type { HeadlineId } from "../model/headline";
import { ARTICLE_PICTURES_LIMIT_BYTES, type PicturesKept } from "../model/kept-pictures";
import { dropOtherPictures, keepPicture, readPictures } from "../store/pictures";
import { fetchable, fetchPicture, PICTURE_TURNS } from "./fetch-picture";
import { createTurns } from "./turns";
import type { World } from "./world";

/** What came of keeping an article's pictures. */
export interface PicturesTried extends PicturesKept {
	/** Whether another try would bring no more. */
	isOver: boolean;
}

/**
 * Fetches the pictures of a saved article from the hosts that may be read, and keeps each as it comes: within the
 * bounds of data/model/kept-pictures.ts. What is kept already isn't asked for again, and what the article hasn't got
 * any more goes.
 */
export async function keepPictures(
	id: HeadlineId,
	urls: readonly string[],
	world: World,
): Promise<PicturesTried> {
	const archive = await world.archive();
	const before = await readPictures(archive, id);
	const wanted = fetchable(urls);
	const turns = createTurns(PICTURE_TURNS);
	let room = ARTICLE_PICTURES_LIMIT_BYTES;
	for (const url of wanted) room -= before.get(url)?.size ?? 0;
	const keep = async (url: string) => {
		if (before.has(url)) return "kept";
		const picture = await turns(new URL(url).host, async () =>
			room > 0 ? fetchPicture(url, world) : "none",
		);
		if (typeof picture === "string") return picture;
		room -= picture.size;
		if (room < 0) return "none";
		return (await world.lock(() => keepPicture(archive, { headline: id, url, picture }))) ? "kept" : "none";
	};
	const ends = await Promise.all(wanted.map(keep));
	await world.lock(() => dropOtherPictures(archive, id, new Set(wanted)));
	const kept = ends.filter((end) => end === "kept").length;
	return { kept, missed: urls.length - kept, isOver: !ends.includes("later") };
}
