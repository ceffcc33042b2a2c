import type { Rule, RuleDraft, RuleId } from "../model/rule";
import { act } from "./act";
import { readItems, writeItems } from "./items";
import type { Store } from "./store";

/** Adds a rule of the user's, and answers it. */
export function addRule(store: Store, draft: RuleDraft): Promise<Rule> {
	return act(store, async () => {
		const { rules } = await readItems(["rules"]);
		const rule: Rule = { ...draft, id: crypto.randomUUID(), addedAt: store.now() };
		await writeItems({ rules: [...rules, rule] });
		return rule;
	});
}

/** Removes a rule; answers it, or undefined where there is none such. */
export function removeRule(store: Store, id: RuleId): Promise<Rule | undefined> {
	return act(store, async () => {
		const { rules } = await readItems(["rules"]);
		await writeItems({ rules: rules.filter((rule) => rule.id !== id) });
		return rules.find((rule) => rule.id === id);
	});
}
