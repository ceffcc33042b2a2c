import { expect, it } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { readRetryAfter } from "../../../data/refresh/retry-after";

const NOW = Date.UTC(2025, 6, 24, 12);

it.each([
	["120", NOW + 120_000],
	["0", NOW],
	["Thu, 24 Jul 2025 12:05:00 GMT", NOW + 300_000],
	["Thu, 24 Jul 2025 11:00:00 GMT", NOW],
	["99999999999", NOW + 7 * DAY_MS],
])("reads %j", (header, until) => {
	expect(readRetryAfter(header, NOW)).toBe(until);
});

it.each([null, "", "soon", "-5 minutes"])("finds nothing in %j", (header) => {
	expect(readRetryAfter(header, NOW)).toBeUndefined();
});
