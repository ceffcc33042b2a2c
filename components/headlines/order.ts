import type { HeadlineId } from "@/data/model/headline";

/**
 * An order to go through a list by: the list as it is now, and what was opened and has left it since before still
 * stands where it stood, so that whoever has read something among the unread can go back to it.
 */
export function orderAfter(
	before: readonly HeadlineId[],
	now: readonly HeadlineId[],
	opened: ReadonlySet<HeadlineId>,
): HeadlineId[] {
	const listed = new Set(now);
	const known = new Set(before);
	const order: HeadlineId[] = [];
	let place = 0;
	const takeLeftUntil = (id: HeadlineId | undefined) => {
		for (; place < before.length && before[place] !== id; place++) {
			const left = before[place];
			if (left !== undefined && !listed.has(left) && opened.has(left)) order.push(left);
		}
		place += 1;
	};
	for (const id of now) {
		if (known.has(id)) takeLeftUntil(id);
		order.push(id);
	}
	takeLeftUntil(undefined);
	return order;
}
