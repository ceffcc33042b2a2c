import { importText } from "./acts";
import { recordsOf } from "./archive";
import { expect, test } from "./fixtures";

interface KeptHeadline {
	id: string;
	title: string;
}

/** More than the fewest headlines of a source that one can choose to keep. */
const MANY = Array.from({ length: 120 }, (_, nth) => `Headline number ${nth + 1} of the day`);

test("what has outlived its retention goes, read or not, and what is saved never does", async ({
	extension,
}) => {
	const options = await extension.open("/options.html#/sources");
	await importText(options, "many.txt", MANY.map((title) => `-\n${title}\n`).join(""));
	await expect(options.find("status")).toSay(/120 headlines/);
	const titlesKept = async () => {
		const kept = await recordsOf<KeptHeadline>(extension, "headlines");
		return new Set(kept.map(({ title }) => title).filter((title) => MANY.includes(title)));
	};
	const oldest = MANY.at(-1) ?? "";
	expect(await titlesKept()).toContain(oldest);

	const all = await recordsOf<KeptHeadline>(extension, "headlines");
	const saved = all.find(({ title }) => title === oldest)?.id;
	for (const [ids, act] of [
		[all.map(({ id }) => id), "read"],
		[[saved], "saved"],
	])
		await extension.evaluate((ask) => chrome.runtime.sendMessage({ command: "mark", ask }), { ids, act });

	await options.goto("/options.html#/settings");
	await options.labelled("Of each source").choose("100");
	await expect.poll(async () => (await titlesKept()).size).toBe(101);
	const kept = await titlesKept();
	expect([...kept].filter((title) => !MANY.slice(0, 100).includes(title))).toEqual([oldest]);
	await options.goto(`/options.html#/read/${saved}`);
	await expect(options.find("heading", oldest)).toBeShown();
});
