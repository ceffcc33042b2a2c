import { readPattern } from "../model/match-pattern";
import { createWordsMatch } from "../model/match-words";
import { hasEnded, isSameRule, RULE_TEXT_LIMIT, type Rule, type RuleDraft, type RuleId } from "../model/rule";
import { failed, fine, type Outcome, type TroubleCode } from "../model/trouble";
import { act } from "./act";
import { readItems, writeItems } from "./items";
import { freeSome, judgeSome, noteRule, settleSome } from "./judging";
import type { Store } from "./store";

/** What keeps a rule from being added. */
function faultOf({ match, ...draft }: RuleDraft, now: number): TroubleCode | undefined {
	if (hasEnded({ match, ...draft }, now)) return "rule-ended";
	if (match.kind === "source") return undefined;
	if (match.text.length > RULE_TEXT_LIMIT) return "rule-too-long";
	if (match.kind === "words") return createWordsMatch(match.text) ? undefined : "rule-empty";
	const read = readPattern(match.text);
	return read.ok ? undefined : read.fault;
}

/** A draft without the white space that got into it. */
const tidied = ({ match, ...draft }: RuleDraft): RuleDraft => ({
	...draft,
	match: match.kind === "words" ? { kind: "words", text: match.text.trim().replace(/\s+/gu, " ") } : match,
});

/** Changes the rules, and what the archive says by them; where the archive refuses that, the rules are what they were. */
async function changeRules(
	before: readonly Rule[],
	after: readonly Rule[],
	judge: () => Promise<void>,
): Promise<void> {
	await writeItems({ rules: [...after] });
	await judge().catch(async (cause) => {
		await writeItems({ rules: [...before] });
		throw cause;
	});
}

/**
 * Adds a rule of the user's, and answers it; one that is there already has the new end. When it answers, the
 * newest headlines are judged by it and the front says so; {@link settleRules} goes on with the others.
 */
export async function addRule(store: Store, draft: RuleDraft): Promise<Outcome<Rule>> {
	const wanted = tidied(draft);
	const fault = faultOf(wanted, store.now());
	if (fault) return failed(fault);
	return act(store, async (archive) => {
		const { rules } = await readItems(["rules"]);
		// One that has run out, and isn't removed yet, has judged nothing since.
		const ended = rules.filter((rule) => hasEnded(rule, store.now()));
		const same = rules.find((rule) => isSameRule(rule, wanted) && !ended.includes(rule));
		const rule: Rule = {
			...wanted,
			id: same?.id ?? crypto.randomUUID(),
			addedAt: same?.addedAt ?? store.now(),
		};
		if (same) {
			await writeItems({ rules: rules.map((one) => (one === same ? rule : one)) });
			return fine(rule);
		}
		// In this order a rule that is gone again after a stop in between is known, and freed.
		await noteRule(archive, rule.id);
		const running = rules.filter((one) => !ended.includes(one));
		await changeRules(rules, [...running, rule], () => judgeSome(archive, rule, null));
		return fine(rule);
	});
}

/**
 * Removes a rule and brings back what it alone had muted; answers it, or undefined where there is none such.
 * {@link settleRules} goes on where there is much of it.
 */
export function removeRule(store: Store, id: RuleId): Promise<Rule | undefined> {
	return act(store, async (archive) => {
		const { rules } = await readItems(["rules"]);
		const rule = rules.find((one) => one.id === id);
		if (!rule) return undefined;
		const left = rules.filter((one) => one !== rule);
		await changeRules(rules, left, () => freeSome(archive, id));
		return rule;
	});
}

/** Removes the rules that have run out. */
export function expireRules(store: Store): Promise<void> {
	return store.lock(async () => {
		const { rules } = await readItems(["rules"]);
		const left = rules.filter((rule) => !hasEnded(rule, store.now()));
		if (left.length < rules.length) await writeItems({ rules: left });
	});
}

/**
 * Judges all that is kept by the rules as they are now, a batch at a time, so that nobody waits for long, and
 * publishes what came of it. It goes on where a background that was stopped has left off.
 */
export async function settleRules(store: Store): Promise<void> {
	const settle = () =>
		store.lock(async () => settleSome(await store.archive(), (await readItems(["rules"])).rules));
	if (!(await settle())) return;
	while (await settle());
	await act(store, async () => {});
}
