import { composeRun } from "@/data/model/compose-run";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN, type Run, type TickerHeadline } from "@/data/model/run";
import { storiesOf } from "@/data/model/run-stories";

/** What a page and the background do with a front, without either. */
export class RunArchive {
	headlines: Headline[] = [];
	marks: Marks = {};
	now = 1_000;
	run: Run = EMPTY_RUN;

	publish() {
		const sources = [..."abcd"].map((id) => ({
			id,
			kind: "feed" as const,
			title: `Source ${id}`,
			addedAt: 0,
		}));
		this.headlines.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
		this.run = composeRun({
			headlines: this.headlines,
			stories: storiesOf(this.headlines, sources),
			marks: this.marks,
			sources,
			previous: this.run,
			restartedAt: 0,
			revision: 1,
			hidden: 0,
			counts: { unread: this.headlines.length, fresh: 0, watched: 0 },
			now: this.now,
		});
	}
	add(...parts: Partial<Headline>[]) {
		this.now += 1;
		for (const part of parts) {
			const id = `h${String(this.headlines.length).padStart(3, "0")}`;
			const fact = { title: id, source: "a", publishedAt: this.now, kind: "bare" as const, seenAt: this.now };
			this.headlines.push({ id, ...fact, ...part });
		}
		this.publish();
		return this;
	}
	show({ id, copies = [] }: TickerHeadline) {
		this.now += 1;
		for (const one of [id, ...copies.map((copy) => copy.id)])
			this.marks = { ...this.marks, [one]: { shown: this.now, ...this.marks[one] } };
		this.publish();
	}
	get next(): TickerHeadline[] {
		return this.run.headlines.slice(this.run.place);
	}
	/** Shows all that is left; answers it in the order of showing. */
	showAll(): TickerHeadline[] {
		const shown: TickerHeadline[] = [];
		for (let [next] = this.next; next && shown.length < 500; [next] = this.next) {
			shown.push(next);
			this.show(next);
		}
		return shown;
	}
}
