import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import type { Poll } from "../../../data/model/source";
import { dueAgain, nextPoll, reschedule } from "../../../data/refresh/schedule";

const NOW = Date.UTC(2025, 6, 24, 12);
const times = { refreshMinutes: 30, now: NOW, random: () => 0 };
const poll = (more: Partial<Poll>): Poll => ({ nextAt: NOW, failures: 0, outcome: "fresh", ...more });

describe("the next time of a feed", () => {
	const late = { ...times, random: () => 1 };

	it("is an interval and a little later after success, so that feeds don't stay in step", () => {
		const before = poll({ succeededAt: NOW - 30 * MINUTE_MS });
		expect(nextPoll(before, { outcome: "fresh" }, times).nextAt).toBe(NOW + 30 * MINUTE_MS);
		expect(nextPoll(before, { outcome: "fresh" }, late).nextAt).toBe(NOW + 33 * MINUTE_MS);
	});

	it.each([
		["never asked before, as after an import", undefined],
		["that couldn't be asked while offline", poll({ succeededAt: NOW - DAY_MS, outcome: "offline" })],
		["long overdue, as after a night's sleep", poll({ succeededAt: NOW - DAY_MS, nextAt: NOW - DAY_MS / 2 })],
	])("is spread over an interval more for a feed %s", (_, before) => {
		expect(nextPoll(before, { outcome: "fresh" }, times).nextAt).toBe(NOW + 30 * MINUTE_MS);
		expect(nextPoll(before, { outcome: "fresh" }, late).nextAt).toBe(NOW + HOUR_MS);
	});

	it("goes by what the feed said last, through answers that there is nothing new", () => {
		const hints = { ttlMinutes: 120 };
		const first = nextPoll(undefined, { outcome: "fresh", hints, newestAt: NOW - 1, gapMs: 5 }, times);
		expect(first).toMatchObject({ hints, newestAt: NOW - 1, gapMs: 5, nextAt: NOW + 120 * MINUTE_MS });
		const second = nextPoll(first, { outcome: "unchanged" }, times);
		expect(second).toMatchObject({ hints, newestAt: NOW - 1, gapMs: 5, nextAt: NOW + 120 * MINUTE_MS });
		const third = nextPoll(second, { outcome: "fresh", newestAt: NOW }, times);
		expect(third).not.toHaveProperty("hints");
		expect(third.nextAt).toBe(NOW + 30 * MINUTE_MS);
	});

	it("goes by how long the server says that the answer holds, until it says so no more", () => {
		const first = nextPoll(undefined, { outcome: "fresh", freshUntil: NOW + 2 * HOUR_MS }, times);
		expect(first.nextAt).toBe(NOW + 120 * MINUTE_MS);
		expect(nextPoll(first, { outcome: "unchanged" }, times).nextAt).toBe(NOW + 30 * MINUTE_MS);
	});

	it("doubles with each failure, up to a day, and starts over after a success", () => {
		let current: Poll | undefined;
		const waits = Array.from({ length: 9 }, () => {
			current = nextPoll(current, { outcome: "server-failed" }, times);
			return (current.nextAt - NOW) / MINUTE_MS;
		});
		expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
		expect(nextPoll(current, { outcome: "unchanged" }, times)).toMatchObject({
			failures: 0,
			nextAt: NOW + 30 * MINUTE_MS,
		});
	});

	it("is what the server asks for, where that is later", () => {
		const result = { outcome: "too-busy", waitUntil: NOW + 5 * DAY_MS } as const;
		expect(nextPoll(undefined, result, times)).toMatchObject({
			nextAt: NOW + 5 * DAY_MS,
			waitUntil: NOW + 5 * DAY_MS,
		});
		expect(nextPoll(undefined, { ...result, waitUntil: NOW + 1 }, times).nextAt).toBe(NOW + 30 * MINUTE_MS);
	});

	it("counts no failure against a feed that nobody could ask", () => {
		const before = poll({ failures: 2, askedAt: NOW });
		for (const outcome of ["offline", "permission-needed"] as const) {
			const after = nextPoll(before, { outcome }, times);
			expect(after.failures).toBe(2);
			expect(after.askedAt).toBeUndefined();
		}
	});

	it("is never before now nor beyond a day, whatever came before", () => {
		const outcomes = fc.constantFrom("fresh", "unchanged", "timed-out", "not-found", "malformed" as const);
		fc.assert(
			fc.property(fc.array(outcomes), fc.constantFrom(0, 15, 720), (results, refreshMinutes) => {
				let current: Poll | undefined;
				for (const outcome of results) {
					current = nextPoll(current, { outcome }, { ...times, refreshMinutes });
					expect(current.nextAt).toBeGreaterThan(NOW);
					expect(current.nextAt).toBeLessThanOrEqual(NOW + DAY_MS);
				}
			}),
		);
	});
});

describe("what is remembered of a feed", () => {
	const before = poll({ etag: '"a"', lastModified: "Thu", bodyHash: "h", succeededAt: 5 });

	it("keeps its validators through a 304 that repeats none", () => {
		expect(nextPoll(before, { outcome: "unchanged" }, times)).toMatchObject({
			etag: '"a"',
			lastModified: "Thu",
			bodyHash: "h",
		});
	});

	it("forgets validators that a new body doesn't have", () => {
		const after = nextPoll(before, { outcome: "fresh", bodyHash: "i" }, times);
		expect(after).not.toHaveProperty("etag");
		expect(after).not.toHaveProperty("lastModified");
	});

	it("keeps the status of a bad answer until the next one", () => {
		const failing = nextPoll(before, { outcome: "server-failed", status: 502 }, times);
		expect(failing.status).toBe(502);
		expect(nextPoll(failing, { outcome: "unreachable" }, times)).not.toHaveProperty("status");
		expect(nextPoll(failing, { outcome: "fresh" }, times)).not.toHaveProperty("status");
	});

	it("keeps a redirect through failures, and forgets one that is gone", () => {
		const redirect = { to: "https://new.example/", seen: 1, checkedAt: NOW };
		const redirected = nextPoll(before, { outcome: "unchanged", redirect }, times);
		expect(redirected.redirect).toEqual(redirect);
		expect(nextPoll(redirected, { outcome: "timed-out" }, times).redirect).toEqual(redirect);
		expect(nextPoll(redirected, { outcome: "unchanged" }, times)).not.toHaveProperty("redirect");
	});

	it("keeps validators and the last success through failures", () => {
		expect(nextPoll(before, { outcome: "timed-out" }, times)).toMatchObject({
			etag: '"a"',
			succeededAt: 5,
		});
	});
});

it("a new interval holds at once for feeds that answer well", () => {
	const polls = {
		well: poll({ nextAt: NOW + DAY_MS, succeededAt: NOW }),
		failing: poll({ failures: 1, nextAt: NOW + DAY_MS, succeededAt: NOW }),
	};
	const after = reschedule(polls, { ...times, refreshMinutes: 15 });
	expect(after.well?.nextAt).toBe(NOW + 15 * MINUTE_MS);
	expect(after.failing?.nextAt).toBe(NOW + DAY_MS);
});

it("what was hindered is due as soon as the hindrance is gone", () => {
	const polls = {
		hindered: poll({ outcome: "offline", nextAt: NOW + DAY_MS }),
		other: poll({ nextAt: NOW + DAY_MS }),
	};
	const after = dueAgain(polls, "offline", NOW);
	expect([after.hindered?.nextAt, after.other?.nextAt]).toEqual([NOW, NOW + DAY_MS]);
});
