import { addSource, badge, passAMinute, rss } from "./acts";
import { expect, test } from "./fixtures";

test("Rules mute and watch, are accounted for, and run out", async ({ extension, feeds }) => {
	test.slow();
	const is = (count: string) => expect.poll(() => badge(extension)).toBe(count);

	await test.step("they run out, refuse what could run away, and mute by pattern in the text", async () => {
		await is("20");
		const settings = await extension.open("/options.html#/settings");
		const add = async (text: string) => {
			await settings.labelled("Words or pattern").fill(text);
			await settings.find("button", "Add rule").click();
		};
		await settings.labelled("Kind").choose("pattern");
		await settings.labelled("Where").choose("text");
		await settings.labelled("How long").choose("day");
		await add("(a+)\\1+$");
		await expect(settings.find("alert")).toSay("This pattern could take too long. Try a simpler one.");
		await add("(");
		await expect(settings.find("alert")).toSay(/isn’t a regular expression/);
		await add(".");
		await expect(settings.find("status")).toSay("/./ is muted.");
		await is("");
		const list = settings.find("list", "Mute and watch rules");
		await expect(list).toSay(/Muted in the title or the source’s text, until .*Hides 20 headlines\./);

		await test.step("what hides everything is said, and where it is", async () => {
			const tab = await extension.open("/newtab.html");
			await expect(tab.find("heading", "Your rules hide everything")).toBeShown();
			await expect(tab.css(".ticker-end")).toSay("20 headlines are hidden by your rules.");
			await tab.find("link", "your rules").click();
			await expect(tab.css("#rules")).toBeFocused();
			const popup = await extension.open("/popup.html");
			await expect(popup.css(".list-empty")).toSay("Nothing here.");
			await expect(popup.find("list", "Hidden by your rules")).toSay(/^20 hidden by/);
			await settings.show();
		});

		await test.step("a source for a week, chosen by its name", async () => {
			await settings.labelled("Kind").choose("source");
			await settings.labelled("How long").choose("week");
			await expect(settings.labelled("Source")).toSay("First edition");
			await settings.find("button", "Add rule").click();
			await expect(settings.find("status")).toSay("First edition is muted.");
			await expect(list).toSay(/Muted, all that this source brings, until /);
			const days = await extension.evaluate(async () => {
				const { rules } = await chrome.storage.local.get("rules");
				return (rules as { match: { kind: string }; until: number }[])
					.filter(({ match }) => match.kind === "source")
					.map(({ until }) => Math.ceil((until - Date.now()) / 86_400_000));
			});
			expect(days).toEqual([7]);
		});

		await test.step("a day later it is gone", async () => {
			await extension.evaluate(async () => {
				const { rules } = await chrome.storage.local.get("rules");
				const ended = (rules as { until: number }[]).map((rule) => ({ ...rule, until: Date.now() - 1 }));
				await chrome.storage.local.set({ rules: ended });
				await chrome.alarms.create("refresh", { when: Date.now() });
			});
			await is("20");
			await expect(list).toNumber(0);
		});
	});

	await test.step("they mute a word: gone everywhere, accounted for, shown, and undone", async () => {
		const items = [
			{ title: "Football comes home" },
			{ title: "Tea stays", description: "No football here" },
			{ title: "Harbour reopens" },
		];
		feeds.on("/feed.xml", { body: rss("Harbour Post", items) });
		const sources = await addSource(extension, feeds.url("/feed.xml"), "Harbour Post");
		await is("23");
		const settings = await extension.open("/options.html#/settings");
		const popup = await extension.open("/popup.html");
		const rows = popup.find("list", "Headlines").find("listitem");
		await expect(rows).toNumber(23);
		// No new tab is open, which would go on in it.
		const run = () =>
			extension.evaluate(async () => {
				const { ticker } = await chrome.storage.local.get("ticker");
				return (ticker as { headlines: { title: string }[] }).headlines.map(({ title }) => title);
			});
		expect(await run()).toContain("Football comes home");

		await test.step("muted in the title", async () => {
			await settings.show();
			await settings.labelled("Words or pattern").fill("FOOTBALL");
			await settings.find("button", "Add rule").click();
			await expect(settings.find("status")).toSay("FOOTBALL is muted.");
			await expect(settings.find("list", "Mute and watch rules")).toSay(
				/^FOOTBALL ?Muted in the title. Hides 1 headline\./,
			);
			await is("22");
			await expect(rows).toNumber(22);
			expect(await run()).not.toContain("Football comes home");
		});

		await test.step("accounted for at the end of the list", async () => {
			await popup.show();
			const hidden = popup.find("list", "Hidden by your rules");
			await expect(hidden).toSay(/^1 hidden by FOOTBALL/);
			// By keyboard: rows above get their real heights only as they come into sight, and move what is below.
			await hidden.find("button", "Show what is hidden by FOOTBALL").press("Enter");
			await expect(popup.find("list", "Hidden by FOOTBALL").find("link")).toSay("Football comes home");
			await popup.find("button", "Stop muting FOOTBALL").press("Enter");
			await expect(popup.find("status")).toSay(/^FOOTBALL is no longer muted\./);
			await is("23");
			await expect(rows).toNumber(23);
			await popup.find("button", "Undo").click();
			await is("22");
		});

		await test.step("and where a search finds nothing else", async () => {
			const search = popup.find("searchbox", "Search headlines");
			await search.fill("comes home");
			await expect(popup.css(".list-empty")).toSay("No headline has these words.");
			await expect(popup.find("list", "Hidden by your rules")).toSay(/^1 hidden by FOOTBALL/);
			await search.fill("");
			await expect(rows).toNumber(22);
		});

		await test.step("and beside the tabs, from where it is shown above the list", async () => {
			const toggle = popup.find("button", "1 hidden");
			await toggle.click();
			await expect(popup.find("list", "Hidden by your rules")).toNumber(1);
			await expect(popup.css("#popup-hidden")).toSay(/^1 hidden by FOOTBALL/);
			expect(await toggle.attribute("aria-expanded")).toBe("true");
			await toggle.click();
			await expect(popup.css("#popup-hidden")).toSay("");
		});

		await test.step("a watched word takes what is kept to the front of the rotation", async () => {
			const before = await run();
			const oldest = before.at(-1) ?? "";
			expect(before[0]).not.toBe(oldest);
			await expect(settings.css("#rules > .desk-hint")).toSay(/come first on a new tab\.$/);
			await extension.evaluate(
				(text) =>
					chrome.runtime.sendMessage({
						command: "addRule",
						ask: { act: "watch", match: { kind: "words", text }, where: "title" },
					}),
				oldest,
			);
			await expect.poll(async () => (await run())[0]).toBe(oldest);
		});

		await test.step("what comes later is muted too, a watched word is marked", async () => {
			await settings.show();
			await settings.labelled("Words or pattern").fill("lighthouse");
			await settings.labelled("What to do").choose("watch");
			await settings.find("button", "Add rule").click();
			await expect(settings.find("status")).toSay("lighthouse is watched.");
			const later = [{ title: "The lighthouse is lit" }, { title: "More football" }];
			feeds.on("/feed.xml", { body: rss("Harbour Post", [...later, ...items]) });
			await passAMinute(extension);
			await sources.show();
			await sources.find("button", "Try now: Harbour Post").click();
			await expect(sources.find("status")).toSay("1 new headline.");
			await is("23");
			await popup.show();
			await expect(rows.holding("The lighthouse is lit")).toSay(/Watched/);
			expect((await run())[0]).toBe("The lighthouse is lit");
			await expect(popup.find("list", "Hidden by your rules")).toSay(/^2 hidden by FOOTBALL/);
		});
	});
});
