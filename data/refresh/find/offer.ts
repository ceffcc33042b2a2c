import type { FoundFeed, PreviewedHeadline } from "../../model/answers";
import type { Incoming } from "../../model/headline";
import { sourceId } from "../../model/identity";
import { fine, type Outcome } from "../../model/trouble";
import { readItems } from "../../store/items";
import { createTurns } from "../turns";
import type { World } from "../world";
import type { Candidate } from "./candidate";
import { lookAt } from "./look";

/** How many of several candidates are read, and how many at once. */
const MAX_READ = 6;
const AT_ONCE = 2;
/** How many headlines a preview shows. */
const NEWEST = 3;

/** The newest headlines, in the feed's own order where it dates none. */
function newestOf(incoming: readonly Incoming[]): PreviewedHeadline[] {
	const time = ({ publishedAt }: Incoming) => publishedAt ?? Number.NEGATIVE_INFINITY;
	return incoming
		.toSorted((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)))
		.slice(0, NEWEST)
		.map(({ title, publishedAt }) => ({ title, ...(publishedAt !== undefined && { publishedAt }) }));
}

/** Reads those candidates that may be read, as far as that is decent. */
async function readSome(candidates: readonly Candidate[], world: World): Promise<Candidate[]> {
	const turns = createTurns({ total: AT_ONCE, perHost: AT_ONCE });
	const allowed = await Promise.all(candidates.map(({ url, feed }) => !feed && world.hasAccess(url)));
	const wanted = new Set(candidates.filter((_, place) => allowed[place]).slice(0, MAX_READ));
	return Promise.all(
		candidates.map(async (candidate) => {
			if (!wanted.has(candidate)) return candidate;
			const { url } = candidate;
			const look = await turns(new URL(url).host, () => lookAt(url, world));
			return look.kind === "feed"
				? { ...candidate, feed: look.feed }
				: { ...candidate, trouble: look.trouble };
		}),
	);
}

/** A lone feed is called what it calls itself; of several each as it was named, where that tells them apart. */
function titleOf({ url, title, feed }: Candidate, all: readonly Candidate[]): string {
	const isTelling = all.length > 1 && all.filter((other) => other.title === title).length === 1;
	return (isTelling && title) || feed?.reading.title || title || url;
}

/** Candidates as the user is shown them, with what is known of each. */
export async function previewOf(candidates: readonly Candidate[]): Promise<FoundFeed[]> {
	const followed = new Set((await readItems(["sources"])).sources.flatMap(({ id, url }) => [id, url]));
	return Promise.all(
		candidates.map(async (candidate): Promise<FoundFeed> => {
			const { url, feed, trouble } = candidate;
			const incoming = feed?.reading.incoming;
			return {
				url,
				title: titleOf(candidate, candidates),
				...(incoming && { count: incoming.length, newest: newestOf(incoming) }),
				...(trouble && { trouble }),
				...((followed.has(url) || followed.has(await sourceId("feed", url))) && { known: true }),
			};
		}),
	);
}

/** Offers several candidates to choose from. Where not one of them can be read, that is the answer. */
export async function offer(candidates: readonly Candidate[], world: World): Promise<Outcome<FoundFeed[]>> {
	const read = await readSome(candidates, world);
	const [first] = read;
	if (first?.trouble && read.every(({ trouble }) => trouble)) return { ok: false, trouble: first.trouble };
	return fine(await previewOf(read));
}
