import { DEFAULT_SETTINGS } from "../../../data/model/settings";
import type { Kept } from "./kept";

type Flag = "read" | "saved";

/** What must hold after a crash: what was acknowledged, unless something later may have undone it. */
export interface Acknowledged {
	/** Notes that a headline gets or loses a flag; call what it answers when that is acknowledged. */
	willMark(ids: readonly string[], flag: Flag, on: boolean): () => void;
	/** Notes that an address or a title is among the sources from now on. */
	added(source: string): void;
	/** Notes that headlines of these titles are kept from now on. */
	came(titles: readonly string[]): void;
	/** Notes that a setting is being changed; call what it answers when that is acknowledged. */
	willPace(wordsPerMinute: number): () => void;
	/** What was acknowledged and isn't there. */
	missingIn(kept: Kept): string[];
}

/** Notes what is acknowledged, for all the rounds of one profile. */
export function createAcknowledged(): Acknowledged {
	/** For each flag of each headline the values that it may have. */
	const flags = new Map<string, { id: string; flag: Flag; may: Set<boolean> }>();
	const sources = new Set<string>();
	const titles = new Set<string>();
	let paces = new Set([DEFAULT_SETTINGS.wordsPerMinute]);

	const known = (id: string, flag: Flag) => {
		const name = `${flag} ${id}`;
		const entry = flags.get(name) ?? { id, flag, may: new Set([false]) };
		flags.set(name, entry);
		return entry;
	};

	return {
		willMark(ids, flag, on) {
			const entries = ids.map((id) => known(id, flag));
			for (const { may } of entries) may.add(on);
			return () => {
				for (const entry of entries) entry.may = new Set([on]);
			};
		},
		added: (source) => void sources.add(source),
		came: (more) => {
			for (const title of more) titles.add(title);
		},
		willPace(wordsPerMinute) {
			paces.add(wordsPerMinute);
			return () => {
				paces = new Set([wordsPerMinute]);
			};
		},
		missingIn({ archive, front }) {
			const marks = new Map(archive.marks.map((mark) => [mark.id, mark]));
			const headlines = new Set(archive.headlines.map(({ id }) => id));
			const kept = new Set(archive.headlines.map(({ title }) => title));
			const followed = new Set(front.sources.flatMap(({ url, title }) => [url, title]));
			return [
				...[...flags.values()]
					.filter(({ id, flag, may }) => !may.has(marks.get(id)?.[flag] !== undefined))
					.map(({ id, flag, may }) => `${id} must ${may.has(true) ? "" : "not "}be ${flag}`),
				...[...flags.values()].filter(({ id }) => !headlines.has(id)).map(({ id }) => `${id} is gone`),
				...[...titles].filter((title) => !kept.has(title)).map((title) => `“${title}” is gone`),
				...[...sources].filter((source) => !followed.has(source)).map((source) => `${source} isn’t followed`),
				...(paces.has(front.settings.wordsPerMinute) ? [] : ["a setting is lost"]),
			];
		},
	};
}
