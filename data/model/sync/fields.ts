import * as v from "valibot";
import { boundedTitle } from "../bounded-title";
import { LAST_TIME } from "../last-time";
import { readReadingStyle } from "../reading-style";
import { RULE_TEXT_LIMIT } from "../rule";
import { ruleMatchSchema } from "../schemas";
import { GROUP_LIMIT } from "../source";
import { ADDRESS_LIMIT, isWeb } from "../web-address";
import { isSettingsField } from "./flat-settings";
import { isSameValue, type SyncKind } from "./records";

const isAddress = (value: unknown): boolean =>
	typeof value === "string" && value.length <= ADDRESS_LIMIT && isWeb(value);
const isFlag = (value: unknown): boolean => value === true;
const isTitle = (value: unknown): boolean =>
	typeof value === "string" && value !== "" && boundedTitle(value) === value;
const isGroup = (value: unknown): boolean =>
	typeof value === "string" && value !== "" && value.length <= GROUP_LIMIT;
const isTime = (value: unknown): boolean =>
	typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= LAST_TIME;
const isStyle = (value: unknown): boolean => isSameValue(readReadingStyle(value), value);

const draftSchema = v.strictObject({
	act: v.picklist(["mute", "watch"]),
	match: v.pipe(
		ruleMatchSchema,
		v.check((match) => match.kind === "source" || match.text.length <= RULE_TEXT_LIMIT),
	),
	where: v.picklist(["title", "text"]),
});

type IsValue = (value: unknown) => boolean;

/** The fields of each kind, each with the values but null that it can have. */
const FIELDS: Record<Exclude<SyncKind, "settings">, Readonly<Record<string, IsValue>>> = {
	source: {
		here: isFlag,
		url: isAddress,
		title: isTitle,
		home: isAddress,
		group: isGroup,
		addedAt: isTime,
		paused: isFlag,
		fullText: isFlag,
		reading: isStyle,
	},
	rule: { here: isFlag, draft: (value) => v.is(draftSchema, value), until: isTime },
	mark: { read: isFlag, saved: isFlag },
};

const isKind = (kind: string): kind is keyof typeof FIELDS => Object.hasOwn(FIELDS, kind);

/** Whether a field is one that this version syncs, and a value one that it can have. */
export function isSyncField(kind: string, field: string, value: unknown): boolean {
	if (kind === "settings") return isSettingsField(field, value);
	if (!isKind(kind) || !Object.hasOwn(FIELDS[kind], field)) return false;
	return value === null || FIELDS[kind][field]?.(value) === true;
}
