import { PICTURE_LIMIT_BYTES, PICTURES_LIMIT } from "../model/kept-pictures";
import { TIMEOUT_MS } from "./fetch-feed";
import { BodyTooBigError, readBody } from "./read-body";
import { type Network, requestInit } from "./requests";

const ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/*;q=0.8";

/** What a browser draws as a picture; a page that says it is none is kept nowhere. */
const PICTURE_TYPE = /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon)\b/i;

/** So many pictures are fetched at a time. */
export const PICTURE_TURNS = { total: 4, perHost: 2 };

/** Those of some addresses whose pictures are fetched for one article. */
export const fetchable = (urls: readonly string[]): string[] =>
	urls.filter((url) => URL.canParse(url)).slice(0, PICTURES_LIMIT);

/** What asking for a picture needs of the world. */
export interface PictureNetwork extends Pick<Network, "fetch" | "userAgent" | "timeoutMs"> {
	/** Whether the user has granted access to an address's host. */
	hasAccess: (url: string) => Promise<boolean>;
}

/**
 * Fetches one picture from a host that may be read; "none" where there is none to be had, "later" where there may be
 * one another time. Never rejects.
 */
export async function fetchPicture(
	url: string,
	world: PictureNetwork,
	cache: RequestCache = "no-store",
): Promise<Blob | "none" | "later"> {
	try {
		if (!(await world.hasAccess(url))) return "later";
		const signal = AbortSignal.timeout(world.timeoutMs ?? TIMEOUT_MS);
		const answer = await world.fetch(url, {
			...requestInit(world, signal, { accept: ACCEPT }),
			cache,
		});
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
