import type { SettingsChange } from "@/data/model/settings";
import type { Notes } from "./notes";

/**
 * What turns notifications on and off. It asks the browser for its permission at once, within the click; a
 * refusal is said, and leaves them off.
 */
export function createNotifying(
	changeSettings: (change: SettingsChange) => Promise<void>,
	notes: Notes,
	askToNotify: () => Promise<boolean>,
): (on: boolean) => Promise<void> {
	const ask = async () => {
		try {
			return await askToNotify();
		} catch (cause) {
			console.error("The browser could not be asked for its permission.", cause);
			return false;
		}
	};
	return async (on) => {
		if (on && !(await ask())) {
			notes.warn("The browser wasn’t given permission to notify, so it stays off.");
			return;
		}
		await changeSettings({ notify: on });
	};
}
