import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import type { RuleDraft } from "../../../data/model/rule";
import { addSource, mark, markAllRead, removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readMatchCounts, readMatched } from "../../../data/store/read-matched";
import { readOlder } from "../../../data/store/read-older";
import { readSaved } from "../../../data/store/read-saved";
import { addRule, expireRules, removeRule, settleRules } from "../../../data/store/rules";
import { button } from "../support/browser";
import { emptyStore, feedSource, marksIn, NOON, reopened, stories, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

const words = (text: string, more: Partial<RuleDraft> = {}): RuleDraft => ({
	act: "mute",
	match: { kind: "words", text },
	where: "title",
	...more,
});

async function added(draft: RuleDraft) {
	const outcome = await addRule(store, draft);
	if (!outcome.ok) throw new Error(outcome.trouble.code);
	await settleRules(store);
	return outcome.value;
}

const front = () => readItems(["headlines", "marks", "ticker", "muted", "rules"]);
const titles = async () => (await front()).headlines.map(({ title }) => title);

describe("a mute rule", () => {
	beforeEach(() =>
		addSource(store, feedSource("feed"), [
			story("a", { title: "Football tonight" }),
			story("b", { title: "Tea", html: "<p>And football</p>", publishedAt: NOON - 1 }),
			story("c", { title: "Rain", publishedAt: NOON - 2 }),
		]),
	);

	it("hides what is kept from the front, the run and the badge, and says how many", async () => {
		const rule = await added(words("football"));
		const { ticker, muted } = await front();
		expect(await titles()).toEqual(["Tea", "Rain"]);
		expect(ticker).toMatchObject({ total: 2, unread: 2 });
		expect(button.text).toBe("2");
		expect(muted).toEqual({ [rule.id]: 1 });
		const matched = await readMatched(rule, 10);
		expect(matched.map(({ headline }) => headline.title)).toEqual(["Football tonight"]);
	});

	it("looks into the text where it is told to", async () => {
		await added(words("football", { where: "text" }));
		expect(await titles()).toEqual(["Rain"]);
	});

	it("hides what comes in, which counts as nothing new", async () => {
		const rule = await added(words("football"));
		const merged = await addSource(store, feedSource("feed"), [story("d", { title: "More football" })]);
		expect(merged).toEqual({ fresh: 0, revised: 0, muted: 1 });
		expect((await front()).muted).toEqual({ [rule.id]: 2 });
		expect(button.text).toBe("2");
	});

	it("judges a headline anew whose title is edited", async () => {
		await added(words("football"));
		await addSource(store, feedSource("feed"), [story("a", { title: "Tennis tonight" })]);
		await addSource(store, feedSource("feed"), [story("c", { title: "Football in the rain" })]);
		expect(await titles()).toEqual(["Tennis tonight", "Tea"]);
		expect(button.text).toBe("2");
	});

	it("mutes a source with all that it brings", async () => {
		await addSource(store, feedSource("loud"), stories(3, "l"));
		await added({ act: "mute", match: { kind: "source", source: "loud" }, where: "title" });
		await addSource(store, feedSource("loud"), [story("later")]);
		expect(await titles()).toEqual(["Football tonight", "Tea", "Rain"]);
		expect(button.text).toBe("3");
	});

	it("leaves saved headlines where they were saved, and marks as they were", async () => {
		const [id = ""] = (await front()).headlines.map(({ id }) => id);
		await mark(store, [id], "saved");
		const rule = await added(words("football"));
		expect((await readSaved()).map(({ headline }) => headline.id)).toEqual([id]);
		expect(await markAllRead(store)).not.toContain(id);
		await removeRule(store, rule.id);
		expect((await front()).marks[id]).toEqual({ saved: NOON });
		expect(button.text).toBe("1");
	});

	it("hides nothing twice: what two rules mute is free only without both", async () => {
		const one = await added(words("football"));
		const other = await added(words("tonight"));
		expect((await front()).ticker.hidden).toBe(1);
		await removeRule(store, one.id);
		expect(await titles()).not.toContain("Football tonight");
		await removeRule(store, other.id);
		expect(await titles()).toContain("Football tonight");
		expect((await front()).muted).toEqual({});
		expect((await front()).ticker.hidden).toBeUndefined();
		expect(button.text).toBe("3");
	});

	it("doesn't count what came of a removed source", async () => {
		const rule = await added(words("football"));
		await addSource(store, feedSource("other"), [story("o", { title: "Football" })]);
		await removeSource(store, "other");
		expect((await front()).muted).toEqual({ [rule.id]: 1 });
		expect(await readMatched(rule, 10)).toHaveLength(1);
	});
});

describe("a watch rule", () => {
	it("marks what it watches for, kept or coming, until it is removed", async () => {
		await addSource(store, feedSource("feed"), [story("a", { title: "Harbour" }), story("b")]);
		const rule = await added(words("harbour", { act: "watch" }));
		await addSource(store, feedSource("feed"), [story("c", { title: "The harbour" })]);
		const watched = async () => (await front()).headlines.filter((one) => one.watched).length;
		expect(await watched()).toBe(2);
		expect(await readMatchCounts([rule])).toEqual({ [rule.id]: 2 });
		await removeRule(store, rule.id);
		expect(await watched()).toBe(0);
	});
});

describe("adding a rule", () => {
	test.each([
		[words(" ?! "), "rule-empty"],
		[words("a".repeat(201)), "rule-too-long"],
		[words("over", { until: NOON }), "rule-ended"],
		[words("", { match: { kind: "pattern", text: "(" } }), "pattern-broken"],
		[words("", { match: { kind: "pattern", text: "(a)\\1" } }), "pattern-slow"],
	])("%j is refused with %s", async (draft, code) => {
		expect(await addRule(store, draft)).toEqual({ ok: false, trouble: { code } });
		expect((await front()).rules).toEqual([]);
	});

	it("that is there already answers it, with its new end", async () => {
		const rule = await added(words("Football", { until: NOON + 5 }));
		expect(await added(words("  FOOTBALL "))).toEqual({
			...rule,
			match: { kind: "words", text: "FOOTBALL" },
			until: undefined,
		});
		expect((await front()).rules).toHaveLength(1);
		await added(words("football", { act: "watch" }));
		expect((await front()).rules).toHaveLength(2);
	});
});

describe("a rule that runs out", () => {
	it("frees what it muted", async () => {
		await addSource(store, feedSource("feed"), stories(3));
		await added(words("story", { until: NOON + 1000 }));
		expect(await titles()).toEqual([]);
		store.clock.now += 999;
		await expireRules(store);
		expect((await front()).rules).toHaveLength(1);
		store.clock.now += 1;
		await addSource(store, feedSource("feed"), [story("late")]);
		expect(await titles()).toEqual(["Story late"]);
		await expireRules(store);
		await settleRules(store);
		expect(await titles()).toHaveLength(4);
		expect(button.text).toBe("4");
	});
});

describe("judging many headlines", () => {
	beforeEach(() => addSource(store, feedSource("feed"), stories(1200)));

	it("answers with the newest judged, and lets others in between the batches", async () => {
		const outcome = await addRule(store, words("story"));
		expect(outcome.ok).toBe(true);
		const order: string[] = [];
		const settling = settleRules(store).then(() => order.push("settled"));
		const marking = mark(store, [], "read").then(() => order.push("marked"));
		await Promise.all([settling, marking]);
		expect(order).toEqual(["marked", "settled"]);
		expect(button.text).toBe("");
		expect(
			(await readOlder({ id: "", title: "", source: "", publishedAt: NOON + 1, kind: "bare" }, 2000))
				.headlines,
		).toEqual([]);
	});

	test.each([1, 2, 3, 4, 5, 6])(
		"goes on at the next start when stopped after %i transactions",
		async (stopAfter) => {
			const archive = await store.archive();
			const { transaction } = archive;
			let begun = 0;
			const stopping = Object.assign(Object.create(archive) as typeof archive, {
				transaction: (...args: Parameters<typeof transaction>) => {
					if (args[1] === "readwrite" && begun++ >= stopAfter) throw new Error("The background was stopped.");
					return transaction.apply(archive, args);
				},
			});
			const stopped = { ...store, archive: async () => stopping };
			await addRule(stopped, words("story"))
				.then(() => settleRules(stopped))
				.catch(() => {});
			const later = reopened(store.clock);
			await settleRules(later);
			const { rules, headlines } = await front();
			expect(headlines).toHaveLength(rules.length === 1 ? 0 : 500);
			for (const { id } of rules) {
				begun = 0;
				await removeRule(stopped, id)
					.then(() => settleRules(stopped))
					.catch(() => {});
				await settleRules(reopened(store.clock));
			}
			expect((await front()).headlines).toHaveLength(500);
			expect(button.text).toBe("999+");
			expect(await marksIn(archive)).toEqual([]);
		},
	);
});

describe("a rule that the archive has no room for", () => {
	const { put } = IDBObjectStore.prototype;
	beforeEach(() => addSource(store, feedSource("feed"), stories(3)));
	afterEach(() => {
		IDBObjectStore.prototype.put = put;
	});
	const refuse = () => {
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name === "headlines") throw new DOMException("Full.", "QuotaExceededError");
			return put.apply(this, args);
		};
	};

	it("isn’t added, nor removed, and leaves what is muted as it was", async () => {
		await added(words("s1"));
		const { ticker: _, ...before } = await front();
		refuse();
		await expect(addRule(store, words("s2"))).rejects.toMatchObject({ name: "QuotaExceededError" });
		const rule = before.rules[0]?.id ?? "";
		await expect(removeRule(store, rule)).rejects.toMatchObject({ name: "QuotaExceededError" });
		IDBObjectStore.prototype.put = put;
		await settleRules(store);
		expect(await front()).toMatchObject(before);
		await removeRule(store, rule);
		expect(await titles()).toHaveLength(3);
	});
});
