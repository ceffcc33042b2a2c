import type { Answer, Seen } from "../support/feed-server";
import { follow, rss } from "./acts";
import { violations, violationsIn } from "./axe";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { shifts } from "./shifts";

const cdata = (html: string) => `<![CDATA[${html}]]>`;

const svg = (width: number, height: number) => ({
	body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`,
	contentType: "image/svg+xml",
});

/** A recording of silence: so many seconds at 8,000 samples of a byte (RIFF WAVE). */
function silence(seconds: number): Uint8Array {
	const rate = 8_000;
	const head = Buffer.alloc(44);
	head.write("RIFF", 0);
	head.writeUInt32LE(36 + rate * seconds, 4);
	head.write("WAVEfmt ", 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate, 28);
	head.writeUInt16LE(1, 32);
	head.writeUInt16LE(8, 34);
	head.write("data", 36);
	head.writeUInt32LE(rate * seconds, 40);
	return Buffer.concat([head, Buffer.alloc(rate * seconds, 128)]);
}

/** Answers with the part of a recording that is asked for: Firefox seeks in no other (RFC 9110, section 14). */
const partOf =
	(recording: Uint8Array) =>
	({ headers }: Seen): Answer => {
		const [, from] = /^bytes=(\d+)-/.exec(headers.range ?? "") ?? [];
		const { length } = recording;
		return {
			status: from === undefined ? 200 : 206,
			body: recording.subarray(Number(from ?? 0)),
			contentType: "audio/wav",
			headers: {
				"accept-ranges": "bytes",
				...(from !== undefined && { "content-range": `bytes ${from}-${length - 1}/${length}` }),
			},
		};
	};

/** Opens the newest article of a feed. */
async function openArticle(extension: Extension, title: string): Promise<Screen> {
	const reader = await extension.open("/options.html");
	await reader.find("list", "Headlines").find("link", title).click();
	await expect(reader.find("article").find("heading", title)).toBeShown();
	await expect(reader.css(".article-body:not([aria-busy])")).toNumber(1);
	return reader;
}

test.describe("An article", () => {
	test("is set whole, and asks for its own pictures alone", async ({ extension, feeds }) => {
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

	test("jumps nowhere as its pictures come, and asks for those that are far away when they come near", async ({
		extension,
		feeds,
	}) => {
		const slow = { ...svg(400, 300), delay: 300 };
		for (const path of ["/sized.svg", "/alone.svg", "/far.svg"]) feeds.on(path, slow);
		const picture = (path: string, more = "") => `<p><img src="${feeds.url(path)}" alt="" ${more}></p>`;
		const html = `${picture("/sized.svg", 'width="400" height="300"')}<p>Between.</p>${picture("/alone.svg")}
			${picture("/gone.svg")}${"<p>A long text in many paragraphs.</p>".repeat(600)}${picture("/far.svg")}<p>The end.</p>`;
		feeds.on("/feed.xml", { body: rss("Slow", [{ title: "With slow pictures", description: cdata(html) }]) });
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await openArticle(extension, "With slow pictures");
		await reader.reload();
		const isDrawn = (path: string) =>
			reader
				.css(`.article-body img[src$="${path}"]`)
				.evaluate((image) => (image as HTMLImageElement).naturalWidth === 400);
		for (const path of ["/sized.svg", "/alone.svg"]) await expect.poll(() => isDrawn(path)).toBe(true);
		await expect(reader.css(".article-body .picture-missing")).toNumber(1);
		expect(await shifts(reader)).toBe(0);
		expect(feeds.to("/far.svg")).toEqual([]);
		await reader.css(".article-body > p:last-child").evaluate((end) => end.scrollIntoView());
		await expect.poll(() => isDrawn("/far.svg")).toBe(true);
		expect(await shifts(reader)).toBe(0);
	});

	test("asks for no picture where none are wanted, until one is", async ({ extension, feeds }) => {
		feeds.on("/a.svg", svg(300, 200));
		const description = cdata(
			`<p><a href="/x"><img src="${feeds.url("/a.svg")}" alt="The lamp"></a></p><p>Text.</p>`,
		);
		feeds.on("/feed.xml", { body: rss("Pictures", [{ title: "With a picture", description }]) });
		await follow(extension, feeds.url("/feed.xml"));
		const settings = await extension.open("/options.html#/settings");
		await settings.labelled("Load pictures in articles").click();
		await expect(settings.find("status")).toSay("Saved.");
		const reader = await openArticle(extension, "With a picture");
		await expect(reader.css(".picture-offer")).toSay(/The lamp/);
		expect(await violations(reader)).toEqual([]);
		expect(feeds.to("/a.svg")).toEqual([]);
		await reader.find("button", "Show this picture: The lamp").click();
		await expect.poll(() => feeds.to("/a.svg").length).toBe(1);
		expect(await reader.css(".article-body a img").isFocused()).toBe(true);
	});

	test("that is saved has its pictures offline, if they are to be kept", async ({ extension, feeds }) => {
		feeds.on("/a.svg", svg(300, 200));
		const description = cdata(`<p><img src="${feeds.url("/a.svg")}" alt="The lamp"></p>`);
		feeds.on("/feed.xml", { body: rss("Kept", [{ title: "To be kept", description }]) });
		await follow(extension, feeds.url("/feed.xml"));
		const settings = await extension.open("/options.html#/settings");
		await settings.labelled("Keep the pictures of saved articles offline").click();
		await expect(settings.find("status")).toSay("Saved.");
		const reader = await openArticle(extension, "To be kept");
		const article = reader.find("article");
		const isDrawn = () =>
			reader
				.css(".article-body img")
				.evaluate((picture) => (picture as HTMLImageElement).naturalWidth === 300);
		await expect.poll(isDrawn).toBe(true);
		await article.find("button", "Save").click();
		await expect.poll(() => feeds.to("/a.svg").length).toBe(2);
		feeds.on("/a.svg", { reset: true });
		await expect
			.poll(async () => {
				await reader.reload();
				return reader.css(".article-body img").attribute("src");
			})
			.toMatch(/^blob:/);
		await expect.poll(isDrawn).toBe(true);
		await expect(article.find("button", "Saved")).toBeShown();
		await article.find("button", "Saved").click();
		await expect(article.find("button", "Save")).toBeShown();
		await reader.reload();
		await expect(reader.css(".article-body img")).toNumber(1);
		expect(await reader.css(".article-body img").attribute("src")).toBe(feeds.url("/a.svg"));

		await test.step("saved from its row, too", async () => {
			feeds.on("/a.svg", svg(300, 200));
			await reader.find("list", "Headlines").find("button", "Save").nth(0).click();
			await expect(article.find("button", "Saved")).toBeShown();
			await expect
				.poll(async () => {
					await reader.reload();
					return reader.css(".article-body img").attribute("src");
				})
				.toMatch(/^blob:/);
		});
	});

	test("has its recording played where it was left, as fast as was chosen", async ({ extension, feeds }) => {
		feeds.on("/talk.wav", partOf(silence(60)));
		feeds.on("/feed.xml", {
			body: `<rss version="2.0"><channel><title>Talks</title><item><title>Episode 1</title>
				<link>https://talks.example/1</link><enclosure url="${feeds.url("/talk.wav")}" type="audio/wav"/>
				</item><item><title>About the talks</title><link>https://talks.example/2</link>
				<description>${"They are held at noon, in the harbour. ".repeat(30)}</description></item></channel></rss>`,
		});
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await openArticle(extension, "Episode 1");
		const player = reader.css(".article-body audio");
		await expect(player).toNumber(1);
		await expect(reader.css(".article-note")).toSay(/without any text/);
		expect(await violations(reader)).toEqual([]);
		expect(feeds.to("/talk.wav")).toEqual([]);
		await reader.labelled("Speed").choose("1.5");
		const rate = () => player.evaluate((audio) => (audio as HTMLAudioElement).playbackRate);
		await expect.poll(rate).toBe(1.5);
		await player.evaluate(async (element) => {
			const audio = element as HTMLAudioElement;
			audio.muted = true;
			await audio.play();
			audio.currentTime = 42;
			await new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
			audio.pause();
		});
		await expect
			.poll(async () => {
				await reader.reload();
				return (await reader.css(".audio-tools").text()).includes("Goes on at 0:42");
			})
			.toBe(true);
		expect(
			await player.evaluate(async (element) => {
				const audio = element as HTMLAudioElement;
				audio.muted = true;
				await audio.play();
				audio.pause();
				return audio.currentTime >= 42 && audio.playbackRate === 1.5;
			}),
		).toBe(true);

		await test.step("and goes on where it was when its text is shown anew", async () => {
			await player.evaluate(async (element) => {
				const audio = element as HTMLAudioElement;
				audio.currentTime = 50;
				await new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
			});
			await extension.evaluate(() =>
				chrome.runtime.sendMessage({ command: "changeSettings", ask: { pictures: false } }),
			);
			await expect(reader.css(".audio-tools")).toSay(/Goes on at 0:50/);
		});

		await test.step("and its place, the list and the other articles are there when the server is gone", async () => {
			await feeds.close();
			await reader.reload();
			await expect(reader.css(".audio-tools")).toSay(/Goes on at 0:50/);
			await reader.find("list", "Headlines").find("link", "About the talks").click();
			await expect(reader.css(".article-body")).toSay(/^They are held at noon/);
			await reader.find("list", "Headlines").find("link", "Episode 1").click();
			await expect(player).toNumber(1);
			expect(await extension.errors()).toEqual([]);
		});
	});
});
