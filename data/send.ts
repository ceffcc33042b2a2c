import { browser } from "wxt/browser";
import type { CommandName, Commands } from "./commands";
import type { Outcome } from "./model/trouble";

/**
 * Gives a command to the background and waits for its answer. Never rejects: a background that can't be
 * reached is trouble like any other.
 */
export async function send<Name extends CommandName>(
	command: Name,
	ask: Commands[Name]["ask"],
): Promise<Outcome<Commands[Name]["answer"]>> {
	// Said without the help of what knows all trouble: a new tab has no need of it.
	const failed = { ok: false, trouble: { code: "unexpected", about: command } } as const;
	try {
		const answer: Outcome<Commands[Name]["answer"]> | undefined = await browser.runtime.sendMessage({
			command,
			ask,
		});
		return answer ?? failed;
	} catch (cause) {
		console.error(`The command ${command} was not answered.`, cause);
		return failed;
	}
}
