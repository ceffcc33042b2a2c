import { writeItems } from "../store/items";
import type { World } from "./world";

/** Shows how far a refresh has come. */
export interface ProgressBar {
	/** So many more are to be done. */
	add: (count: number) => void;
	/** One is done; when that was the last, nothing is shown any more. */
	step: () => Promise<void>;
	/** Shows how it stands now. */
	show: () => Promise<void>;
}

/**
 * Progress for the life of one background. While it is being stored it may move on, and then it is stored
 * once more as it is at last; so a hundred steps at once cost two writes.
 */
export function createProgress(world: World): ProgressBar {
	let done = 0;
	let total = 0;
	let isStale = false;
	let storing: Promise<void> | undefined;

	const store = async () => {
		while (isStale) {
			isStale = false;
			await writeItems({ progress: total > 0 ? { done, total, movedAt: world.now() } : null });
		}
	};
	const show = async () => {
		isStale = true;
		storing ??= store().finally(() => {
			storing = undefined;
		});
		await storing;
	};

	return {
		add: (count) => {
			total += count;
		},
		step: async () => {
			done += 1;
			if (done === total) {
				done = 0;
				total = 0;
			}
			await show();
		},
		show,
	};
}
