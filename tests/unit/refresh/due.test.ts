import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import type { Poll, Source } from "../../../data/model/source";
import { askable, askedNow, due, nextDueAt, spreadNew } from "../../../data/refresh/due";

const NOW = Date.UTC(2025, 6, 24, 12);
const moment = { refreshMinutes: 30, now: NOW };
const manual = { ...moment, refreshMinutes: 0 };

const feed = (id: string, host = `${id}.example`): Source => ({
	id,
	kind: "feed",
	title: id,
	url: `https://${host}/feed`,
	addedAt: 0,
});
const poll = (more: Partial<Poll>): Poll => ({ nextAt: NOW, failures: 0, outcome: "fresh", ...more });
const ids = (sources: Source[]) => sources.map(({ id }) => id);

describe("which feeds are asked", () => {
	const sources = [feed("due"), feed("later"), feed("new"), { ...feed("file"), kind: "digest" as const }];
	const polls = { due: poll({}), later: poll({ nextAt: NOW + 1 }) };

	it("are those whose time has come and those never asked", () => {
		expect(ids(due(sources, polls, moment))).toEqual(["due", "new"]);
		expect(ids(due(sources, polls, manual))).toEqual(["new"]);
	});

	it("are by hand all but those of the last minute", () => {
		const asked = {
			...polls,
			due: poll({ askedAt: NOW - 59_999 }),
			later: poll({ askedAt: NOW - MINUTE_MS }),
		};
		expect(ids(askable(sources, asked, NOW))).toEqual(["later", "new"]);
	});

	it("are not silenced by a clock that was set back", () => {
		expect(ids(askable([feed("due")], { due: poll({ askedAt: NOW + DAY_MS }) }, NOW))).toEqual(["due"]);
	});

	it("are asked by a clock that is right again, whatever one that was ahead had put down", () => {
		const inTenYears = NOW + 3650 * DAY_MS;
		for (const ahead of [
			poll({ askedAt: inTenYears, nextAt: inTenYears + DAY_MS, waitUntil: inTenYears + DAY_MS }),
			poll({ askedAt: NOW + DAY_MS, nextAt: NOW + 2 * DAY_MS, waitUntil: NOW + 2 * DAY_MS }),
			poll({ outcome: "permission-needed", nextAt: inTenYears }),
		]) {
			expect(ids(due([feed("due")], { due: ahead }, moment))).toEqual(["due"]);
			expect(nextDueAt([feed("due")], { due: ahead }, moment)).toBe(NOW);
		}
	});

	it("wait their time though the clock goes back by a little", () => {
		const asked = poll({ askedAt: NOW + 5_000, nextAt: NOW + 30 * MINUTE_MS });
		expect(due([feed("due")], { due: asked }, moment)).toEqual([]);
	});

	it("leave a host alone that asked for it, with all its feeds", () => {
		const shared = [feed("busy", "one.example"), feed("sister", "one.example"), feed("other")];
		const waiting = { busy: poll({ outcome: "too-busy", waitUntil: NOW + MINUTE_MS }) };
		expect(ids(askable(shared, waiting, NOW))).toEqual(["other"]);
		expect(ids(askable(shared, waiting, NOW + MINUTE_MS))).toEqual(["busy", "sister", "other"]);
	});

	it("are by themselves never those that are gone for good", () => {
		const gone = { due: poll({ outcome: "gone" }) };
		expect(due([feed("due")], gone, moment)).toEqual([]);
		expect(nextDueAt([feed("due")], gone, moment)).toBeUndefined();
		expect(ids(askable([feed("due")], gone, NOW))).toEqual(["due"]);
	});

	it("are no more within the minute once it is noted that they are being asked", () => {
		const noted = { ...polls, due: askedNow(polls.due, NOW), new: askedNow(undefined, NOW) };
		expect(due(sources, noted, moment)).toEqual([]);
		expect(ids(due(sources, noted, { ...moment, now: NOW + MINUTE_MS }))).toEqual(["due", "new", "later"]);
		expect(nextDueAt(sources, { ...noted, later: poll({ nextAt: NOW + DAY_MS }) }, moment)).toBe(
			NOW + MINUTE_MS,
		);
	});

	it("are never paused ones, but by their own button", () => {
		const paused = [{ ...feed("due"), paused: true as const }];
		expect(due(paused, polls, moment)).toEqual([]);
		expect(nextDueAt(paused, polls, moment)).toBeUndefined();
		expect(ids(askable(paused, polls, NOW))).toEqual(["due"]);
	});

	it("are 200 in one cycle, the longest overdue first, and the others in the next", () => {
		const many = Array.from({ length: 250 }, (_, n) => feed(`f${n}`));
		const overdue = Object.fromEntries(many.map(({ id }, n) => [id, poll({ nextAt: NOW - n })]));
		const first = due(many, overdue, moment);
		expect(first).toHaveLength(200);
		expect(first[0]?.id).toBe("f249");
		expect(nextDueAt(many, overdue, moment)).toBe(NOW - 249);
	});
});

describe("the next time that any is due", () => {
	it("is the earliest one", () => {
		const polls = { a: poll({ nextAt: NOW + 9 }), b: poll({ nextAt: NOW + 5 }) };
		expect(nextDueAt([feed("a"), feed("b")], polls, moment)).toBe(NOW + 5);
	});

	it("doesn't come where the user refreshes by hand", () => {
		expect(nextDueAt([feed("a")], { a: poll({}) }, manual)).toBeUndefined();
	});

	it("waits for a host that asked for it", () => {
		const polls = { a: poll({ waitUntil: NOW + 50 }) };
		expect(nextDueAt([feed("a", "one.example"), feed("b", "one.example")], polls, moment)).toBe(NOW + 50);
	});
});

describe("a great many new feeds", () => {
	const many = Array.from({ length: 5000 }, (_, n) => feed(`f${n}`));

	it("are asked for the first time sixty a minute, the first of them at once", () => {
		const perMinute = new Map<number, number>();
		for (const { nextAt } of Object.values(spreadNew({}, many, NOW)))
			perMinute.set((nextAt - NOW) / MINUTE_MS, (perMinute.get((nextAt - NOW) / MINUTE_MS) ?? 0) + 1);
		expect([...perMinute.keys()]).toEqual(Array.from({ length: 84 }, (_, minute) => minute));
		expect(Math.max(...perMinute.values())).toBe(60);
		expect(due(many, spreadNew({}, many, NOW), moment)).toEqual(many.slice(0, 60));
	});

	it("are asked where the user refreshes by hand too, once", () => {
		expect(due(many.slice(0, 100), spreadNew({}, many, NOW), manual)).toHaveLength(60);
	});

	it("leave what is known of others as it was, and begin anew where they were followed before", () => {
		const known = { f0: poll({ nextAt: 7, outcome: "gone", etag: '"a"' }), other: poll({}) };
		expect(spreadNew(known, many.slice(0, 1), NOW)).toEqual({
			f0: { failures: 0, nextAt: NOW },
			other: known.other,
		});
	});
});
