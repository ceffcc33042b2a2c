import { isLess } from "../model/former-texts";
import type { FullText } from "../model/full-text";
import type { HeadlineId } from "../model/headline";
import { plainText } from "../model/plain-text";
import { failed, fine, type Outcome, type Trouble } from "../model/trouble";
import { type FullTextSubject, keepFullTexts, readSubject } from "../store/full-texts";
import { readItems } from "../store/items";
import { waitingHosts } from "./due";
import { fetchPage, type PageAnswer } from "./fetch-page";
import { afterVainTry } from "./full-text-tries";
import { type Hosts, noteWait, waitOf } from "./hosts";
import type { World } from "./world";

/** What came of a headline's page, and where the host asks to be left alone, until when. */
export type Read = Outcome<FullText> & { waitUntil?: number };

/** Until when a host asks to be left alone, by what its feeds and its pages have said. */
async function longestWaitOf(host: string, hosts: Hosts, now: number): Promise<number> {
	const { sources, polls } = await readItems(["sources", "polls"]);
	return Math.max(waitOf(hosts, host, now), waitingHosts(sources, polls, now).get(host) ?? 0);
}

/** Asks for a page in its turn, where its host may be read and hasn't asked to be left alone. */
async function ask(url: string, world: World, hosts: Hosts): Promise<PageAnswer> {
	const { host } = new URL(url);
	const refuse = (code: Trouble["code"], more = {}): PageAnswer => ({
		kind: "trouble",
		...failed(code, { about: host }),
		...more,
	});
	if (!(await world.hasAccess(url))) return refuse("permission-needed");
	return hosts.turns(host, async () => {
		const waitUntil = await longestWaitOf(host, hosts, world.now());
		if (waitUntil > world.now()) return refuse("too-busy", { waitUntil });
		const answer = await fetchPage(url, world);
		if (answer.kind === "trouble") noteWait(hosts, host, answer.waitUntil);
		return answer;
	});
}

/** Reads the article in a headline's page. */
async function readFullText(
	{ headline, article, fullText }: FullTextSubject,
	world: World,
	hosts: Hosts,
): Promise<Read> {
	const { id, source, url: asked, title } = headline;
	if (asked === undefined) return failed("no-page");
	const answer = await ask(asked, world, hosts);
	if (answer.kind === "trouble") {
		const { trouble, waitUntil } = answer;
		return { ok: false, trouble, ...(waitUntil !== undefined && { waitUntil }) };
	}
	const { html, url } = answer;
	const wanted = { asked, url, title, summary: plainText(article?.html ?? "") };
	const extracted = await world.extract({ html, ...wanted }).catch((cause: unknown) => {
		console.error(`${url} could not be looked through.`, cause);
		return failed("unexpected");
	});
	const about = new URL(asked).host;
	if (!extracted.ok) return failed(extracted.trouble.code, { about });
	// Nobody loses a text to a page that gives the beginning of it alone from now on.
	if (isLess(fullText?.html, extracted.value.html)) return failed("no-article", { about });
	return fine({ id, source, at: world.now(), state: "there", url, ...extracted.value });
}

/** What is to be kept of a try: of one in vain nothing, where nobody was asked and nothing was wanted. */
function toKeep({ headline, fullText }: FullTextSubject, read: Read, now: number): FullText | undefined {
	if (read.ok) return read.value;
	const { id, source } = headline;
	const { code } = read.trouble;
	if (fullText?.state === "there") return undefined;
	if (fullText?.state === "wanted") return afterVainTry(fullText, { code, now, waitUntil: read.waitUntil });
	if (code === "offline" || code === "permission-needed" || code === "no-page") return undefined;
	return { id, source, at: now, state: "failed", trouble: code };
}

/**
 * Fetches the page of a headline, takes the article out of it and keeps it; where that fails, keeps why, and
 * whether it is to be tried again. What the feed gave stays as it is.
 */
export async function fetchFullText(id: HeadlineId, world: World, hosts: Hosts): Promise<Read> {
	const archive = await world.archive();
	const subject = await readSubject(archive, id);
	if (!subject) return failed("unknown-headline");
	const read = await readFullText(subject, world, hosts);
	const keeping = toKeep(subject, read, world.now());
	if (keeping) await world.lock(() => keepFullTexts(archive, [keeping]));
	return read;
}
