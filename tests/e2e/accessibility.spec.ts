import { violations } from "./axe";
import { expect, test } from "./fixtures";

const SURFACES = [
	"/popup.html",
	"/newtab.html",
	"/options.html",
	"/options.html#/sources",
	"/options.html#/settings",
];

for (const scheme of ["light", "dark"] as const)
	test(`axe finds nothing on any surface, ${scheme}`, async ({ extension }) => {
		for (const path of SURFACES) {
			const screen = await extension.open("/popup.html");
			await screen.emulate({ scheme });
			await screen.goto(path);
			await expect(screen.css("main h1, main h2, main li")).toBeShown();
			expect(await violations(screen), path).toEqual([]);
			await screen.close();
		}
	});
