import { decode } from "../../formats/feed/decode";
import { failed, type Trouble } from "../../model/trouble";
import { fetchFeed } from "../fetch-feed";
import { type Body, type Reading, readAnswer } from "../read-answer";
import type { World } from "../world";

/** A feed that has been read, with the body that it was read from. */
export interface ReadFeed {
	body: Body;
	reading: Extract<Reading, { kind: "feed" }>;
}

/** A web page, which may name feeds. */
export interface Page {
	/** Where it came from in the end. */
	url: string;
	html: string;
	/** The `Link` header, as received. */
	links: string | null;
}

/** What stands at an address. */
export type Look =
	| { kind: "feed"; feed: ReadFeed }
	/** `trouble` is what it is called where only a feed will do. */
	| { kind: "page"; page: Page; trouble: Trouble }
	| { kind: "trouble"; trouble: Trouble };

/** Asks an address, with the `Link` header of its answer, which a feed has no use for. */
async function fetchWithLinks(url: string, world: World) {
	const seen: { links: string | null } = { links: null };
	const fetched = await fetchFeed(
		url,
		{},
		{
			...world,
			fetch: async (...request) => {
				const answer = await world.fetch(...request);
				seen.links = answer.headers.get("link");
				return answer;
			},
		},
	);
	return { fetched, links: seen.links };
}

/** Asks an address once, and tells what is there. Never rejects for what it answers. */
export async function lookAt(url: string, world: World): Promise<Look> {
	const { fetched, links } = await fetchWithLinks(url, world);
	if (fetched.kind === "unchanged")
		return { kind: "trouble", trouble: failed("odd-answer", { about: url, status: 304 }).trouble };
	if (fetched.kind === "trouble") return { kind: "trouble", trouble: fetched.trouble };
	const reading = await readAnswer(fetched);
	if (reading.kind === "feed") return { kind: "feed", feed: { body: fetched, reading } };
	const { trouble } = reading;
	if (!reading.isPage) return { kind: "trouble", trouble };
	const html = decode(fetched.bytes, fetched.contentType);
	return { kind: "page", page: { url: fetched.url, html, links }, trouble };
}

/** Whether it was the host that failed, and not the one address: then its other addresses are left alone. */
export function isHostTrouble({ code }: Trouble): boolean {
	return code === "unreachable" || code === "offline" || code === "timed-out" || code === "too-busy";
}
