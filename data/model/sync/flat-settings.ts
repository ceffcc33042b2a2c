import { DEFAULT_SETTINGS, readSettings, type Settings } from "../settings";
import { isSameValue } from "./records";

/**
 * What of the settings each device has of its own: whether it syncs, what its browser lets it do, and how long its
 * disk keeps headlines, since a shorter time that came from elsewhere would delete some.
 */
const OWN: ReadonlySet<string> = new Set(["sync", "notify", "retention"]);
/** The settings that have parts; a part is a field of its own, such as `reading.size`. */
const PARTED: ReadonlySet<string> = new Set(["reading"]);

function flatten(settings: Settings): Record<string, unknown> {
	const flat: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(settings)) {
		if (OWN.has(name)) continue;
		if (!PARTED.has(name)) flat[name] = value;
		else for (const [part, partValue] of Object.entries(value)) flat[`${name}.${part}`] = partValue;
	}
	return flat;
}

const DEFAULTS = flatten(DEFAULT_SETTINGS);

/** The settings that are synced, by field; null for one that is as it comes. */
export const settingsFields = (settings: Settings): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(flatten(settings)).map(([field, value]) => [
			field,
			isSameValue(value, DEFAULTS[field]) ? null : value,
		]),
	);

/** Settings with some fields as {@link settingsFields} gives them. Each is within its bounds. */
export function withSettingsFields(settings: Settings, fields: Record<string, unknown>): Settings {
	const changed: Record<string, unknown> = { ...settings, reading: { ...settings.reading } };
	for (const [field, value] of Object.entries(fields)) {
		if (!Object.hasOwn(DEFAULTS, field)) continue;
		const [name = "", part] = field.split(".");
		const set = value ?? DEFAULTS[field];
		if (part === undefined) changed[name] = set;
		else Object.assign(Object(changed[name]), { [part]: set });
	}
	return readSettings(changed);
}

/** Whether a field is a synced setting, and a value one that it can have here. */
export const isSettingsField = (field: string, value: unknown): boolean =>
	Object.hasOwn(DEFAULTS, field) &&
	(value === null ||
		isSameValue(settingsFields(withSettingsFields(DEFAULT_SETTINGS, { [field]: value }))[field], value));
