import { createJudge, type Judge } from "../model/match";
import { hasEnded, type Rule } from "../model/rule";
import { readItems } from "./items";

/** Makes judges, and gives the last one again as long as the rules are the same: patterns take a while. */
export function rememberJudge(): (rules: readonly Rule[]) => Judge {
	let last: { rules: string; judge: Judge } | undefined;
	return (rules) => {
		const name = JSON.stringify(rules);
		if (last?.rules !== name) last = { rules: name, judge: createJudge(rules) };
		return last.judge;
	};
}

const judgeOf = rememberJudge();

/** The judge by the rules that haven't run out at a time, in milliseconds since 1970. */
export async function readJudge(now: number): Promise<Judge> {
	const { rules } = await readItems(["rules"]);
	return judgeOf(rules.filter((rule) => !hasEnded(rule, now)));
}
