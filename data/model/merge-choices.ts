import type { BackupChoices } from "./backup";
import type { Mark, SourceId } from "./headline";
import type { KeptPlace } from "./reading-place";
import { isSameRule, type Rule } from "./rule";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "./settings";
import type { Source } from "./source";

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What is set here, and where nothing was, what is set there; field by field. */
function mergeFields<T extends object>(here: T, there: T, fallback: T): T {
	const fields = Object.entries(here).map(([name, value]) => {
		// A field of the one is a field of the others.
		const key = name as keyof T;
		return [name, isSame(value, fallback[key]) ? there[key] : value];
	});
	// Each has the names that it had, with values that one of the three had under them.
	return Object.fromEntries(fields) as T;
}

/** Two settings as one: what is set here stays; what is here as it comes takes what is set there. */
export const mergeSettings = (here: Settings, there: Settings): Settings =>
	readSettings({
		...mergeFields(here, there, DEFAULT_SETTINGS),
		reading: mergeFields(here.reading, there.reading, DEFAULT_SETTINGS.reading),
		retention: mergeFields(here.retention, there.retention, DEFAULT_SETTINGS.retention),
		// Each device is turned to it by its own user.
		sync: here.sync,
	});

/**
 * The feeds of there that are followed here under another id, by that id there, with the one here: one of them had another
 * address when it was added.
 */
export function twinsOf(here: readonly Source[], there: readonly Source[]): Map<SourceId, SourceId> {
	const known = new Set(here.map(({ id }) => id));
	const byUrl = new Map(here.flatMap(({ id, url }) => (url === undefined ? [] : [[url, id]])));
	return new Map(
		there.flatMap(({ id, url = "" }) => {
			const twin = known.has(id) ? undefined : byUrl.get(url);
			return twin === undefined ? [] : [[id, twin]];
		}),
	);
}

/** Sources of here and there, each once and as it is here. */
function mergeSources(here: readonly Source[], there: readonly Source[]): Source[] {
	const known = new Set([...here.map(({ id }) => id), ...twinsOf(here, there).keys()]);
	return [...here, ...there.filter(({ id }) => !known.has(id))];
}

/** The later of two ends of a rule; no end is the latest. */
const laterEnd = ({ until: one }: Rule, { until: other }: Rule) =>
	one === undefined || other === undefined ? undefined : Math.max(one, other);

/** Rules of here and there; of two that do the same, the one that is here, with the later end. */
function mergeRules(here: readonly Rule[], there: readonly Rule[]): Rule[] {
	const longer = here.map((rule) => {
		const same = there.find((other) => isSameRule(rule, other));
		if (!same) return rule;
		const { until: _, ...endless } = rule;
		const until = laterEnd(rule, same);
		return until === undefined ? endless : { ...endless, until };
	});
	return [...longer, ...there.filter((rule) => !here.some((other) => isSameRule(rule, other)))];
}

/** What the user has chosen here and there, as one. */
export const mergeChoices = (here: BackupChoices, there: BackupChoices): BackupChoices => ({
	sources: mergeSources(here.sources, there.sources),
	settings: mergeSettings(here.settings, there.settings),
	rules: mergeRules(here.rules, there.rules),
});

const first = (one: number | undefined, other: number | undefined) =>
	one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

/** Two marks of one headline as one: what was done in either was done, at the earlier of the two times. */
export function mergeMarks(one: Mark, other: Mark): Mark {
	const shown = first(one.shown, other.shown);
	const read = first(one.read, other.read);
	const saved = first(one.saved, other.saved);
	return {
		...(shown !== undefined && { shown }),
		...(read !== undefined && { read }),
		...(saved !== undefined && { saved }),
	};
}

/** Two places in one article as one: the later, with what was heard in either. */
export function mergePlaces(one: KeptPlace, other: KeptPlace): KeptPlace {
	const [before, after] = one.at <= other.at ? [one, other] : [other, one];
	const heard = { ...before.heard, ...after.heard };
	return { ...before, ...after, ...(Object.keys(heard).length > 0 && { heard }) };
}
