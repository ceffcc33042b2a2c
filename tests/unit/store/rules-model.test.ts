import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { RuleDraft } from "../../../data/model/rule";
import { addSource, mark, markAllRead, removeSource, restoreSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { addRule, expireRules, removeRule, settleRules } from "../../../data/store/rules";
import { button } from "../support/browser";
import { emptyStore, feedSource, NOON, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const WORDS = ["tea", "rain", "sun", "cat"];
const SOURCES = ["one", "two"];

type Step =
	| { do: "arrive"; source: string; key: string; title: string }
	| { do: "mark"; as: "read" | "unread"; place: number }
	| { do: "readAll" }
	| { do: "remove" }
	| { do: "restore" }
	| { do: "wait" }
	| { do: "add"; draft: RuleDraft }
	| { do: "free"; place: number };

const word = fc.constantFrom(...WORDS);
const source = fc.constantFrom(...SOURCES);
const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const draft: fc.Arbitrary<RuleDraft> = fc
	.record({
		act: fc.constantFrom("mute", "watch"),
		match: fc.oneof(
			fc.record({ kind: fc.constant("words"), text: word }),
			fc.record({ kind: fc.constant("pattern"), text: word.map((one) => `^${one}`) }),
			fc.record({ kind: fc.constant("source"), source }),
		),
		where: fc.constant("title"),
		until: fc.option(fc.constantFrom(NOON + 1000, NOON + 2000), { nil: undefined }),
	})
	// fast-check widens the constants; each of them is one of the draft's own.
	.map(({ until, ...rest }) => ({ ...rest, ...(until && { until }) }) as RuleDraft);
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		do: fc.constant("arrive" as const),
		source,
		key: fc.constantFrom("a", "b", "c", "d"),
		title,
	}),
	fc.record({
		do: fc.constant("mark" as const),
		as: fc.constantFrom("read" as const, "unread" as const),
		place: fc.nat(20),
	}),
	fc.record({
		do: fc.constantFrom("readAll" as const, "remove" as const, "restore" as const, "wait" as const),
	}),
	fc.record({ do: fc.constant("add" as const), draft }),
	fc.record({ do: fc.constant("free" as const), place: fc.nat(5) }),
);

/** What should be so, said as plainly as can be: every headline is judged by every rule whenever one asks. */
function createModel() {
	const headlines = new Map<string, { source: string; title: string; read: boolean }>();
	const removed = new Set<string>();
	return { headlines, removed };
}

const isMet = ({ match }: RuleDraft, one: { source: string; title: string }) => {
	if (match.kind === "source") return match.source === one.source;
	if (match.kind === "words") return one.title.split(" ").includes(match.text);
	return one.title.startsWith(match.text.slice(1));
};

test("after any acts, counts and lists are those of a simple model", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const store = emptyStore();
			const model = createModel();
			for (const id of SOURCES) await addSource(store, feedSource(id), []);
			const front = () => readItems(["headlines", "ticker", "muted", "rules"]);
			const keyOf = (one: { source: string; publishedAt: number }) =>
				`${one.source}/${"abcd"[NOON - one.publishedAt]}`;

			for (const one of steps) {
				const { headlines, rules } = await front();
				if (one.do === "arrive") {
					if (model.removed.has(one.source)) continue;
					const publishedAt = NOON - "abcd".indexOf(one.key);
					await addSource(store, feedSource(one.source), [story(one.key, { title: one.title, publishedAt })]);
					const key = `${one.source}/${one.key}`;
					const before = model.headlines.get(key);
					model.headlines.set(key, { source: one.source, title: one.title, read: before?.read ?? false });
				} else if (one.do === "mark") {
					const headline = headlines[one.place % Math.max(headlines.length, 1)];
					if (!headline) continue;
					await mark(store, [headline.id], one.as);
					const kept = model.headlines.get(keyOf(headline));
					if (kept) kept.read = one.as === "read";
				} else if (one.do === "readAll") {
					await markAllRead(store);
					for (const kept of model.headlines.values()) {
						const isMuted = rules.some((rule) => rule.act === "mute" && isMet(rule, kept));
						if (!isMuted && !model.removed.has(kept.source)) kept.read = true;
					}
				} else if (one.do === "remove") {
					await removeSource(store, "two");
					model.removed.add("two");
				} else if (one.do === "restore") {
					await restoreSource(store, "two");
					model.removed.delete("two");
				} else if (one.do === "wait") {
					store.clock.now += 1000;
					await expireRules(store);
				} else if (one.do === "add") await addRule(store, one.draft);
				else if (one.do === "free") {
					const rule = rules[one.place % Math.max(rules.length, 1)];
					if (rule) await removeRule(store, rule.id);
				}
				await settleRules(store);

				const after = await front();
				const mutes = after.rules.filter(({ act }) => act === "mute");
				const there = [...model.headlines].filter(([, { source }]) => !model.removed.has(source));
				const listed = there.filter(([, kept]) => !mutes.some((rule) => isMet(rule, kept)));
				const unread = listed.filter(([, { read }]) => !read).length;
				expect(after.headlines.map(keyOf).sort()).toEqual(listed.map(([key]) => key).sort());
				expect(after.ticker.unread).toBe(unread);
				expect(button.text).toBe(unread === 0 ? "" : String(unread));
				const counts = mutes.map(({ id }) => after.muted[id] ?? 0);
				expect(counts).toEqual(mutes.map((rule) => there.filter(([, kept]) => isMet(rule, kept)).length));
				const watches = after.rules.filter(({ act }) => act === "watch");
				const watched = listed.filter(([, kept]) => watches.some((rule) => isMet(rule, kept)));
				expect(after.headlines.filter((one) => one.watched)).toHaveLength(watched.length);
			}
		}),
		{ numRuns: 60 },
	);
}, 30_000);
