import { Buffer } from "node:buffer";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deflate, inflate } from "@/data/formats/backup/deflate";

/** Bytes of any kind, such as repeat themselves too, and more than are put in at a time. */
const someBytes = fc.oneof(
	fc.uint8Array({ maxLength: 20_000, size: "max" }),
	fc.tuple(fc.uint8Array({ maxLength: 9 }), fc.nat(30_000)).map(([some, times]) => {
		const bytes = new Uint8Array(some.length * times);
		for (let at = 0; at < bytes.length; at += some.length) bytes.set(some, at);
		return bytes;
	}),
);

const own = (bytes: Uint8Array) => new Uint8Array(bytes);

describe("deflating", () => {
	test("gives what every other reader of DEFLATE undoes, and the checksum that they find", async () => {
		await fc.assert(
			fc.asyncProperty(someBytes, async (bytes) => {
				const { deflated, crc } = await deflate(own(bytes));
				expect(inflateRawSync(deflated).equals(bytes)).toBe(true);
				expect(crc).toBe(crc32(bytes));
			}),
			{ numRuns: 60 },
		);
	});
});

describe("inflating", () => {
	test("undoes what every other writer of DEFLATE makes", async () => {
		await fc.assert(
			fc.asyncProperty(someBytes, fc.nat(9), async (bytes, level) => {
				const made = { deflated: own(deflateRawSync(bytes, { level })), crc: crc32(bytes) };
				const inflated = await inflate(made, bytes.length);
				expect(inflated && Buffer.from(inflated).equals(bytes)).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	test("stops at the first bytes too many, and refuses another checksum, and fewer bytes", async () => {
		const bytes = new Uint8Array(100_000).fill(7);
		const made = await deflate(bytes);
		expect(await inflate(made, bytes.length - 1)).toBe(undefined);
		await expect(inflate({ ...made, crc: made.crc + 1 }, bytes.length)).rejects.toThrow();
		await expect(inflate(made, bytes.length + 1)).rejects.toThrow();
		await expect(inflate({ ...made, deflated: made.deflated.slice(0, -4) }, bytes.length)).rejects.toThrow();
	});
});
