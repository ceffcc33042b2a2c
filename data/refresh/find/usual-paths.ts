import { failed, fine, type Outcome } from "../../model/trouble";
import type { World } from "../world";
import type { Candidate } from "./candidate";
import { isHostTrouble, lookAt } from "./look";

/** Where feeds lie that no page names, the commonest first: WordPress, Ghost, Jekyll, others, Hugo. */
const USUAL_PATHS = ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"];
/** How many are asked at once. */
const AT_ONCE = 2;

/**
 * Tries the usual paths of a page's own origin, in their order, until one is a feed. A host that can't answer
 * is left alone: that is the answer then. Elsewise it is `no-feed-found`.
 */
export async function tryUsualPaths(page: string, world: World): Promise<Outcome<Candidate>> {
	const addresses = USUAL_PATHS.map((path) => new URL(path, page).href).filter((url) => url !== page);
	for (let start = 0; start < addresses.length; start += AT_ONCE) {
		const pair = addresses.slice(start, start + AT_ONCE);
		const looks = await Promise.all(pair.map(async (url) => ({ url, look: await lookAt(url, world) })));
		for (const { url, look } of looks)
			if (look.kind === "feed") return fine({ url, title: "", feed: look.feed });
		for (const { look } of looks)
			if (look.kind === "trouble" && isHostTrouble(look.trouble)) return { ok: false, trouble: look.trouble };
	}
	return failed("no-feed-found", { about: page });
}
