import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readImageSize } from "@/data/formats/image-size";

const bytes = (...parts: (string | number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)),
	);

const PNG_HEAD = [0x89, ...[..."PNG\r\n\x1a\n"].map((c) => c.charCodeAt(0))];
const png = bytes(PNG_HEAD, [0, 0, 0, 13], "IHDR", [0, 0, 0, 48, 0, 0, 0, 32, 8, 6, 0, 0, 0]);

describe("a picture's size", () => {
	test("is read from our own icons", () => {
		expect(readImageSize(readFileSync("assets/public/icon/48.png"))).toEqual({ width: 48, height: 48 });
	});

	test.each([
		["PNG", png, { width: 48, height: 32 }],
		["GIF", bytes("GIF89a", [16, 0, 1, 2]), { width: 16, height: 513 }],
		[
			"JPEG, after another segment",
			bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 11, 8, 0, 20, 0, 30, 3]),
			{ width: 30, height: 20 },
		],
		[
			"WebP with a header of its own",
			bytes("RIFF", [0, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0, 0, 0, 0, 0, 31, 0, 0, 15, 0, 0]),
			{ width: 32, height: 16 },
		],
		[
			"WebP, lossless",
			bytes("RIFF", [0, 0, 0, 0], "WEBPVP8L", [5, 0, 0, 0, 0x2f, 31, 0xc0, 3, 0]),
			{ width: 32, height: 16 },
		],
		[
			"ICO with two",
			bytes([0, 0, 1, 0, 2, 0], [16, 16, ...Array(14).fill(0)], [0, 0, ...Array(14).fill(0)]),
			{ width: 256, height: 256 },
		],
		[
			"ICO that says less of the PNG in it than that itself",
			bytes([0, 0, 1, 0, 1, 0], [16, 16, ...Array(10).fill(0), 22, 0, 0, 0], [...png]),
			{ width: 48, height: 32 },
		],
	])("%s", (_, picture, size) => {
		expect(readImageSize(picture)).toEqual(size);
	});

	test.each([
		["SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>'],
		["a web page", "<!doctype html><title>Not here</title>"],
		["nothing", ""],
	])("of %s isn't known", (_, text) => {
		expect(readImageSize(bytes(text))).toBeUndefined();
	});

	test("of anything else, cut off anywhere, is a size or undefined", () => {
		const heads = fc.constantFrom(
			[...png],
			[0xff, 0xd8],
			[0xff, 0xd8, 0xff, 0xe0, 0, 0],
			[0, 0, 1, 0, 9, 9],
			[...bytes("RIFF1234WEBPVP8L")],
		);
		fc.assert(
			fc.property(heads, fc.uint8Array(), fc.nat(60), (head, rest, end) => {
				const size = readImageSize(Uint8Array.from([...head, ...rest]).subarray(0, end));
				return size === undefined || (size.width >= 0 && size.height >= 0);
			}),
		);
	});
});
