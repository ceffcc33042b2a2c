import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeRun } from "../../../data/model/compose-run";
import type { Headline, Marks } from "../../../data/model/headline";
import { applyAct } from "../../../data/model/mark";
import { EMPTY_RUN, type Run } from "../../../data/model/run";
import { storiesOf } from "../../../data/model/run-stories";

const headline = (n: number): Headline => ({
	id: `h${n}`,
	title: `Headline ${n}`,
	source: "s",
	publishedAt: n,
	kind: "bare",
});

/** A ticker and its store, as small as they can be. */
class Ticker {
	headlines: Headline[] = [];
	marks: Marks = {};
	now = 1;
	restartedAt = 0;
	run: Run = EMPTY_RUN;

	publish() {
		const { headlines, marks, now, restartedAt } = this;
		const sources = [{ id: "s", kind: "feed" as const, title: "Source", addedAt: 0 }];
		this.run = composeRun({
			headlines,
			stories: storiesOf(headlines, sources),
			marks,
			sources,
			previous: this.run,
			restartedAt,
			revision: 1,
			counts: { unread: 0, fresh: 0, watched: 0 },
			hidden: 0,
			now,
		});
	}
	arrive(count: number) {
		const first = this.headlines.length;
		const fresh = Array.from({ length: count }, (_, n) => headline(first + n));
		this.headlines = [...fresh.reverse(), ...this.headlines];
		this.publish();
	}
	mark(id: string, act: Parameters<typeof applyAct>[1]) {
		this.now += 1;
		this.marks = { ...this.marks, [id]: applyAct(this.marks[id] ?? {}, act, this.now) };
		this.publish();
	}
	/** Shows the headline that the run stands at, and answers it. */
	advance(): string | undefined {
		const current = this.run.headlines[this.run.place]?.id;
		if (current) this.mark(current, "shown");
		return current;
	}
	restart() {
		this.now += 1;
		this.restartedAt = this.now;
		for (const [id, { shown: _, ...rest }] of Object.entries(this.marks)) {
			if (rest.read === undefined) this.marks[id] = rest;
		}
		this.publish();
	}
	get isOver() {
		return this.run.before + this.run.place === this.run.total;
	}
}

const steps = fc.array(
	fc.oneof(
		fc.record({ do: fc.constant("arrive" as const), n: fc.integer({ min: 1, max: 40 }) }),
		fc.record({ do: fc.constant("advance" as const), n: fc.integer({ min: 1, max: 20 }) }),
		fc.record({ do: fc.constantFrom("read" as const, "unread" as const, "saved" as const), n: fc.nat(60) }),
		fc.record({ do: fc.constant("restart" as const), n: fc.constant(0) }),
	),
	{ maxLength: 30 },
);

/** Plays some steps; calls back after each with the ids that it showed. */
function play(script: { do: string; n: number }[], after: (ticker: Ticker, shown: string[]) => void) {
	const ticker = new Ticker();
	for (const step of script) {
		const shown: string[] = [];
		if (step.do === "arrive") ticker.arrive(step.n);
		else if (step.do === "restart") ticker.restart();
		else if (step.do === "advance") {
			for (let n = 0; n < step.n && !ticker.isOver; n++) shown.push(ticker.advance() ?? "nothing");
		} else if (step.do === "read" || step.do === "unread" || step.do === "saved") {
			const one = ticker.headlines[step.n];
			if (one) ticker.mark(one.id, step.do);
		}
		after(ticker, shown);
	}
	return ticker;
}

describe("the run", () => {
	it("shows nothing twice before all is shown", () => {
		fc.assert(
			fc.property(steps, (script) => {
				let run = -1;
				let shownInRun = new Set<string>();
				play(script, (ticker, shown) => {
					if (ticker.run.startedAt !== run) shownInRun = new Set();
					run = ticker.run.startedAt;
					for (const id of shown) {
						expect(shownInRun).not.toContain(id);
						shownInRun.add(id);
					}
				});
			}),
		);
	});

	it("always knows its place", () => {
		fc.assert(
			fc.property(steps, (script) => {
				play(script, ({ run, headlines, marks }) => {
					const toShow = headlines.filter(({ id }) => !marks[id]?.shown && !marks[id]?.read);
					expect(run.total).toBe(run.before + run.place + toShow.length);
					expect(run.headlines.length - run.place).toBe(Math.min(toShow.length, 30));
					expect(run.headlines[run.place]?.id).toBe(toShow[0]?.id);
					expect(run.place).toBeLessThanOrEqual(10);
					for (const { id } of run.headlines.slice(0, run.place)) expect(marks[id]?.shown).toBeDefined();
				});
			}),
		);
	});

	it("comes to an end after as many steps as it says", () => {
		fc.assert(
			fc.property(steps, (script) => {
				const ticker = play(script, () => {});
				const left = ticker.run.total - ticker.run.before - ticker.run.place;
				for (let n = 0; n < left; n++) expect(ticker.advance()).toBeDefined();
				expect(ticker.isOver).toBe(true);
				expect(ticker.advance()).toBeUndefined();
			}),
			{ numRuns: 40 },
		);
	});

	it("begins anew with what arrives after its end", () => {
		const ticker = new Ticker();
		ticker.arrive(2);
		ticker.advance();
		ticker.advance();
		ticker.arrive(3);
		expect(ticker.run).toMatchObject({ place: 0, before: 0, total: 3 });
	});

	it("grows with what arrives before its end, the newest next", () => {
		const ticker = new Ticker();
		ticker.arrive(3);
		ticker.advance();
		ticker.arrive(2);
		expect(ticker.run).toMatchObject({ place: 1, before: 0, total: 5 });
		expect(ticker.run.headlines[1]?.id).toBe("h4");
	});

	it("begins again with everything unread when it is restarted", () => {
		const ticker = new Ticker();
		ticker.arrive(20);
		for (let n = 0; n < 15; n++) ticker.advance();
		ticker.mark("h19", "read");
		ticker.restart();
		expect(ticker.run).toMatchObject({ place: 0, before: 0, total: 19 });
	});

	it("holds the last 10 and the next 30, and counts the rest", () => {
		const ticker = new Ticker();
		ticker.arrive(100);
		for (let n = 0; n < 25; n++) ticker.advance();
		expect(ticker.run).toMatchObject({ place: 10, before: 15, total: 100 });
		expect(ticker.run.headlines).toHaveLength(40);
	});

	it("goes on by the right time after the clock was ahead", () => {
		const ticker = new Ticker();
		ticker.now = 1_000_000;
		ticker.arrive(3);
		ticker.advance();
		ticker.now = 1_000;
		ticker.publish();
		ticker.advance();
		expect(ticker.run).toMatchObject({ place: 1, before: 0, total: 2 });
		ticker.advance();
		ticker.arrive(2);
		ticker.advance();
		expect(ticker.run).toMatchObject({ place: 1, before: 0, total: 2 });
	});

	it("goes on after it was restarted by a clock that was ahead", () => {
		const ticker = new Ticker();
		ticker.arrive(3);
		ticker.now = 1_000_000;
		ticker.restart();
		ticker.now = 1_000;
		ticker.advance();
		ticker.advance();
		expect(ticker.run).toMatchObject({ place: 2, before: 0, total: 3 });
	});

	it("names each headline's source", () => {
		const ticker = new Ticker();
		ticker.arrive(1);
		expect(ticker.run.headlines[0]?.sourceTitle).toBe("Source");
	});
});
