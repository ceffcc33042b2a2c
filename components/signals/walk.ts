import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Headline, HeadlineId } from "@/data/model/headline";
import { isInScope } from "@/data/model/scope";
import { orderAfter } from "../headlines/order";
import type { HeadlineList } from "./headline-list";

/** Where a walk leads from a headline. */
export interface Step {
	to: "next" | "previous";
	/** Whether those that were read are passed over. */
	unread?: boolean;
	/** Where it begins, if not with the headline that is open. */
	from?: HeadlineId | undefined;
}

/** The way through a list, headline by headline, as it is filtered. */
export interface Walk {
	/** The headlines before and after the open one. */
	readonly neighbours: ReadonlySignal<{ previous?: HeadlineId; next?: HeadlineId }>;
	/** The headline that a step leads to, listing more where it has to; undefined where there is none. */
	find(step: Step): Promise<HeadlineId | undefined>;
	/** Lists on until a headline is listed, where it can't be far. */
	reach(headline: Headline): Promise<void>;
}

/** How near to the end of what is listed one may come before more is listed. */
const AHEAD = 5;
/** How often more is listed to find an unread headline, and one that is to be reached. */
const FAR = 25;
const NEAR = 5;

/** Makes the way through a list. */
export function createWalk(list: HeadlineList, current: ReadonlySignal<HeadlineId | undefined>): Walk {
	const order = signal<HeadlineId[]>([]);
	const ids = computed(() => list.rows.value.map((row) => row.headline.id));
	const opened = new Set<HeadlineId>();
	let walked: unknown[] = [];
	effect(() => {
		if (current.value !== undefined) opened.add(current.value);
		const meant = [list.scope.value, list.tab.value, list.words.value];
		const isSame = meant.every((part, place) => part === walked[place]);
		walked = meant;
		order.value = isSame ? orderAfter(order.peek(), ids.value, opened) : ids.value;
	});

	/** Lists more; answers whether there is anything new. */
	const listMore = async () => {
		const before = list.rows.peek().length;
		await list.listMore();
		return list.rows.peek().length > before || list.hasMore.peek();
	};
	// Somebody who reads on mustn't wait at the end of each page.
	effect(() => {
		const at = order.value.indexOf(current.value ?? "");
		const isNearEnd = at >= 0 && at >= order.value.length - AHEAD;
		if (isNearEnd && list.hasMore.value) untracked(() => void list.listMore());
	});

	const unreadOnes = () =>
		new Set(list.rows.peek().flatMap(({ headline, mark }) => (mark.read === undefined ? [headline.id] : [])));
	const lookFor = ({ to, unread = false, from = current.peek() }: Step): HeadlineId | undefined => {
		const at = order.peek().indexOf(from ?? "");
		const ahead =
			to === "next" ? order.peek().slice(at + 1) : order.peek().slice(0, Math.max(at, 0)).reverse();
		const wanted = unread ? unreadOnes() : undefined;
		return ahead.find((id) => id !== from && (wanted?.has(id) ?? true));
	};

	return {
		neighbours: computed(() => {
			const at = order.value.indexOf(current.value ?? "");
			const previous = at > 0 ? order.value[at - 1] : undefined;
			const next = current.value === undefined ? undefined : order.value[at + 1];
			return { ...(previous && { previous }), ...(next && { next }) };
		}),
		async find(step) {
			for (let pages = 0; ; pages++) {
				const found = lookFor(step);
				if (found !== undefined || step.to === "previous" || pages === FAR || !list.hasMore.peek())
					return found;
				if (!(await listMore())) return undefined;
			}
		},
		async reach(headline) {
			const { id, publishedAt } = headline;
			const isThere = () => ids.peek().includes(id);
			if (!isInScope(headline, list.scope.peek())) return;
			for (let pages = 0; pages < NEAR && list.hasMore.peek() && !isThere(); pages++) {
				const last = list.rows.peek().at(-1);
				if (last && last.headline.publishedAt < publishedAt) return;
				if (!(await listMore())) return;
			}
		},
	};
}
