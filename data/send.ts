import { browser } from "wxt/browser";
import type { CommandName, Commands } from "./commands";
import type { Outcome } from "./model/trouble";

/**
 * Gives a command to the background and waits for its answer. Never rejects: that none comes, as when the browser
 * stops the background in the middle, is trouble like any other. What was asked for may have been done then.
 */
export async function send<Name extends CommandName>(
	command: Name,
	ask: Commands[Name]["ask"],
): Promise<Outcome<Commands[Name]["answer"]>> {
	// Said without the help of what knows all trouble: a new tab has no need of it.
	const unanswered = { ok: false, trouble: { code: "unanswered", about: command } } as const;
	try {
		const answer: Outcome<Commands[Name]["answer"]> | undefined = await browser.runtime.sendMessage({
			command,
			ask,
		});
		return answer ?? unanswered;
	} catch (cause) {
		console.error(`The command ${command} was not answered.`, cause);
		return unanswered;
	}
}
