import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Poll, Source } from "../../../data/model/source";
import {
	askable,
	due,
	dueAgain,
	nextDueAt,
	nextPoll,
	noteAsking,
	reschedule,
} from "../../../data/refresh/schedule";

const NOW = Date.UTC(2025, 6, 24, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const times = { refreshMinutes: 30, now: NOW, random: () => 0 };
const manual = { ...times, refreshMinutes: 0 };

const feed = (id: string, host = `${id}.example`): Source => ({
	id,
	kind: "feed",
	title: id,
	url: `https://${host}/feed`,
	addedAt: 0,
});
const poll = (more: Partial<Poll>): Poll => ({ nextAt: NOW, failures: 0, outcome: "fresh", ...more });
const ids = (sources: Source[]) => sources.map(({ id }) => id);

describe("the next time of a feed", () => {
	it("is an interval and a little later after success, so that feeds don't stay in step", () => {
		expect(nextPoll(undefined, { outcome: "fresh" }, times).nextAt).toBe(NOW + 30 * MINUTE);
		expect(nextPoll(undefined, { outcome: "fresh" }, { ...times, random: () => 1 }).nextAt).toBe(
			NOW + 33 * MINUTE,
		);
	});

	it("doubles with each failure, up to a day, and starts over after a success", () => {
		let current: Poll | undefined;
		const waits = Array.from({ length: 9 }, () => {
			current = nextPoll(current, { outcome: "server-failed" }, times);
			return (current.nextAt - NOW) / MINUTE;
		});
		expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
		expect(nextPoll(current, { outcome: "unchanged" }, times)).toMatchObject({
			failures: 0,
			nextAt: NOW + 30 * MINUTE,
		});
	});

	it("is what the server asks for, where that is later", () => {
		const result = { outcome: "too-busy", waitUntil: NOW + 5 * DAY } as const;
		expect(nextPoll(undefined, result, times)).toMatchObject({
			nextAt: NOW + 5 * DAY,
			waitUntil: NOW + 5 * DAY,
		});
		expect(nextPoll(undefined, { ...result, waitUntil: NOW + 1 }, times).nextAt).toBe(NOW + 30 * MINUTE);
	});

	it("counts no failure against a feed that nobody could ask", () => {
		const before = poll({ failures: 2, askedAt: NOW });
		for (const outcome of ["offline", "permission-needed"] as const) {
			const after = nextPoll(before, { outcome }, times);
			expect(after.failures).toBe(2);
			expect(after.askedAt).toBeUndefined();
		}
	});

	it("is never before now nor beyond a day and its jitter, whatever came before", () => {
		const outcomes = fc.constantFrom("fresh", "unchanged", "timed-out", "not-found", "malformed" as const);
		fc.assert(
			fc.property(fc.array(outcomes), fc.constantFrom(0, 15, 720), (results, refreshMinutes) => {
				let current: Poll | undefined;
				for (const outcome of results) {
					current = nextPoll(current, { outcome }, { ...times, refreshMinutes });
					expect(current.nextAt).toBeGreaterThan(NOW);
					expect(current.nextAt).toBeLessThanOrEqual(NOW + DAY);
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

	it("keeps validators and the last success through failures", () => {
		expect(nextPoll(before, { outcome: "timed-out" }, times)).toMatchObject({
			etag: '"a"',
			succeededAt: 5,
		});
	});
});

describe("which feeds are asked", () => {
	const sources = [feed("due"), feed("later"), feed("new"), { ...feed("file"), kind: "digest" as const }];
	const polls = { due: poll({}), later: poll({ nextAt: NOW + 1 }) };

	it("are those whose time has come and those never asked", () => {
		expect(ids(due(sources, polls, times))).toEqual(["due", "new"]);
		expect(ids(due(sources, polls, manual))).toEqual(["new"]);
	});

	it("are by hand all but those of the last minute", () => {
		const asked = { ...polls, due: poll({ askedAt: NOW - 59_999 }), later: poll({ askedAt: NOW - MINUTE }) };
		expect(ids(askable(sources, asked, NOW))).toEqual(["later", "new"]);
	});

	it("are not silenced by a clock that was set back", () => {
		expect(ids(askable([feed("due")], { due: poll({ askedAt: NOW + DAY }) }, NOW))).toEqual(["due"]);
	});

	it("leave a host alone that asked for it, with all its feeds", () => {
		const shared = [feed("busy", "one.example"), feed("sister", "one.example"), feed("other")];
		const waiting = { busy: poll({ outcome: "too-busy", waitUntil: NOW + MINUTE }) };
		expect(ids(askable(shared, waiting, NOW))).toEqual(["other"]);
		expect(ids(askable(shared, waiting, NOW + MINUTE))).toEqual(["busy", "sister", "other"]);
	});

	it("are by themselves never those that are gone for good", () => {
		const gone = { due: poll({ outcome: "gone" }) };
		expect(due([feed("due")], gone, times)).toEqual([]);
		expect(nextDueAt([feed("due")], gone, times)).toBeUndefined();
		expect(ids(askable([feed("due")], gone, NOW))).toEqual(["due"]);
	});

	it("are no more within the minute once it is noted that they are being asked", () => {
		const noted = noteAsking(polls, [feed("due"), feed("new")], NOW);
		expect(due(sources, noted, times)).toEqual([]);
		expect(ids(due(sources, noted, { ...times, now: NOW + MINUTE }))).toEqual(["due", "later", "new"]);
	});
});

describe("the next time that any is due", () => {
	it("is the earliest one", () => {
		const polls = { a: poll({ nextAt: NOW + 9 }), b: poll({ nextAt: NOW + 5 }) };
		expect(nextDueAt([feed("a"), feed("b")], polls, times)).toBe(NOW + 5);
	});

	it("doesn't come where the user refreshes by hand", () => {
		expect(nextDueAt([feed("a")], { a: poll({}) }, manual)).toBeUndefined();
	});

	it("waits for a host that asked for it", () => {
		const polls = { a: poll({ waitUntil: NOW + 50 }) };
		expect(nextDueAt([feed("a", "one.example"), feed("b", "one.example")], polls, times)).toBe(NOW + 50);
	});
});

it("a new interval holds at once for feeds that answer well", () => {
	const polls = {
		well: poll({ nextAt: NOW + DAY, succeededAt: NOW }),
		failing: poll({ failures: 1, nextAt: NOW + DAY, succeededAt: NOW }),
	};
	const after = reschedule(polls, { ...times, refreshMinutes: 15 });
	expect(after.well?.nextAt).toBe(NOW + 15 * MINUTE);
	expect(after.failing?.nextAt).toBe(NOW + DAY);
});

it("what was hindered is due as soon as the hindrance is gone", () => {
	const polls = {
		hindered: poll({ outcome: "offline", nextAt: NOW + DAY }),
		other: poll({ nextAt: NOW + DAY }),
	};
	const after = dueAgain(polls, "offline", NOW);
	expect([after.hindered?.nextAt, after.other?.nextAt]).toEqual([NOW, NOW + DAY]);
});
