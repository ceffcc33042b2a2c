import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { Settings } from "@/data/model/settings";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** The pictures and recordings of articles: how they are shown, and what is remembered of them. */
export interface ArticleMedia {
	/** Whether pictures are asked for by themselves. */
	readonly pictures: ReadonlySignal<boolean>;
	readonly speed: ReadonlySignal<Settings["listeningSpeed"]>;
	/** Where the pictures come from that are on the screen. */
	readonly shown: Signal<string[]>;
	setSpeed(speed: Settings["listeningSpeed"]): void;
	/** Notes how far a recording has been heard, in seconds. */
	noteHeard(id: HeadlineId, url: string, seconds: number): void;
	/** How far a recording has been heard since the page was opened, in seconds; undefined where it hasn't. */
	heardOf(id: HeadlineId, url: string): number | undefined;
	/**
	 * Asks, where the user wants the pictures of saved articles kept, for access to the hosts of those that are
	 * shown. Must be called inside the click that saves; answers what keeps them once that is done.
	 */
	askToKeep(id: HeadlineId): () => Promise<void>;
}

interface ArticleMediaParts {
	settings: ReadonlySignal<Settings>;
	send: Send;
	notes: Notes;
	/** Asks the user for access to the hosts of some addresses, inside a click. */
	askAccess: (addresses: readonly string[]) => Promise<boolean>;
}

const keyOf = (id: HeadlineId, url: string): string => JSON.stringify([id, url]);

/** Makes what articles need for their pictures and recordings. */
export function createArticleMedia({ settings, send, notes, askAccess }: ArticleMediaParts): ArticleMedia {
	const shown = signal<string[]>([]);
	const heard = new Map<string, number>();
	const take = async (outcome: ReturnType<Send>) => void notes.take(await outcome);
	return {
		pictures: computed(() => settings.value.pictures),
		speed: computed(() => settings.value.listeningSpeed),
		shown,
		setSpeed: (listeningSpeed) => void take(send("changeSettings", { listeningSpeed })),
		noteHeard(id, url, seconds) {
			heard.set(keyOf(id, url), seconds);
			void take(send("keepPlace", { id, heard: { [url]: seconds } }));
		},
		heardOf: (id, url) => heard.get(keyOf(id, url)),
		askToKeep(id) {
			const urls = shown.value;
			if (!settings.value.keepPictures || urls.length === 0) return async () => {};
			// A refusal leaves the hosts that may be read already; what is missed is said.
			const asked = askAccess(urls).catch((cause) =>
				console.error("The browser could not be asked for access.", cause),
			);
			return async () => {
				await asked;
				const answer = notes.take(await send("keepPictures", { id }));
				if (answer && answer.missed > 0)
					notes.warn(
						answer.kept === 0
							? "The pictures of this article couldn’t be kept. They show while you are online."
							: `${answer.missed} of ${answer.missed + answer.kept} pictures couldn’t be kept. They show while you are online.`,
					);
			};
		},
	};
}
