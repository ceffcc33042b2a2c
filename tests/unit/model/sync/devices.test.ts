import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULE_TEXT_LIMIT, type Rule } from "../../../../data/model/rule";
import { bytesOf } from "../../../../data/model/sync/parts";
import { feedSource, NOON } from "../../support/store";
import { type Cloud, Device, hashOf, named } from "./support";

const SECOND = 1000;
const ids = Array.from({ length: 4 }, (_, n) => hashOf(n));
const rule = (text: string): Rule => ({
	...{ id: text, addedAt: NOON, act: "mute", where: "title" },
	match: { kind: "words", text },
});

let cloud: Cloud;
const devices = (count: number): Device[] => {
	cloud = {};
	return Array.from({ length: count }, (_, n) => {
		const device = new Device(named(n + 1));
		device.keep(ids);
		return device;
	});
};

/** Lets each device sync until none has anything more to say. */
function settle(all: readonly Device[], from: number): void {
	let quiet = 0;
	for (let turn = 0; quiet < all.length * 2; turn += 1) {
		if (turn > 60) throw new Error("The devices don't come to rest.");
		const how = all[turn % all.length]?.sync(cloud, from + turn * SECOND);
		quiet = how === "write" ? 0 : quiet + 1;
	}
}

const choicesOf = ({ present }: Device) => ({
	sources: [...present.sources].sort((one, other) => (one.id < other.id ? -1 : 1)),
	settings: present.settings,
	rules: present.rules.map(({ act, match, until }) => JSON.stringify([act, match, until])).sort(),
});
const doneOn = ({ present }: Device) =>
	ids.map((id) => [present.marks.get(id)?.read !== undefined, present.marks.get(id)?.saved !== undefined]);

type Act =
	| { do: "add" | "remove" | "rename"; what: number }
	| { do: "read" | "unread" | "save" | "unsave"; what: number }
	| { do: "theme" | "sync" | "mute" | "unmute"; what: number };

function perform(device: Device, { do: act, what }: Act, now: number): void {
	const id = ids[what] ?? "";
	const { marks, settings, rules, sources } = device.present;
	const mark = marks.get(id) ?? {};
	const source = sources.find((one) => one.id === `s${what}`);
	const text = `word${what}`;
	if (act === "add" && !source) device.add(feedSource(`s${what}`, { addedAt: now }));
	if (act === "rename" && source) device.add({ ...source, title: `Renamed on ${device.name} at ${now}` });
	if (act === "remove") device.remove(`s${what}`, now);
	if (act === "read") device.mark(id, { ...mark, read: mark.read ?? now });
	if (act === "save") device.mark(id, { ...mark, saved: mark.saved ?? now });
	if (act === "unread") device.mark(id, mark.saved === undefined ? {} : { saved: mark.saved });
	if (act === "unsave") device.mark(id, mark.read === undefined ? {} : { read: mark.read });
	const theme = (["system", "light", "dark"] as const)[what % 3] ?? "system";
	if (act === "theme") device.present = { ...device.present, settings: { ...settings, theme } };
	const others = rules.filter(({ match }) => match.kind === "source" || match.text !== text);
	if (act === "mute" && others.length === rules.length)
		device.present = { ...device.present, rules: [...rules, rule(text)] };
	if (act === "unmute") device.present = { ...device.present, rules: others };
	if (act === "sync") device.sync(cloud, now);
}

const anyAct = fc.record({
	device: fc.nat(2),
	what: fc.nat(3),
	do: fc.constantFrom(
		...(["add", "remove", "rename", "read", "unread", "save", "unsave", "theme", "mute", "unmute"] as const),
		...(["sync", "sync", "sync"] as const),
	),
});

describe("several devices of one profile", () => {
	it("come to rest alike, whatever was done on which and whenever they synced", () => {
		fc.assert(
			fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
				const all = devices(3);
				acts.forEach(({ device, ...act }, place) => {
					const one = all[device];
					if (one) perform(one, act, NOON + place * SECOND);
				});
				settle(all, NOON + acts.length * SECOND);
				const [first, ...others] = all;
				for (const other of others) {
					expect(first && choicesOf(other)).toEqual(first && choicesOf(first));
					expect(first && doneOn(other)).toEqual(first && doneOn(first));
				}
			}),
			{ numRuns: 40 },
		);
	});

	it("have the same rules, however long their words are when each letter is taken apart", () => {
		const [one, other] = devices(2) as [Device, Device];
		const longest = ["힣", "\ufdfa"].map((letter) => rule(letter.repeat(RULE_TEXT_LIMIT)));
		one.present = { ...one.present, rules: longest };
		settle([one, other], NOON);
		expect(choicesOf(other).rules).toEqual(choicesOf(one).rules);
		expect(other.present.rules).toHaveLength(2);
	});

	it("lose nothing that was added, read or saved on any, and not undone since", () => {
		const adding = anyAct.filter(({ do: act }) => ["add", "read", "save", "mute", "sync"].includes(act));
		fc.assert(
			fc.property(fc.array(adding, { maxLength: 30 }), (acts) => {
				const all = devices(3);
				acts.forEach(({ device, ...act }, place) => {
					const one = all[device];
					if (one) perform(one, act, NOON + place * SECOND);
				});
				settle(all, NOON + acts.length * SECOND);
				for (const { present } of all)
					for (const { do: act, what } of acts) {
						const mark = present.marks.get(ids[what] ?? "");
						if (act === "add") expect(present.sources.map(({ id }) => id)).toContain(`s${what}`);
						if (act === "mute")
							expect(present.rules.map(({ match }) => match)).toContainEqual(rule(`word${what}`).match);
						if (act === "read") expect(mark?.read).toBeDefined();
						if (act === "save") expect(mark?.saved).toBeDefined();
					}
			}),
			{ numRuns: 40 },
		);
	});

	it("undo on all what was undone on one, also by a clock that is behind", () => {
		const [a, b] = devices(2) as [Device, Device];
		a.add(feedSource("s1"));
		a.mark(hashOf(1), { read: NOON, saved: NOON });
		settle([a, b], NOON);
		expect(b.present.sources).toHaveLength(1);
		b.mark(hashOf(1), {});
		b.remove("s1", NOON - 1_000_000);
		settle([b, a], NOON - 1_000_000);
		expect(a.present.sources).toEqual([]);
		expect(doneOn(a)[1]).toEqual([false, false]);
		a.add(feedSource("s1", { addedAt: NOON + 9 * SECOND }));
		settle([a, b], NOON + 9 * SECOND);
		expect(b.present.sources).toHaveLength(1);
	});

	it("keep different choices for one source side by side", () => {
		const [a, b] = devices(2) as [Device, Device];
		a.add(feedSource("s1"));
		settle([a, b], NOON);
		a.add(feedSource("s1", { title: "Mine" }));
		b.add(feedSource("s1", { paused: true, group: "News" }));
		settle([a, b], NOON + 60 * SECOND);
		expect(a.present.sources[0]).toMatchObject({ title: "Mine", paused: true, group: "News" });
		expect(choicesOf(b)).toEqual(choicesOf(a));
	});

	it("take a source out of its group where one did", () => {
		const [a, b] = devices(2) as [Device, Device];
		a.add(feedSource("s1", { group: "News" }));
		settle([a, b], NOON);
		expect(b.present.sources).toEqual([feedSource("s1", { group: "News" })]);
		b.add(feedSource("s1"));
		settle([b, a], NOON + 60 * SECOND);
		expect(a.present.sources).toEqual([feedSource("s1")]);
	});

	it("keep what was set on the others where one joins with its defaults, and its sources", () => {
		const [a, b] = devices(2) as [Device, Device];
		a.present = { ...a.present, settings: { ...a.present.settings, theme: "dark", wordsPerMinute: 240 } };
		a.add(feedSource("s1"));
		settle([a], NOON);
		b.add(feedSource("s2"));
		b.present = { ...b.present, settings: { ...b.present.settings, speakingRate: 2 } };
		settle([b, a], NOON + 60 * SECOND);
		expect(b.present.settings).toMatchObject({ theme: "dark", wordsPerMinute: 240, speakingRate: 2 });
		expect(choicesOf(a)).toEqual(choicesOf(b));
		expect(a.present.sources).toHaveLength(2);
	});

	it("mark a headline that comes later, and take its leaving for no undoing", () => {
		const [a, b] = devices(2) as [Device, Device];
		b.keep([]);
		a.mark(hashOf(1), { read: NOON });
		settle([a, b], NOON);
		b.keep(ids);
		settle([b, a], NOON + 60 * SECOND);
		expect(doneOn(b)[1]).toEqual([true, false]);
		b.keep([]);
		b.present = { ...b.present, marks: new Map() };
		settle([b, a], NOON + 120 * SECOND);
		expect(doneOn(a)[1]).toEqual([true, false]);
	});

	it("bring back a source that damage has lost, and remove none for it", () => {
		const [a, b] = devices(2) as [Device, Device];
		a.add(feedSource("s1"));
		settle([a, b], NOON);
		a.present = { ...a.present, sources: [] };
		settle([a, b], NOON + 60 * SECOND);
		expect(a.present.sources).toHaveLength(1);
		expect(b.present.sources).toHaveLength(1);
	});

	it("say together what one that leaves has said, once each", () => {
		const [a, b, late] = devices(3) as [Device, Device, Device];
		for (let n = 0; n < 50; n += 1) a.add(feedSource(`s${n}`));
		settle([a, b], NOON);
		const once = bytesOf(cloud);
		for (const key of Object.keys(cloud)) if (key.includes(a.name)) delete cloud[key];
		settle([b], NOON + 60 * SECOND);
		expect(bytesOf(cloud)).toBeLessThanOrEqual(once);
		settle([late], NOON + 120 * SECOND);
		expect(late.present.sources).toHaveLength(50);
	});
});
