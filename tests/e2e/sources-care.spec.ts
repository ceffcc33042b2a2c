import { follow, importText, passAMinute, rss } from "./acts";
import { violationsIn } from "./axe";
import { expect, test } from "./fixtures";

test("Sources are looked after", async ({ extension, feeds }) => {
	const options = await extension.open("/options.html#/sources");
	const rows = options.find("list", "Sources").find("listitem");
	const add = async (path: string) => {
		await options.find("textbox", "Feed or site address").fill(feeds.url(path));
		await options.find("button", "Add source").click();
		await expect(options.find("status")).toSay(/^Added /);
	};

	await test.step("a paused source is asked by its own button alone", async () => {
		feeds.on("/sleeper.xml", { body: rss("Sleeper", [{ title: "Zzz" }]) });
		await add("/sleeper.xml");
		await options.find("button", "Pause Sleeper").click();
		await expect(rows.holding("Sleeper")).toSay(/paused/);
		const popup = await extension.open("/popup.html");
		await popup.find("button", "Refresh").click();
		await expect(popup.find("status")).toSay("All your feeds are paused.");
		await popup.close();
		await options.find("button", "Resume Sleeper").click();
		await expect(options.find("status")).toSay("Sleeper is followed again.");
	});

	await test.step("each says what is newest and how many came this week", async () => {
		const items = [
			{ title: "Newest of all" },
			{ title: "Before it" },
			{ title: "Long ago", age: 40 * 86_400 },
		];
		feeds.on("/harbour.xml", { body: rss("The Harbour News", items) });
		await add("/harbour.xml");
		const row = rows.holding("The Harbour News");
		await expect(row.find("link", "Newest of all")).toBeShown();
		await expect(row.css(".week-plot")).toSay("2 headlines this week");
		await expect(row.css(".source-state")).toSay(/Read just now, next at .*\d\d:\d\d/);
	});

	const popup = await extension.open("/popup.html");
	await options.show();

	await test.step("a title is edited, and every surface calls it so", async () => {
		await options.find("button", "Edit The Harbour News").click();
		await options.find("textbox", "Title").fill("Short");
		await options.find("button", "Save").click();
		await expect(options.find("status")).toSay("Saved.");
		await expect(popup.find("listitem").holding("Newest of all")).toSay(/Short/);
	});

	await test.step("how long its headlines are kept is its own", async () => {
		await options.find("button", "Edit Short").click();
		await options.labelled("How many of them").choose("100");
		await options.find("button", "Save").click();
		await expect(options.find("status")).toSay("Saved.");
		const kept = await extension.evaluate(async () => {
			const { sources } = await chrome.storage.local.get("sources");
			return (sources as { title: string; retention?: object }[]).find(({ title }) => title === "Short")
				?.retention;
		});
		expect(kept).toEqual({ perSource: 100 });
	});

	await test.step("an address is edited, and what was kept stays", async () => {
		feeds.on("/new.xml", { body: rss("Sleeper", [{ title: "From the new place", age: 600 }]) });
		await options.find("button", "Edit Sleeper").click();
		await options.find("textbox", "Address").fill(feeds.url("/new.xml"));
		await options.find("button", "Save").click();
		await expect(options.find("status")).toSay("1 new headline.");
		await expect(popup.find("link", "From the new place")).toBeShown();
		await expect(popup.find("link", "Zzz")).toBeShown();
	});

	await test.step("an address that is no feed's is said to be none, and so is what is longer than any", async () => {
		feeds.on("/site", { body: "<!doctype html><title>A site</title><p>Welcome.", contentType: "text/html" });
		await options.find("button", "Edit Sleeper").click();
		const address = options.find("textbox", "Address");
		await address.fill(`${feeds.url("/")}${"é".repeat(4_000)}`);
		await options.find("button", "Save").click();
		await expect(options.find("alert")).toSay(/isn’t a web address/);
		await address.fill(feeds.url("/site"));
		await options.find("button", "Save").click();
		await expect(options.find("alert")).toSay(/^127\.0\.0\.1 sent a web page in place of the feed\./);
		await expect(address).toNumber(0);
	});

	await test.step("failing sources stand first", async () => {
		const outlines = ["/a.xml", "/b.xml"].map(
			(path) => `<outline text="${path}" xmlUrl="${feeds.url(path)}"/>`,
		);
		feeds.on("/a.xml", { body: rss("A", [{ title: "Fine" }]) });
		await importText(options, "two.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
		await expect(rows.nth(0)).toSay(/b\.xml.*“not found”/);
		await options.labelled("Sort by").choose("name");
		await expect(rows.nth(0)).toSay(/a\.xml/);
	});

	await test.step("a list of feeds comes in with its folders and a report, and goes out again", async () => {
		feeds.on("/c.xml", { body: rss("C", [{ title: "Well" }]) });
		await importText(
			options,
			"feeds.opml",
			`<opml version="2.0"><body>
				<outline text="News"><outline text="Local"><outline text="C" xmlUrl="${feeds.url("/c.xml")}"/></outline></outline>
				<outline text="Nowhere" type="rss" xmlUrl="not an address"/>
			</body></opml>`,
		);
		await expect(options.find("status")).toSay("feeds.opml: 1 source added, 1 without a usable address.");
		await expect(rows.holding("News / Local")).toBeShown();
		await options.css(".import-report summary").click();
		await expect(options.css(".import-report li").nth(1)).toSay(/no usable address.*Nowhere.*line 3/);
		const exported = await options.evaluate(() => {
			const blobs: Blob[] = [];
			const make = URL.createObjectURL;
			URL.createObjectURL = (blob: Blob) => {
				blobs.push(blob);
				return make(blob);
			};
			[...document.querySelectorAll("button")]
				.find((button) => button.textContent === "Export OPML")
				?.click();
			return blobs[0]?.text();
		});
		expect(exported).toContain(feeds.url("/c.xml"));
		expect(exported).toMatch(/text="News".*text="Local".*text="C"/s);
		expect(exported).not.toContain("First edition");
	});

	await test.step("of many, those that are looked for are shown alone", async () => {
		const outlines = Array.from({ length: 10 }, (_, n) => {
			feeds.on(`/paper${n}.xml`, { body: rss(`Paper ${n}`, [{ title: `Page one of ${n}. `.repeat(30) }]) });
			return `<outline text="Paper ${n}" xmlUrl="${feeds.url(`/paper${n}.xml`)}"/>`;
		});
		await importText(options, "many.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
		await expect(options.find("status")).toSay(/^many\.opml: 10 sources added/);
		const find = options.find("searchbox", "Find a source");
		await find.fill("local");
		await expect(rows).toNumber(1);
		await expect(options.css(".source-head")).toSay(/^1 of 16 sources/);
		await find.fill("paper7");
		await expect(rows.nth(0)).toSay(/^P ?Paper 7/);
		await find.fill("no such thing");
		await expect(options.css(".list-empty")).toSay("No source has these words.");
		await find.fill("");
		await expect(rows).toNumber(16);
	});
});

test("All sources are asked from Sources, and by a key in the reader", async ({ extension, feeds }) => {
	feeds.on("/quick.xml", { body: rss("Quick", [{ title: "At once" }]) });
	feeds.on("/slow.xml", { body: rss("Slow", [{ title: "Snail" }]) });
	await follow(extension, feeds.url("/quick.xml"));
	await follow(extension, feeds.url("/slow.xml"));
	await passAMinute(extension);
	const options = await extension.open("/options.html#/sources");
	await options.resize(1200, 800);

	await test.step("Sources says whom it asks, and can stop it, without losing the keyboard's place", async () => {
		feeds.on("/quick.xml", { body: rss("Quick", [{ title: "And again", age: 90 }]) });
		feeds.on("/slow.xml", { silent: true });
		await options.find("button", "Refresh all").press("Enter");
		await expect(options.css(".asking")).toSay("Asking Slow, 1 of 2");
		await expect(options.find("progressbar", "Refreshing")).toBeShown();
		expect(await violationsIn(options)).toEqual([]);
		await expect(options.find("button", "Stop refresh")).toBeFocused();
		await options.press("Enter");
		await expect(options.find("status")).toSay("Stopped after 1 of 2 sources. 1 new headline.");
		await expect(options.find("button", "Refresh all")).toBeFocused();
		await expect(options.css(".asking")).toNumber(0);
	});
	await test.step("the reader does so with r, and stops with r", async () => {
		await options.find("link", "Headlines").click();
		await expect(options.find("list", "Headlines").find("listitem").holding("Snail")).toBeShown();
		await passAMinute(extension);
		await options.press("r");
		await expect(options.css(".reader > .asking")).toSay("Asking Slow, 1 of 2");
		await options.press("r");
		await expect(options.css(".reader > .notice-status")).toSay("Stopped after 1 of 2 sources. Nothing new.");
		await expect(options.css(".reader > .asking")).toNumber(0);
	});
	await test.step("what failed is said, with the way to Sources", async () => {
		feeds.on("/slow.xml", { status: 500 });
		await passAMinute(extension);
		await options.press("r");
		await expect(options.find("alert")).toSay(/^1 of 2 sources couldn’t be read\. See Sources$/);
		await options.find("link", "Sources").click();
		await passAMinute(extension);
		await options.find("button", "Refresh all").click();
		await expect(options.find("alert")).toSay("1 of 2 sources couldn’t be read.");
	});
});

test("Names that are written from right to left stand where the others do", async ({ extension, feeds }) => {
	const options = await extension.open("/options.html#/sources");
	/** How far from its row's start each name is, in pixels. */
	const away = (names: string) =>
		options.evaluate((names) => {
			const text = document.createRange();
			return [...document.querySelectorAll(names)].map((name) => {
				text.selectNodeContents(name);
				return Math.round(text.getBoundingClientRect().left - name.getBoundingClientRect().left);
			});
		}, names);

	await test.step("among the sources, and in what an import says of each line", async () => {
		feeds.on("/coast.xml", { body: rss("أخبار الساحل", [{ title: "خبر" }]) });
		const outline = `<outline text="أخبار الساحل" xmlUrl="${feeds.url("/coast.xml")}"/>`;
		await importText(options, "coast.opml", `<opml version="2.0"><body>${outline}</body></opml>`);
		await expect(options.find("list", "Sources").find("listitem")).toNumber(2);
		expect(await away(".source-title")).toEqual([0, 0]);
		await options.css(".import-report summary").click();
		expect(await away(".import-report li > :nth-child(2)")).toEqual([0]);
	});
	await test.step("among the rules", async () => {
		await options.goto("/options.html#/settings");
		await options.labelled("Words or pattern").fill("الساحل");
		await options.find("button", "Add rule").click();
		await expect(options.find("list", "Mute and watch rules").find("listitem")).toNumber(1);
		expect(await away(".rule-name")).toEqual([0]);
	});
});
