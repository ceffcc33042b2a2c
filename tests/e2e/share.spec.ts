import { readFileSync } from "node:fs";
import { follow, rss } from "./acts";
import { violationsIn } from "./axe";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** A real one: what is shorter than some hundred characters stands in for a picture that comes late. */
const INLINE = `data:image/png;base64,${readFileSync("assets/public/icon/48.png").toString("base64")}`;
const textWith = (
	picture: string,
	unreadable: string,
) => `<![CDATA[<h2>Why</h2><p>It has <em>stood</em> since 1841, see <a href="https://a.example/x">here</a>.</p>
	<img src="${INLINE}" alt="A lamp" width="48" height="48"><img src="${picture}" alt="The harbour">
	<img src="${unreadable}" alt="The quay">&lt;b&gt;<script>globalThis.fired = 1</script>]]>`;

/** What the clipboard holds, as it can be pasted into a field of one line. */
async function pasted(reader: Screen): Promise<string> {
	const search = reader.find("searchbox", "Search headlines");
	await search.fill("");
	await search.press("Control+v");
	const text = await search.value();
	await search.fill("");
	return text;
}

/** Runs in the page: notes what it is asked to print, and the files that it is asked to save. */
function setTraps(): void {
	const asked: string[] = [];
	Object.assign(globalThis, { asked, print: () => asked.push("print") });
	// No browser without a window has a sheet of the system's.
	const share = async (what: ShareData) => void asked.push(JSON.stringify(what));
	Object.defineProperty(navigator, "share", { value: share });
	const make = URL.createObjectURL;
	URL.createObjectURL = (file: Blob) => {
		void file.text().then((text) => asked.push(text));
		return make.call(URL, file);
	};
}
const asked = (reader: Screen) => reader.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

test("an article is copied, printed and saved from a menu, by keyboard as by mouse", async ({
	extension,
	feeds,
}) => {
	// The same server by a name that nobody has granted.
	const unreadable = feeds.url("/quay.png").replace("127.0.0.1", "localhost");
	feeds.on("/quay.png", { file: "assets/public/icon/48.png", contentType: "image/png" });
	feeds.on("/feed.xml", {
		body: rss("Harbour", [
			{ title: "The light stays", description: textWith(feeds.url("/harbour.png"), unreadable) },
		]),
	});
	feeds.on("/harbour.png", { file: "assets/public/icon/48.png", contentType: "image/png" });
	await follow(extension, feeds.url("/feed.xml"));
	const reader = await extension.open("/options.html");
	await reader.evaluate(setTraps);
	await reader.find("list", "Headlines").find("link", "The light stays").click();
	const share = reader.find("button", "Share");
	const choose = async (label: string) => {
		await share.click();
		await reader.find("menuitem", label).click();
	};
	const says = expect(reader.css(".notice-status"));

	await test.step("the menu has the focus while it is open, and gives it back", async () => {
		await share.press("Enter");
		await expect(reader.find("menuitem", "Copy link")).toBeFocused();
		expect(await violationsIn(reader)).toEqual([]);
		await reader.press("ArrowUp");
		await expect(reader.find("menuitem", "Save as a file")).toBeFocused();
		await reader.press("Escape");
		await expect(reader.find("menu")).toNumber(0);
		await expect(share).toBeFocused();
	});

	await test.step("copies", async () => {
		await choose("Copy link");
		await says.toSay("Link copied.");
		expect(await pasted(reader)).toBe("https://news.example/Harbour/0");
		await choose("Copy as Markdown");
		await says.toSay("Markdown copied.");
		expect(await pasted(reader)).toMatch(
			/^# The light stays.*Harbour, .*## Why.*It has _stood_ since 1841, see \[here\]\(https:\/\/a\.example\/x\)\./,
		);
		await reader.css(".article-body em").evaluate((word) => document.getSelection()?.selectAllChildren(word));
		await choose("Copy as quotation");
		await says.toSay("Quotation copied.");
		expect(await pasted(reader)).toMatch(
			/^“stood”.*— The light stays\. Harbour, \d.*https:\/\/news\.example/,
		);
	});

	await test.step("hands its title and its link to the system", async () => {
		await choose("Share with the system…");
		await says.toSay("Handed to the system.");
		const what = { title: "The light stays", url: "https://news.example/Harbour/0" };
		expect(await asked(reader)).toEqual([JSON.stringify(what)]);
		await reader.evaluate(() => {
			(globalThis as unknown as { asked: string[] }).asked.length = 0;
		});
	});

	await test.step("prints, and saves a file that asks for nothing", async () => {
		await choose("Print…");
		expect(await asked(reader)).toEqual(["print"]);
		await reader.emulate({ media: "print" });
		const { after, address } = await reader
			.css(".article-body a")
			.nth(0)
			.evaluate((link) => ({
				after: getComputedStyle(link, "::after").content,
				address: link.getAttribute("data-address"),
			}));
		expect(address).toBe("a.example/x");
		// Firefox tells what is written in the style sheet, Chromium what comes of it.
		expect(after).toMatch(/a\.example\/x|attr\(data-address\)/);
		await expect(reader.find("navigation", "Main")).not.toBeShown();
		await reader.emulate({ media: "screen" });
		await choose("Save as a file");
		await says.toSay(
			"Saved as “The light stays.html”. 1 of its 2 pictures couldn’t be had, and stands in it as a link.",
		);
		await expect.poll(async () => (await asked(reader)).length).toBe(2);
		const file = (await asked(reader))[1] ?? "";
		expect(file).toMatch(
			/^<!doctype html>\n<html.*<meta http-equiv="Content-Security-Policy" content="default-src 'none'/s,
		);
		expect(file).toContain('<h1 dir="auto">The light stays</h1>');
		expect(file).toContain(`src="${INLINE}"`);
		expect(file).toMatch(/<img src="data:image\/png;base64,[^>]*alt="The harbour"/);
		expect(file).toMatch(/<a href="[^"]*quay.png"[^>]*>The quay<\/a>/);
		expect(file).not.toContain("<script");
		// The picture is taken from the browser's cache, or asked for once more; the host that wasn't granted isn't.
		expect(feeds.to("/harbour.png").length).toBeLessThanOrEqual(2);
		expect(feeds.to("/quay.png")).toHaveLength(1);
	});
	expect(await extension.errors()).toEqual([]);
});
