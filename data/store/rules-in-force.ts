import { createJudge, type Judge } from "../model/match";
import { hasEnded, type Rule } from "../model/rule";
import { readItems } from "./items";

let last: { rules: string; judge: Judge } | undefined;

/** The rules that haven't run out at a time, in milliseconds since 1970. */
async function readRulesInForce(now: number): Promise<Rule[]> {
	const { rules } = await readItems(["rules"]);
	return rules.filter((rule) => !hasEnded(rule, now));
}

/** The judge by the rules that are in force. It is made anew only when they change: patterns take a while. */
export async function readJudge(now: number): Promise<Judge> {
	const rules = await readRulesInForce(now);
	const name = JSON.stringify(rules);
	if (last?.rules !== name) last = { rules: name, judge: createJudge(rules) };
	return last.judge;
}
