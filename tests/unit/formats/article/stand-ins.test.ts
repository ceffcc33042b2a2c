import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isStandIn, mayBeStandIn } from "@/data/formats/article/stand-ins";
import { leastEffortOf } from "../../support/effort";

/** A PNG of eight bits a pixel without check sums, which nobody here reads (PNG, third edition, section 5). */
function png(width: number, height: number, valueAt: (place: number) => number): string {
	const chunk = (name: string, data: Uint8Array) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const rows = Buffer.alloc((width + 1) * height).map((_, place) =>
		place % (width + 1) === 0 ? 0 : valueAt(place),
	);
	const bytes = Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", head),
		chunk("IDAT", deflateSync(rows)),
		chunk("IEND", Buffer.alloc(0)),
	]);
	return `data:image/png;base64,${bytes.toString("base64")}`;
}

const svg = (inner: string) =>
	`data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">${inner}</svg>`)}`;

const ICON = png(16, 16, (place) => (place * place * 37) % 251);

describe("a short picture in its own address", () => {
	test.each([
		["a GIF of one pixel", "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"],
		["an even PNG", png(160, 90, () => 200)],
		["a small even PNG", png(16, 9, () => 0)],
		["an SVG without anything in it", svg("")],
		["an SVG of one colour", svg('<rect width="60" height="40" fill="#eee"/>')],
		["a blurred preview", "data:image/webp;base64,UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA="],
		["what can't be read", "data:image/png;base64,%%%"],
		["a picture that calls itself one", "https://a.example/img/placeholder.png?w=3"],
	])("is a stand-in where it is %s", (_, address) => expect(isStandIn(address)).toBe(true));

	test.each([
		["an icon", ICON],
		["a drawing", svg('<path d="M0 0h60v40z"/>')],
		["a drawing in base64", `data:image/svg+xml;charset=utf-8;base64,${btoa("<svg><circle r='4'/></svg>")}`],
		["a picture on the web", "https://a.example/lamp.png"],
	])("is a picture where it is %s", (_, address) => {
		expect(address.length).toBeLessThan(600);
		expect(isStandIn(address)).toBe(false);
	});

	test("is told by its address at once, however often that says so", () => {
		const address = `https://a.example/${"loading".repeat(15_000)}`;
		expect(leastEffortOf(() => isStandIn(address))).toBeLessThan(200);
		expect(isStandIn(`${address}.gif`)).toBe(true);
	});

	test("may be one all the same beside the picture itself", () => {
		expect(mayBeStandIn(ICON)).toBe(true);
		expect(mayBeStandIn(`data:image/png;base64,${"A".repeat(600)}`)).toBe(false);
	});
});
