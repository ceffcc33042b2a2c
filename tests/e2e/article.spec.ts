import { follow } from "./acts";
import { cdata, openArticle, svg } from "./an-article";
import { violationsIn } from "./axe";
import { expect, test } from "./fixtures";

test("An article is set whole, and asks for its own pictures alone", async ({ extension, feeds }) => {
	for (const path of ["/late.svg", "/wide.svg", "/quiet.svg", "/poster.svg", "/edge.svg"])
		feeds.on(path, svg(300, 200));
	const html = `
		<h1>Begins</h1><h4>Goes on</h4>
		<p><img src="/gone.png" width="300" height="90" alt="A chart that rises"></p>
		<p><img src="/edge.svg" width="300" height="200" alt="edge">Words at its edge.</p>
		<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/late.svg" width="300" height="200" alt="late">
			<noscript><img src="/late.svg" alt="late"></noscript></p>
		<p><img src="/small.svg" srcset="/small.svg 100w, /wide.svg 1400w, /huge.svg 5000w" alt="wide"></p>
		<p><picture><source srcset="/quiet.svg"><img alt="quiet"></picture></p>
		<img src="/pixel.gif" width="1" height="1"><img src="https://pixel.wp.com/b.gif">
		<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
		<video src="/film.mp4" poster="/poster.svg" autoplay></video>
		<p>A claim.<a href="#note" id="back">1</a> <a href="/page?utm_source=feed&amp;id=7">more</a></p>
		<p>${"A long text. ".repeat(400)}</p>
		<p id="note">The note. <a href="#back">Back</a></p>
		<table><caption>Years</caption><tr><th scope="col">Year</th></tr><tr><th scope="row">1874</th><td>1</td></tr></table>
		<p>מגדלור English</p><ul><li>ראשון</li></ul>
		<div style="display:none">Preheader <img src="/within.gif"></div><p hidden><img src="/hidden.gif"></p>
		<img src="/clear.gif" style="opacity:0">
		אור הפנס<br>A line outside a block<br>
		<math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>
		<math display="block"><mrow>${"<mi>a</mi><mo>+</mo>".repeat(80)}<mi>b</mi></mrow></math>`;
	feeds.on("/feed.xml", {
		body: `<rss version="2.0"><channel><title>Whole</title><item><title>All of it</title>
			<link>${feeds.url("/news/page")}</link><description>${cdata(html)}</description>
			<enclosure url="${feeds.url("/talk.mp3")}" type="audio/mpeg"/></item></channel></rss>`,
	});
	await follow(extension, feeds.url("/feed.xml"));
	const reader = await openArticle(extension, "All of it");
	const body = reader.css(".article-body");

	await test.step("a picture that doesn't come keeps its room while it is seen, and says what is on it", async () => {
		const missing = body.css("[role=img][aria-label='A chart that rises']");
		const box = () =>
			missing.evaluate((element) => {
				const { width, height } = element.getBoundingClientRect();
				return { shape: Math.round(width / height), height };
			});
		await expect(missing).toNumber(1);
		expect((await box()).shape).toBe(Math.round(300 / 90));
		await body.css("p[id]").evaluate((note) => note.scrollIntoView());
		await expect.poll(async () => (await box()).height < 50).toBe(true);
		await expect(body.css(".picture-missing")).toNumber(1);
	});
	await test.step("a picture at the edge of words stands above them, and in the dark on white", async () => {
		const edge = body.css('img[src$="/edge.svg"]');
		const seen = () =>
			edge.evaluate((picture) => {
				const words = document.createRange();
				if (picture.nextSibling) words.selectNode(picture.nextSibling);
				const { bottom } = picture.getBoundingClientRect();
				const { backgroundColor } = getComputedStyle(picture);
				return { isAbove: bottom <= words.getBoundingClientRect().top, backgroundColor };
			});
		await reader.emulate({ scheme: "dark" });
		await expect.poll(seen).toEqual({ isAbove: true, backgroundColor: "rgb(255, 255, 255)" });
		await reader.emulate({ scheme: "light" });
		expect((await seen()).backgroundColor).toBe("rgba(0, 0, 0, 0)");
	});
	await test.step("headings, tables, formulas, directions", async () => {
		await expect(body.find("heading", "Begins")).toBeShown();
		expect(await body.css("h2, h3").texts()).toEqual(["Begins", "Goes on"]);
		await expect(body.find("region", "Table 1: Years")).toBeShown();
		expect(await body.css("th").nth(1).attribute("scope")).toBe("row");
		await expect(body.css("math mfrac")).toNumber(1);
		expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
		expect(await body.css("ul").nth(0).attribute("dir")).toBe("rtl");
		expect(
			await body
				.css("li")
				.nth(0)
				.evaluate((item) => getComputedStyle(item).direction),
		).toBe("rtl");
	});
	await test.step("lines outside a block run as their own letters do", async () => {
		const lines = await body.evaluate((element) => {
			const end = element.getBoundingClientRect().right;
			const height = Number.parseFloat(getComputedStyle(element).lineHeight);
			const tops: number[] = [];
			const sides = ["אור הפנס", "A line outside"].map((words) => {
				const range = document.createRange();
				const texts = [...element.childNodes].filter(({ nodeValue }) => nodeValue?.includes(words));
				for (const text of texts) range.selectNodeContents(text);
				const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
				tops.push(boxes[0]?.top ?? 0);
				return boxes.some(({ right }) => Math.abs(right - end) < 2) ? "right" : "left";
			});
			const [first = 0, second = 0] = tops;
			return { sides, isTight: second - first < height * 1.3 };
		});
		expect(lines).toEqual({ sides: ["right", "left"], isTight: true });
	});
	await test.step("what its source hides isn't there", async () => {
		expect(await body.text()).not.toContain("Preheader");
	});
	await test.step("links lead on, or stay in the text", async () => {
		const more = body.find("link", "more");
		expect(await more.attribute("href")).toBe(feeds.url("/page?id=7"));
		expect(await more.attribute("rel")).toBe("noopener noreferrer");
		const address = await reader.url();
		await body.find("link", "1").click();
		await expect(body.css("p:focus")).toSay(/The note/);
		await body.find("link", "Back").click();
		await expect(body.css("a:focus")).toSay("1");
		expect(await reader.url()).toBe(address);
	});
	await test.step("players are links", async () => {
		expect(await body.find("link", "Watch on YouTube").attribute("href")).toBe(
			"https://www.youtube.com/watch?v=dQw4w9WgXcQ",
		);
		expect(await body.find("link", "Play the video").attribute("href")).toBe(feeds.url("/news/page"));
		await expect(body.css("iframe, video")).toNumber(0);
	});
	const own = ["/late.svg", "/wide.svg", "/quiet.svg", "/gone.png", "/poster.svg", "/edge.svg"];
	await expect.poll(() => own.every((path) => feeds.to(path).length === 1)).toBe(true);
	const asked = feeds.seen
		.map(({ path }) => path)
		.filter((path) => !/^\/(?:feed\.xml|favicon\.ico)$/.test(path));
	expect(asked.sort()).toEqual(own.sort());
	expect(feeds.to("/late.svg")[0]?.headers.referer).toBeUndefined();
	expect(await violationsIn(reader)).toEqual([]);
});
