import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Added, Found, FoundFeed } from "@/data/model/answers";
import { failed } from "@/data/model/trouble";
import { countOf } from "../words/count";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import type { Work } from "./work";

/** Reads addresses and asks the user for hosts; data/refresh has the real one. */
export interface Access {
	readAddress(text: string): URL | undefined;
	/** The addresses that have to be read for one: on sites with a rule, the feed's in place of the page's. */
	addressesToRead(address: URL): string[];
	/** Must be called within a click, before anything is awaited. */
	askAccess(addresses: readonly string[]): Promise<boolean>;
}

/** Following a feed: an address, perhaps a look at what it leads to, and a new source. */
export interface FollowFeed {
	/** What stands in the address field. */
	readonly address: Signal<string>;
	/** Feeds to look at and choose from. */
	readonly found: ReadonlySignal<FoundFeed[]>;
	/** Adds what an address leads to; where that is more than one feed, offers them. */
	add(address: string): Promise<void>;
	/** Shows what an address leads to, and adds nothing. */
	preview(address: string): Promise<void>;
	/** Puts what was found away. */
	dismiss(): void;
}

/** Makes the model of following a feed. */
export function createFollowFeed(send: Send, notes: Notes, work: Work, access: Access): FollowFeed {
	const address = signal("");
	const found = signal<FoundFeed[]>([]);

	// What was found belongs to the address that it was found at.
	effect(() => {
		address.value;
		found.value = [];
	});

	/** Asks for an address's host, then does something with it. */
	const withAccess = async (text: string, act: (url: URL) => Promise<void>) => {
		const url = access.readAddress(text);
		if (!url) return void notes.take(failed("not-an-address"));
		await work.during(`Looking at ${url.hostname}…`, async () => {
			if (await access.askAccess(access.addressesToRead(url))) await act(url);
			else notes.take(failed("permission-refused", { about: url.hostname }));
		});
	};

	const offer = (url: URL, answer: Found | Extract<Added, { kind: "choose" | "elsewhere" }>) => {
		if (answer.kind === "elsewhere") {
			found.value = [{ url: answer.url, title: answer.url }];
			const { hostname } = new URL(answer.url);
			notes.tell(`The feed of ${url.hostname} lives at ${hostname}. Add it to be asked for that.`);
		} else {
			found.value = answer.feeds;
			const [only, ...others] = answer.feeds;
			notes.tell(
				only && others.length === 0
					? `One feed found: ${only.title}.`
					: `${url.hostname} has ${countOf(answer.feeds.length, "feed")}. Choose which to follow.`,
			);
		}
	};

	return {
		address,
		found,
		add: (text) => {
			const typed = address.value;
			return withAccess(text, async (url) => {
				const added = notes.take(await send("addSource", { address: url.href }));
				if (!added) return;
				if (added.kind !== "added") return offer(url, added);
				const left = found.value.filter((feed) => feed.url !== url.href);
				batch(() => {
					found.value = left;
					// Whoever has typed on in the meantime keeps what they typed.
					if (left.length === 0 && address.value === typed) address.value = "";
				});
				notes.tell(`Added ${added.source.title}: ${countOf(added.headlines, "headline")}.`);
			});
		},
		dismiss() {
			found.value = [];
			notes.clear();
		},
		preview: (text) =>
			withAccess(text, async (url) => {
				const answer = notes.take(await send("findFeeds", { address: url.href }));
				if (answer) offer(url, answer);
			}),
	};
}
