import type { Polls, Source } from "@/data/model/source";
import { sayMatter } from "../sources/poll-words";
import { whyNotAsked } from "../sources/why-not-asked";
import { sayFresh } from "../words/count";
import { sayFailed, sayStopped } from "../words/refreshed";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** What asking for news needs. */
export interface AskingParts {
	front: Followed<"sources">;
	send: Send;
	notes: Notes;
	/** Reads what polling has learnt by now, which the front may not have heard of yet. */
	readPolls: () => Promise<Polls>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Makes what asks some sources for news, and says what came of it. */
export function createAsking({ front, send, notes, readPolls, clock }: AskingParts) {
	const sayWhatFailed = async (source: Source) =>
		sayMatter(source, (await readPolls())[source.id], clock()) ?? `${source.title} couldn’t be read.`;

	return async (sources: readonly Source[]): Promise<void> => {
		const refreshed = notes.take(await send("refresh", { sources: sources.map((source) => source.id) }));
		if (!refreshed) return;
		const { asked, failed, fresh, stopped = 0 } = refreshed;
		const only = sources.length === 1 ? sources[0] : undefined;
		if (failed > 0) notes.warn(only ? await sayWhatFailed(only) : sayFailed(refreshed));
		else if (stopped > 0)
			notes.tell(only ? `Stopped before ${only.title} had answered.` : sayStopped(refreshed));
		else if (asked > 0) notes.tell(sayFresh(fresh));
		else {
			const polls = await readPolls();
			notes.tell(whyNotAsked(sources, { sources: front.sources.value, polls, now: clock() }));
		}
	};
}
