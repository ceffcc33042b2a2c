import fc from "fast-check";
import { expect, it } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { freshFor } from "../../../data/refresh/freshness";

const NOW = Date.UTC(2025, 6, 24, 12);
const at = (ms: number) => new Date(NOW + ms).toUTCString();

it.each([
	["its max-age", { "cache-control": "public, max-age=600" }, 600_000],
	["its max-age, in capitals and quotes", { "cache-control": 'Max-Age="60"' }, MINUTE_MS],
	["what caches on the way have left of it", { "cache-control": "max-age=600", age: "200" }, 400_000],
	["no time, where caches have used it up", { "cache-control": "max-age=600", age: "900" }, 0],
	["its max-age and not its expiry", { "cache-control": "max-age=60", expires: at(600_000) }, MINUTE_MS],
	["until its expiry", { expires: at(600_000) }, 600_000],
	["until its expiry by the server's clock", { expires: at(600_000), date: at(300_000) }, 300_000],
	["no time, where it is not to be kept", { "cache-control": "no-cache, max-age=600" }, 0],
	["no time, where its expiry is no date", { expires: "0" }, 0],
	["no time, where its max-age is no number", { "cache-control": "max-age=-1" }, 0],
	["68 years at most", { "cache-control": `max-age=${"9".repeat(400)}` }, 2 ** 31 * 1000],
	["no time, where nothing is said", {}, 0],
])("an answer holds for %s", (_, headers, ms) => {
	expect(freshFor(new Headers(headers), NOW)).toBe(ms);
});

it("whatever the headers say, it is a time that is not negative", () => {
	const value = fc.oneof(
		fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) }),
		fc.constantFrom("max-age=1", "max-age=99999999999999999999", "no-cache", at(-1), at(1e12)),
	);
	fc.assert(
		fc.property(value, value, value, value, (cacheControl, expires, date, age) => {
			const headers = new Headers({ "cache-control": cacheControl, expires, date, age });
			expect(freshFor(headers, NOW)).toBeGreaterThanOrEqual(0);
		}),
	);
});
