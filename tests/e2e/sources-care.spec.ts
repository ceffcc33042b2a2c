import { addSource, importText, rss } from "./acts";
import { expect, test } from "./fixtures";

test.describe("Looking after sources", () => {
	test("each says what is newest and how many came this week", async ({ extension, feeds }) => {
		const items = [
			{ title: "Newest of all" },
			{ title: "Before it" },
			{ title: "Long ago", age: 40 * 86_400 },
		];
		feeds.on("/feed.xml", { body: rss("The Harbour News", items) });
		const options = await addSource(extension, feeds.url("/feed.xml"), "The Harbour News");
		const row = options.find("listitem").holding("The Harbour News");
		await expect(row.find("link", "Newest of all")).toBeShown();
		await expect(row.css(".week-plot")).toSay("2 headlines this week");
		await expect(row.css(".source-state")).toSay(/Read just now, next at .*\d\d:\d\d/);
	});

	test("a title is edited, and every surface calls it so", async ({ extension, feeds }) => {
		feeds.on("/feed.xml", { body: rss("Long official name", [{ title: "Something" }]) });
		const options = await addSource(extension, feeds.url("/feed.xml"), "Long official name");
		const popup = await extension.open("/popup.html");
		await options.show();
		await options.find("button", "Edit Long official name").click();
		await options.find("textbox", "Title").fill("Short");
		await options.find("button", "Save").click();
		await expect(options.find("status")).toSay("Saved.");
		await expect(popup.find("listitem").holding("Something")).toSay(/Short/);
	});

	test("an address is edited, and what was kept stays", async ({ extension, feeds }) => {
		feeds.on("/old.xml", { body: rss("Mover", [{ title: "From the old place" }]) });
		feeds.on("/new.xml", { body: rss("Mover", [{ title: "From the new place", age: 600 }]) });
		const options = await addSource(extension, feeds.url("/old.xml"), "Mover");
		await options.find("button", "Edit Mover").click();
		await options.find("textbox", "Address").fill(feeds.url("/new.xml"));
		await options.find("button", "Save").click();
		await expect(options.find("status")).toSay("Saved.");
		await options.find("button", "Refresh Mover").click();
		const popup = await extension.open("/popup.html");
		await expect(popup.find("link", "From the new place")).toBeShown();
		await expect(popup.find("link", "From the old place")).toBeShown();
	});

	test("a paused source is asked by its own button alone", async ({ extension, feeds }) => {
		feeds.on("/feed.xml", { body: rss("Sleeper", [{ title: "Zzz" }]) });
		const options = await addSource(extension, feeds.url("/feed.xml"), "Sleeper");
		await options.find("button", "Pause Sleeper").click();
		await expect(options.find("listitem").holding("Sleeper")).toSay(/paused/);
		const popup = await extension.open("/popup.html");
		await popup.find("button", "Refresh").click();
		await expect(popup.find("status")).toSay("All your feeds are paused.");
		await options.find("button", "Resume Sleeper").click();
		await expect(options.find("status")).toSay("Sleeper is followed again.");
	});

	test("failing sources stand first", async ({ extension, feeds }) => {
		const options = await extension.open("/options.html#/sources");
		const outlines = ["/a.xml", "/b.xml"].map(
			(path) => `<outline text="${path}" xmlUrl="${feeds.url(path)}"/>`,
		);
		feeds.on("/a.xml", { body: rss("A", [{ title: "Fine" }]) });
		await importText(options, "two.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
		const rows = options.find("list", "Sources").find("listitem");
		await expect(rows.nth(0)).toSay(/b\.xml.*“not found”/);
		await options.labelled("Sort by").choose("name");
		await expect(rows.nth(0)).toSay(/a\.xml/);
	});

	test("a list of feeds comes in with its folders and a report, and goes out again", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/a.xml", { body: rss("A", [{ title: "Fine" }]) });
		const options = await extension.open("/options.html#/sources");
		await importText(
			options,
			"feeds.opml",
			`<opml version="2.0"><body>
				<outline text="News"><outline text="Local"><outline text="A" xmlUrl="${feeds.url("/a.xml")}"/></outline></outline>
				<outline text="Nowhere" type="rss" xmlUrl="not an address"/>
			</body></opml>`,
		);
		await expect(options.find("status")).toSay("feeds.opml: 1 source added, 1 without a usable address.");
		await expect(options.find("listitem").holding("News / Local")).toBeShown();
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
		expect(exported).toContain(feeds.url("/a.xml"));
		expect(exported).toMatch(/text="News".*text="Local".*text="A"/s);
		expect(exported).not.toContain("First edition");
	});
});
