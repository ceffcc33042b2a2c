import type { Answer, Seen } from "../support/feed-server";
import { follow } from "./acts";
import { openArticle } from "./an-article";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

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

test("An article has its recording played where it was left, as fast as was chosen", async ({
	extension,
	feeds,
}) => {
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
