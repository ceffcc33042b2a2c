import type { Elsewhere } from "../../model/answers";
import { failed, fine, type Outcome, type Trouble } from "../../model/trouble";
import { twinAddresses } from "../twin-host";
import type { World } from "../world";
import { lookAt, type ReadFeed } from "./look";

/** An address that should be a feed. */
export interface Candidate {
	url: string;
	/** As the page or the rule that named it calls it; may be empty. */
	title: string;
	/** What it holds, where it has been read. */
	feed?: ReadFeed;
	/** Why it couldn't be read. */
	trouble?: Trouble;
}

/** The answer that something lies where access has to be asked for first. */
export const elsewhere = (url: string): Outcome<Elsewhere> =>
	fine({ kind: "elsewhere", url, origin: new URL(url).origin });

/** What can be done about trouble at an address: redirects out of reach lead on to where they probably go. */
export async function explain(url: string, trouble: Trouble, world: World): Promise<Outcome<Elsewhere>> {
	if (trouble.code === "redirects-astray")
		for (const twin of twinAddresses(url)) if (!(await world.hasAccess(twin))) return elsewhere(twin);
	return { ok: false, trouble };
}

/**
 * Whether an address may be read; where not, the answer that says so: the user is asked for another origin
 * than the one that they pasted, and for that one they have been asked already.
 */
export async function refusal(
	url: string,
	pasted: URL,
	world: World,
): Promise<Outcome<Elsewhere> | undefined> {
	if (await world.hasAccess(url)) return undefined;
	const { origin, host } = new URL(url);
	return origin === pasted.origin ? failed("permission-needed", { about: host }) : elsewhere(url);
}

/** Reads the only candidate that there is; what hinders that is the answer. */
export async function readOnly(
	candidate: Candidate,
	pasted: URL,
	world: World,
): Promise<Outcome<{ kind: "feed"; feed: ReadFeed } | Elsewhere>> {
	if (candidate.feed) return fine({ kind: "feed", feed: candidate.feed });
	const refused = await refusal(candidate.url, pasted, world);
	if (refused) return refused;
	const look = await lookAt(candidate.url, world);
	return look.kind === "feed" ? fine(look) : explain(candidate.url, look.trouble, world);
}
