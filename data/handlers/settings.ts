import type { Handlers } from "../commands";
import { failed, fine } from "../model/trouble";
import { setNextAlarm } from "../refresh/alarms";
import { changeSettings } from "../refresh/change-settings";
import { addRule, removeRule } from "../store/rules";
import type { HandlerContext } from "./context";

/** Answers what is asked of settings and rules. */
export const settingsHandlers = ({
	world,
	stored,
	settleRulesSoon,
	pruneSoon,
	followProfile,
}: HandlerContext): Pick<Handlers, "changeSettings" | "addRule" | "removeRule"> => ({
	changeSettings: (changes) =>
		stored("changeSettings", async () => {
			const settings = await changeSettings(changes, world);
			await setNextAlarm(world);
			if (changes.retention) pruneSoon();
			if (changes.sync !== undefined) await followProfile();
			return fine(settings);
		}),
	addRule: (draft) =>
		stored("addRule", async () => {
			const added = await addRule(world, draft);
			settleRulesSoon();
			await setNextAlarm(world);
			return added;
		}),
	removeRule: ({ id }) =>
		stored("removeRule", async () => {
			const rule = await removeRule(world, id);
			settleRulesSoon();
			await setNextAlarm(world);
			return rule ? fine(rule) : failed("unknown-rule");
		}),
});
