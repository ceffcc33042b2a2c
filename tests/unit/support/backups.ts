import { unzipSync, type Zippable, zipSync } from "fflate";
import { makeBackup } from "../../../data/refresh/make-backup";
import { stageBackup } from "../../../data/refresh/stage-backup";
import { readItems } from "../../../data/store/items";
import type { Lock } from "../../../data/store/lock";
import type { Store } from "../../../data/store/store";
import { marksIn } from "./store";

const nothing = () => {};

/** A backup of what is stored. */
export async function backUp(now: number) {
	const made = await makeBackup({ now, product: "9.9.9" }, nothing);
	if (!made.ok) throw new Error(made.trouble.code);
	return made.value;
}

/** The files in a backup, each with its text. */
export async function filesIn(file: Blob): Promise<Record<string, string>> {
	const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
	return Object.fromEntries(
		Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
	);
}

/** A zip of files, as another program might make it. */
export function zipOf(files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Blob {
	const zippable: Zippable = Object.fromEntries(
		Object.entries(files).map(([name, what]) => [
			name,
			[typeof what === "string" ? new TextEncoder().encode(what) : what, { level }],
		]),
	);
	return new Blob([zipSync(zippable)]);
}

/** The lock of a page that nobody else waits for. */
export const alone: Lock = (work) => work();

/** Stages a file; answers the code of what is wrong with it, or the id that it is staged under. */
export async function stageOrRefuse(file: Blob, id = "staged"): Promise<string> {
	const staged = await stageBackup(file, id, nothing, alone);
	return staged.ok ? staged.value.id : staged.trouble.code;
}

/** All that a store keeps, but how far the ticker has come. */
export async function everythingIn(store: Store): Promise<Record<string, unknown>> {
	const archive = await store.archive();
	// That a backup brought one is no part of what it is.
	const headlines = (await archive.getAll("headlines")).map(({ broughtAt: _, ...headline }) => headline);
	const names = ["articles", "fullTexts", "places"] as const;
	const stores = await Promise.all(names.map(async (name) => [name, await archive.getAll(name)] as const));
	const revisions = await archive.getAll("revisions");
	const items = await readItems(["sources", "settings", "rules", "headlines", "marks", "muted"]);
	const { ticker } = await readItems(["ticker"]);
	const { unread, fresh, watched } = ticker;
	return {
		headlines,
		...Object.fromEntries(stores),
		marks: await marksIn(archive),
		revisions: revisions.sort((a, b) => a.seenAt - b.seenAt || (a.title < b.title ? -1 : 1)),
		items,
		counts: { unread, fresh, watched },
	};
}
