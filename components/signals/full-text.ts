import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { isSameText } from "@/data/model/former-texts";
import { type FullText, isOutdated, leadsToText } from "@/data/model/full-text";
import type { HeadlineId } from "@/data/model/headline";
import { failed, type Trouble } from "@/data/model/trouble";
import type { ArticlePage } from "@/data/store/read-article";
import type { Send } from "./headline-list";

/** How it stands with the whole text of the open article. `host` is the page's. */
export type FullTextState =
	/** There is nothing to be had beyond what the source gave. */
	| { kind: "none" }
	/** It can be fetched; where that was tried in vain, why. */
	| { kind: "offered"; host: string; trouble?: Trouble }
	/** It is being fetched; `isAgain` where one is there and shown. */
	| { kind: "fetching"; host: string; isAgain?: true }
	/** It is there, and put away for what the source gave; or it has come while that is being read. */
	| { kind: "put-away" | "come"; host: string }
	/**
	 * It is there and shown. `isOld` where the headline was edited since it was fetched; `isSame` where it was asked for
	 * again, and has no other words.
	 */
	| { kind: "shown"; host: string; isOld?: true; isSame?: true; trouble?: Trouble };

/** The whole text of the open article. */
export interface FullTextReading {
	readonly state: ReadonlySignal<FullTextState>;
	/** Asks for the page's host where that is needed, and fetches it. Must be called within a click. */
	ask(): Promise<void>;
	/** Shows the whole text, or what the source gave. */
	show(whole: boolean): void;
	/**
	 * Does what the state offers: fetches the whole text, or shows the other one of what is there; answers whether it
	 * offers anything. Must be called within a click, or a key's press.
	 */
	toggle(): boolean;
}

/** What fetching a page needs of the browser; data/refresh has the real one. */
export interface PageAccess {
	/** Must be called within a click, before anything is awaited. */
	askAccess(addresses: readonly string[]): Promise<boolean>;
	/** Where sites most often send people to from an address. */
	twinAddresses(address: string): string[];
}

interface FullTextParts {
	/** The open article as the archive has it. */
	kept: ReadonlySignal<ArticlePage | undefined>;
	/** Reads the open article anew. */
	reload(id: HeadlineId): Promise<void>;
	send: Send;
	access: PageAccess;
}

const isThere = (fullText: FullText | undefined): fullText is FullText => fullText?.html !== undefined;

/** Makes the model of the open article's whole text; `isPutAway` says whose whole text isn't to be shown. */
export function createFullText({ kept, reload, send, access }: FullTextParts): FullTextReading & {
	readonly isPutAway: ReadonlySignal<boolean>;
	/** Takes note that the open article was read anew, and is to be shown as it is now. */
	renew(before: ArticlePage, now: ArticlePage): void;
} {
	const putAway = signal<HeadlineId | undefined>(undefined);
	/** Whose whole text came by itself, and hasn't been asked for yet. */
	const come = signal<HeadlineId | undefined>(undefined);
	const fetching = signal<ReadonlySet<HeadlineId>>(new Set());
	/** What went wrong last; what is worth it is kept with the article too. */
	const failure = signal<{ id: HeadlineId; trouble: Trouble } | undefined>(undefined);
	/** The whole text that was asked for again, and turned out to say what it said before. */
	const unchanged = signal<FullText | undefined>(undefined);
	const isPutAway = computed(() => putAway.value !== undefined && putAway.value === kept.value?.headline.id);

	const state = computed<FullTextState>(() => {
		if (!kept.value) return { kind: "none" };
		const { headline, fullText, revisions } = kept.value;
		if (headline.url === undefined) return { kind: "none" };
		const { host } = new URL(headline.url);
		if (isThere(fullText) && isPutAway.value)
			return { kind: come.value === headline.id ? "come" : "put-away", host };
		if (fetching.value.has(headline.id))
			return { kind: "fetching", host, ...(isThere(fullText) && { isAgain: true }) };
		const known = fullText?.trouble && { code: fullText.trouble, about: host };
		const met = failure.value?.id === headline.id ? failure.value.trouble : undefined;
		if (isThere(fullText)) {
			const isOld = isOutdated(fullText, revisions);
			// What was tried in vain before is of account where the text that is there isn't the newest.
			const trouble = isOld ? (met ?? known) : met;
			const isSame = !trouble && unchanged.value === fullText;
			return {
				kind: "shown",
				host,
				...(isOld && { isOld }),
				...(isSame && { isSame }),
				...(trouble && { trouble }),
			};
		}
		const trouble = met ?? known;
		if (!leadsToText(headline)) return { kind: "none" };
		return { kind: "offered", host, ...(trouble && { trouble }) };
	});

	const isFetching = (id: HeadlineId, begins: boolean) => {
		const ids = new Set(fetching.value);
		if (begins) ids.add(id);
		else ids.delete(id);
		fetching.value = ids;
	};

	/** The addresses to ask for: where the page led astray last time, also those that it most likely led to. */
	const addressesOf = (url: string): string[] => {
		const now = state.value;
		const isAstray = "trouble" in now && now.trouble?.code === "redirects-astray";
		return isAstray ? [url, ...access.twinAddresses(url)] : [url];
	};

	const ask = async () => {
		const { id, url } = kept.value?.headline ?? {};
		if (id === undefined || url === undefined || fetching.value.has(id)) return;
		const before = kept.value?.fullText;
		const asking = access.askAccess(addressesOf(url));
		isFetching(id, true);
		try {
			const about = new URL(url).host;
			const read = (await asking)
				? await send("fetchFullText", { id })
				: failed("permission-refused", { about });
			failure.value = read.ok ? undefined : { id, trouble: read.trouble };
			if (kept.value?.headline.id === id) await reload(id);
			const now = kept.value?.fullText;
			if (read.ok && isThere(before) && isThere(now) && now.id === id)
				unchanged.value = isSameText(before, now) ? now : undefined;
		} catch (cause) {
			console.error("A page could not be fetched.", cause);
			failure.value = { id, trouble: { code: "unexpected" } };
		} finally {
			isFetching(id, false);
		}
	};
	const show = (whole: boolean) => {
		come.value = undefined;
		putAway.value = whole ? undefined : kept.value?.headline.id;
	};

	return {
		state,
		isPutAway,
		renew(before, now) {
			const { id, kind } = before.headline;
			const hasCome = !isThere(before.fullText) && isThere(now.fullText);
			// What somebody is reading stays where it is; where there is nothing to read, there is nothing to lose.
			if (!hasCome || fetching.value.has(id) || kind === "bare") return;
			putAway.value = id;
			come.value = id;
		},
		ask,
		show,
		toggle() {
			const { kind } = state.value;
			if (kind === "offered") void ask();
			else if (kind !== "fetching" && kind !== "none") show(kind !== "shown");
			return kind !== "none";
		},
	};
}
