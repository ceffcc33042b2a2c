import type { HeadlineId } from "../model/headline";
import {
	ARTICLE_PICTURES_LIMIT_BYTES,
	PICTURE_LIMIT_BYTES,
	PICTURES_LIMIT,
	type PicturesKept,
} from "../model/kept-pictures";
import { dropOtherPictures, keepPicture, readPictures } from "../store/pictures";
import { TIMEOUT_MS } from "./fetch-feed";
import { BodyTooBigError, readBody } from "./read-body";
import { requestInit } from "./requests";
import { createTurns } from "./turns";
import type { World } from "./world";

const TURN_LIMITS = { total: 4, perHost: 2 };
const ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/*;q=0.8";

/** What a browser draws as a picture; a page that says it is none is kept nowhere. */
const PICTURE_TYPE = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon)\b/i;

/** What came of keeping an article's pictures. */
export interface PicturesTried extends PicturesKept {
	/** Whether another try would bring no more. */
	isOver: boolean;
}

/** Fetches one picture; "none" where there is none to be had, "later" where there may be one another time. */
async function fetchPicture(url: string, world: World): Promise<Blob | "none" | "later"> {
	if (!(await world.hasAccess(url))) return "later";
	try {
		const signal = AbortSignal.timeout(world.timeoutMs ?? TIMEOUT_MS);
		const answer = await world.fetch(url, requestInit(world, signal, { accept: ACCEPT }));
		const [type] = PICTURE_TYPE.exec(answer.headers.get("content-type") ?? "") ?? [];
		if (!answer.ok || type === undefined) {
			await answer.body?.cancel();
			return answer.status === 429 || answer.status >= 500 ? "later" : "none";
		}
		return new Blob([await readBody(answer, PICTURE_LIMIT_BYTES)], { type });
	} catch (cause) {
		// It is counted as missed, which is all that can be said of it.
		return cause instanceof BodyTooBigError ? "none" : "later";
	}
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
	const wanted = urls.filter((url) => URL.canParse(url)).slice(0, PICTURES_LIMIT);
	const turns = createTurns(TURN_LIMITS);
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
