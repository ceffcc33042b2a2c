import type { Extension } from "../driver/driver";
import type { Acknowledged } from "./acknowledged";
import type { World } from "./world";

interface Answer {
	ok: boolean;
}

/** Sends a command to the background, from a page. */
export const command = (extension: Extension, name: string, ask: unknown): Promise<Answer> =>
	extension.evaluate(
		// The background answers every command with an outcome.
		(command, ask) => chrome.runtime.sendMessage({ command, ask }) as Promise<Answer>,
		name,
		ask,
	);

/** Everything that is done to the extension at once, each as one thing that can be done again and again. */
export function lanesOf(extension: Extension, known: readonly string[], noted: Acknowledged, world: World) {
	const { chance } = world;
	const some = () => known.filter(() => chance() < 3 / known.length);

	const mark = async () => {
		const ids = some();
		const flag = chance() < 0.5 ? "read" : "saved";
		const on = chance() < 0.7;
		const acknowledge = noted.willMark(ids, flag, on);
		const { ok } = await command(extension, "mark", { ids, act: `${on ? "" : "un"}${flag}` });
		if (ok) acknowledge();
	};
	const refresh = async () => {
		await command(extension, "refresh", {});
	};
	const follow = async () => {
		const address = world.nextFeed();
		const { ok } = await command(extension, "addSource", { address });
		if (ok) noted.added(address);
	};
	const importFile = async () => {
		const name = `Digest ${world.next()}`;
		const titles = Array.from({ length: 30 }, (_, place) => `${name}, story ${place}`);
		const text = titles.map((title) => `-\n${title}\nIts text.\n`).join("");
		const { ok } = await command(extension, "importFile", { name: `${name}.txt`, text });
		if (!ok) return;
		noted.added(name);
		noted.came(titles);
	};
	const pace = async () => {
		const wordsPerMinute = 60 + Math.floor(chance() * 340);
		const acknowledge = noted.willPace(wordsPerMinute);
		const { ok } = await command(extension, "changeSettings", { wordsPerMinute });
		if (ok) acknowledge();
	};
	return [mark, refresh, follow, importFile, pace];
}
