import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../../data/model/durations";
import type { HeadlineId, Mark } from "../../../../data/model/headline";
import { shortId } from "../../../../data/model/sync/facts";
import { packState, unpackState } from "../../../../data/model/sync/pack";
import { bytesOf, ITEM_BYTES, QUOTA_BYTES, readParts, toItems } from "../../../../data/model/sync/parts";
import { feedSource, NOON } from "../../support/store";
import { type Cloud, Device, named } from "./support";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const randomIds = (count: number, seed: number): HeadlineId[] => {
	let state = seed;
	const next = () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return ALPHABET[Math.floor((state / 2 ** 32) * 64)] ?? "A";
	};
	return Array.from({ length: count }, () => Array.from({ length: 20 }, next).join(""));
};

function reader(name: string, ids: readonly HeadlineId[], markOf: (place: number) => Mark): Device {
	const device = new Device(name);
	device.keep(ids);
	device.present = { ...device.present, marks: new Map(ids.map((id, place) => [id, markOf(place)])) };
	return device;
}

const manySources = (device: Device, count: number) => {
	const sources = randomIds(count, 7).map((id) =>
		feedSource(id, { url: `https://${id}.example/feed.xml`, title: `News of ${id}`, group: "World" }),
	);
	device.present = { ...device.present, sources };
};

describe("the quota", () => {
	it("is kept with every read headline of years, of which the oldest are left out first", () => {
		const cloud: Cloud = {};
		const ids = randomIds(12_000, 1);
		const device = reader(named(1), ids, (place) => ({
			read: NOON - place * MINUTE_MS,
			...(place % 40 === 0 && { saved: NOON - place * MINUTE_MS }),
		}));
		manySources(device, 150);
		expect(device.sync(cloud)).toBe("write");
		expect(bytesOf(cloud)).toBeLessThan(QUOTA_BYTES);
		for (const [key, value] of Object.entries(cloud))
			expect(bytesOf({ [key]: value })).toBeLessThan(ITEM_BYTES);
		const state = readParts(cloud)[0]?.state ?? new Map();
		const isSaid = (act: "read" | "saved") =>
			ids.map((id) => state.get(`mark:${shortId(id)}`)?.[act] !== undefined);
		const read = isSaid("read");
		const kept = read.lastIndexOf(true) + 1;
		expect(kept).toBeGreaterThan(2_000);
		expect(read.slice(0, kept)).not.toContain(false);
		expect(isSaid("saved").filter(Boolean)).toHaveLength(300);
		expect([...state.keys()].filter((key) => key.startsWith("source:"))).toHaveLength(150);
	});

	it("leaves out no more than it must where all were marked in one second", () => {
		const cloud: Cloud = {};
		reader(named(1), randomIds(9_000, 2), () => ({ read: NOON })).sync(cloud);
		expect(readParts(cloud)[0]?.state.size).toBeGreaterThan(5_000);
	});

	it("has room for a device that joins with as much again", () => {
		const cloud: Cloud = {};
		const one = reader(named(1), randomIds(7_000, 3), (place) => ({ read: NOON - place * 1000 }));
		const other = reader(named(2), randomIds(7_000, 4), (place) => ({ read: NOON - place * 1000 - 500 }));
		manySources(other, 100);
		for (let turn = 0; turn < 6; turn += 1) {
			(turn % 2 === 0 ? one : other).sync(cloud, NOON + turn * MINUTE_MS);
			expect(bytesOf(cloud)).toBeLessThan(QUOTA_BYTES);
		}
		expect(one.present.sources).toHaveLength(100);
		const sizes = readParts(cloud).map(({ state }) => state.size);
		expect(Math.min(...sizes)).toBeGreaterThan(1_500);
	});

	it("is never passed: where sources alone don't fit, that is said and nothing is written", () => {
		const cloud: Cloud = {};
		const device = new Device(named(1));
		manySources(device, 4_000);
		expect(device.sync(cloud)).toBe("crowded");
		expect(cloud).toEqual({});
	});

	it("is freed of a device that has said nothing for half a year, and of nothing that it knew", () => {
		const cloud: Cloud = {};
		const gone = new Device(named(1));
		gone.add(feedSource("s1"));
		gone.sync(cloud, NOON);
		const other = new Device(named(2));
		other.sync(cloud, NOON + 200 * DAY_MS);
		expect(readParts(cloud).map(({ device }) => device)).toEqual([other.name]);
		expect(readParts(cloud)[0]?.state.has("source:s1")).toBe(true);
	});
});

describe("what is broken, hostile or newer", () => {
	const said = () => {
		const cloud: Cloud = {};
		const device = new Device(named(1));
		for (const id of randomIds(400, 5)) device.add(feedSource(id));
		device.sync(cloud);
		return cloud;
	};

	it("is passed over, left alone, and changes nothing", () => {
		const whole = said();
		const keys = Object.keys(whole);
		expect(keys.length).toBeGreaterThan(1);
		const edit = (key: string, more: object) => ({ ...whole, [key]: { ...Object(whole[key]), ...more } });
		const [first = "", second = ""] = keys;
		const broken: Cloud[] = [
			Object.fromEntries(Object.entries(whole).slice(1)),
			edit(first, { v: 2 }),
			edit(first, { at: 1 }),
			edit(first, { of: 1e9 }),
			edit(second, { text: "AAAA" }),
			edit(first, { text: 7 }),
			{ ...whole, [first]: null },
			{ "device/x/0": whole[first], other: whole[first], __proto__: whole[first] },
		];
		for (const cloud of broken) {
			const reading = new Device(named(2));
			const before = JSON.stringify(cloud);
			reading.takeIn(cloud, NOON);
			expect(reading.present.sources).toEqual([]);
			reading.sync(cloud);
			const left = Object.fromEntries(Object.entries(cloud).filter(([key]) => !key.includes(reading.name)));
			expect(JSON.stringify(left)).toBe(before);
		}
	});

	it("can't be unpacked to more than a state has, nor read from any other text", () => {
		const bomb = Buffer.from(gzipSync(Buffer.alloc(50_000_000))).toString("base64");
		expect(unpackState(bomb)).toBeUndefined();
		fc.assert(fc.property(fc.base64String(), (text) => unpackState(text) === undefined));
	});

	it("leaves out of a state what no field can be, and takes the rest", () => {
		const state = new Map<string, Record<string, [unknown, number]>>([
			["settings:", { theme: ["pink", 5], wordsPerMinute: [1e9, 5], badge: ["none", 5], sync: [true, 5] }],
			["source:a", { here: [true, 5], url: ["javascript:alert(1)", 5], title: ["x".repeat(9_999), 5] }],
			["source:b", { here: [true, 1e15], url: ["http://b.example/", 5], paused: ["yes", 5], newer: [1, 5] }],
			[
				"rule:mute words title x",
				{ here: [true, 5], draft: [{ act: "mute", match: { kind: "words", text: 5 } }, 5] },
			],
		]);
		const items = toItems(named(1), NOON, packState(state));
		const [part] = readParts(items);
		expect([...(part?.state ?? [])]).toEqual([
			["settings:", { badge: ["none", 5] }],
			["source:a", { here: [true, 5] }],
			["source:b", { url: ["http://b.example/", 5] }],
			["rule:mute words title x", { here: [true, 5] }],
		]);
		const device = new Device(named(2));
		device.takeIn(items, NOON);
		expect(device.present.sources).toEqual([]);
		expect(device.present.rules).toEqual([]);
		expect(device.present.settings).toMatchObject({ theme: "system", badge: "none", sync: false });
	});
});
