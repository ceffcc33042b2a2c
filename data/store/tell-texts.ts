import { readItems, writeItems } from "./items";

/** Tells the pages that are open that texts have come, or were edited, at a time in milliseconds since 1970. */
export async function tellOfTexts(at: number): Promise<void> {
	const { textsAt } = await readItems(["textsAt"]);
	await writeItems({ textsAt: Math.max(textsAt + 1, at) });
}
