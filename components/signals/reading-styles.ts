import { effect, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { DEFAULT_READING_STYLE, type ReadingStyle } from "@/data/model/reading-style";
import type { Source } from "@/data/model/source";
import type { Outcome } from "@/data/model/trouble";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/**
 * How articles are set, and the ways to change it. What is done for a source that has a style of its own is done
 * to that, and else to the usual style, as it is where no source is named.
 */
export interface ReadingStyles {
	/** How articles are set, what is being tried included. */
	of(source?: SourceId): ReadingStyle;
	hasOwn(source: SourceId): boolean;
	/** Whether there is nothing that {@link ReadingStyles.reset} would undo. */
	isAsUsual(source?: SourceId): boolean;
	/** Shows a change that isn't kept yet, as while a slider is moved. */
	try(change: Partial<ReadingStyle>, source?: SourceId): void;
	keep(change: Partial<ReadingStyle>, source?: SourceId): Promise<void>;
	/** Gives a source a style of its own, which begins as the usual one, or takes it away. */
	setOwn(source: SourceId, own: boolean): Promise<void>;
	/** Sets a source's own style back to the usual one, and the usual one back to how it was at first. */
	reset(source?: SourceId): Promise<void>;
}

/** What is seen and not stored yet: of a source's own style, or of the usual one. */
interface Trial {
	own: SourceId | undefined;
	change: Partial<ReadingStyle>;
}

const NOTHING: Trial = { own: undefined, change: {} };

/** The fields of a change that something stored doesn't say already. */
const missingFrom = (stored: Partial<ReadingStyle>, change: Partial<ReadingStyle>): Partial<ReadingStyle> => {
	// The entries are those of the change itself.
	const entries = Object.entries(change) as [keyof ReadingStyle, unknown][];
	return Object.fromEntries(entries.filter(([field, value]) => stored[field] !== value));
};

/** Makes the model of how articles are set. */
export function createReadingStyles(
	front: Followed<"settings" | "sources">,
	send: Send,
	notes: Notes,
): ReadingStyles {
	const trial = signal(NOTHING);
	const ownOf = (id: SourceId | undefined): Source["reading"] =>
		front.sources.value.find((source) => source.id === id)?.reading;
	/** Whose style is changed for a source: its own, or undefined for the usual one. */
	const whose = (source: SourceId | undefined) => (ownOf(source) ? source : undefined);
	const triedOf = (own: SourceId | undefined) => (trial.value.own === own ? trial.value.change : {});

	// What is stored has caught up with what was tried.
	effect(() => {
		const { own, change } = trial.value;
		const left = missingFrom(own === undefined ? front.settings.value.reading : (ownOf(own) ?? {}), change);
		if (Object.keys(left).length < Object.keys(change).length) trial.value = { own, change: left };
	});

	const change = async (own: SourceId | undefined, changed: Partial<ReadingStyle>) => {
		const outcome: Outcome<unknown> =
			own === undefined
				? await send("changeSettings", { reading: changed })
				: await send("editSource", { id: own, reading: { ...ownOf(own), ...triedOf(own), ...changed } });
		if (notes.take(outcome)) notes.tell("Saved.");
		else trial.value = NOTHING;
	};
	const replaceOwn = async (id: SourceId, reading: Partial<ReadingStyle> | null) => {
		trial.value = NOTHING;
		if (notes.take(await send("editSource", { id, reading }))) notes.tell("Saved.");
	};
	const attempt = (changed: Partial<ReadingStyle>, own: SourceId | undefined) => {
		trial.value = { own, change: { ...triedOf(own), ...changed } };
	};

	return {
		of(source) {
			const own = whose(source);
			const usual = { ...front.settings.value.reading, ...triedOf(undefined) };
			return own === undefined ? usual : { ...usual, ...ownOf(own), ...triedOf(own) };
		},
		hasOwn: (source) => ownOf(source) !== undefined,
		isAsUsual: (source) =>
			Object.keys(missingFrom(front.settings.value.reading, ownOf(source) ?? DEFAULT_READING_STYLE))
				.length === 0,
		try: (changed, source) => attempt(changed, whose(source)),
		async keep(changed, source) {
			const own = whose(source);
			attempt(changed, own);
			await change(own, changed);
		},
		setOwn: (source, own) => replaceOwn(source, own ? {} : null),
		async reset(source) {
			const own = whose(source);
			if (own !== undefined) return replaceOwn(own, {});
			trial.value = NOTHING;
			await change(undefined, DEFAULT_READING_STYLE);
		},
	};
}
