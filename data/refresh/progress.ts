import { writeItems } from "../store/items";
import type { World } from "./world";

/** Every page that is open hears of each step, so they are shown no more often than this. */
const INTERVAL_MS = 200;

/** Shows how far a refresh has come. */
export interface ProgressBar {
	/** So many more are to be done. */
	add: (count: number) => void;
	/** One is done; when that was the last, nothing is shown any more. */
	step: () => Promise<void>;
	/** Shows how it stands now. */
	show: () => Promise<void>;
}

/** Progress for the life of one background. */
export function createProgress(world: World): ProgressBar {
	let done = 0;
	let total = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const show = async () => {
		clearTimeout(timer);
		timer = undefined;
		await writeItems({ progress: total > 0 ? { done, total, movedAt: world.now() } : null });
	};

	return {
		add: (count) => {
			total += count;
		},
		step: async () => {
			done += 1;
			if (done < total) {
				timer ??= setTimeout(() => void show(), INTERVAL_MS);
				return;
			}
			done = 0;
			total = 0;
			await show();
		},
		show,
	};
}
