import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId, Marks } from "@/data/model/headline";
import { applyAct, type MarkAct } from "@/data/model/mark";
import { FRONT_SIZE } from "@/data/store/items";

/** An act that was asked for, and that the front may not say yet. */
interface Asked {
	ids: readonly HeadlineId[];
	act: MarkAct;
	at: number;
	isAnswered: boolean;
}

/** The marks of the front, with what was asked for here and is about to be there. */
export interface MarksAhead {
	readonly marks: ReadonlySignal<Marks>;
	/**
	 * Shows an act while it is being done: what it answers is what was changed, or null where it failed. One on more
	 * headlines than the front has is left to that: to reckon with all that is kept would hold up the page.
	 */
	showing(
		ids: readonly HeadlineId[],
		act: MarkAct,
		done: Promise<HeadlineId[] | null>,
	): Promise<HeadlineId[] | null>;
}

const applied = (marks: Marks, { ids, act, at }: Asked): Marks => ({
	...marks,
	...Object.fromEntries(ids.map((id) => [id, applyAct(marks[id] ?? {}, act, at)])),
});

/** Whether the front says already what an act comes to. */
const isSaid = (marks: Marks, { ids, act, at }: Asked): boolean =>
	ids.every((id) => {
		const mark = marks[id] ?? {};
		return applyAct(mark, act, at) === mark;
	});

/**
 * Lets a page show what is done in it at once, where the front would say it some 20 ms later. One that fails is taken
 * back; one that is done is shown until the front has said what it has to say.
 */
export function createMarksAhead(published: ReadonlySignal<Marks>, clock: () => number): MarksAhead {
	const asked = signal<readonly Asked[]>([]);
	const drop = (isOver: (one: Asked) => boolean) => {
		const left = asked.peek().filter((one) => !isOver(one));
		if (left.length < asked.peek().length) asked.value = left;
	};
	effect(() => {
		const marks = published.value;
		drop((one) => one.isAnswered || isSaid(marks, one));
	});
	return {
		marks: computed(() => asked.value.reduce(applied, published.value)),
		async showing(ids, act, done) {
			if (ids.length > FRONT_SIZE) return done;
			const one: Asked = { ids, act, at: clock(), isAnswered: false };
			const before = published.peek();
			asked.value = [...asked.peek(), one];
			const changed = await done;
			one.isAnswered = true;
			if (!changed?.length || published.peek() !== before) drop((other) => other === one);
			return changed;
		},
	};
}
