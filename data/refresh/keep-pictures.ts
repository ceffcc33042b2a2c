import type { HeadlineId } from "../model/headline";
import {
	ARTICLE_PICTURES_LIMIT_BYTES,
	PICTURE_LIMIT_BYTES,
	PICTURES_LIMIT,
	type PicturesKept,
} from "../model/kept-pictures";
import { readPictures, keepPictures as store } from "../store/pictures";
import { TIMEOUT_MS } from "./fetch-feed";
import { readBody } from "./read-body";
import { requestInit } from "./requests";
import { createTurns } from "./turns";
import type { World } from "./world";

const TURN_LIMITS = { total: 4, perHost: 2 };
const ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/*;q=0.8";

/** What a browser draws as a picture; a page that says it is none is kept nowhere. */
const PICTURE_TYPE = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon)\b/i;

/** Fetches one picture; undefined where there is none to be had. */
async function fetchPicture(url: string, world: World): Promise<Blob | undefined> {
	if (!(await world.hasAccess(url))) return undefined;
	try {
		const signal = AbortSignal.timeout(world.timeoutMs ?? TIMEOUT_MS);
		const answer = await world.fetch(url, requestInit(world, signal, { accept: ACCEPT }));
		const [type] = PICTURE_TYPE.exec(answer.headers.get("content-type") ?? "") ?? [];
		if (!answer.ok || type === undefined) {
			await answer.body?.cancel();
			return undefined;
		}
		return new Blob([await readBody(answer, PICTURE_LIMIT_BYTES)], { type });
	} catch {
		// It is counted as missed, which is all that can be said of it.
		return undefined;
	}
}

/**
 * Fetches the pictures of a saved article from the hosts that may be read, and keeps them: within the bounds
 * of data/model/kept-pictures.ts, in their order. What is kept already isn't asked for again.
 */
export async function keepPictures(
	id: HeadlineId,
	urls: readonly string[],
	world: World,
): Promise<PicturesKept> {
	const archive = await world.archive();
	const before = await readPictures(archive, id);
	const turns = createTurns(TURN_LIMITS);
	let room = ARTICLE_PICTURES_LIMIT_BYTES;
	const fetched = await Promise.all(
		urls.slice(0, PICTURES_LIMIT).map(async (url) => {
			const picture =
				before.get(url) ??
				(await turns(new URL(url).host, async () => (room > 0 ? fetchPicture(url, world) : undefined)));
			room -= picture?.size ?? 0;
			return picture && room >= 0 ? [{ url, picture }] : [];
		}),
	);
	const kept = await world.lock(() => store(archive, id, fetched.flat()));
	return { kept, missed: urls.length - kept };
}
