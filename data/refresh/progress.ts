import type { SourceId } from "../model/headline";
import { writeItems } from "../store/items";
import type { World } from "./world";

/** Every page that is open hears of each step, so they are shown no more often than this. */
const INTERVAL_MS = 200;

/** Shows how far a refresh has come. */
export interface ProgressBar {
	/** So many more are to be done. */
	add: (count: number) => void;
	/** One is being asked from now on. */
	begin: (id: SourceId) => void;
	/** One is done, whether it was asked or not; when that was the last, nothing is shown any more. */
	step: (id: SourceId) => Promise<void>;
	/** Shows how it stands now. */
	show: () => Promise<void>;
}

/** Progress for the life of one background. */
export function createProgress(world: World): ProgressBar {
	let done = 0;
	let total = 0;
	/** Those that are being asked, the one that has been for the longest first. */
	const asking = new Set<SourceId>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	const show = async () => {
		clearTimeout(timer);
		timer = undefined;
		const progress = { done, total, asking: [...asking], movedAt: world.now() };
		try {
			await writeItems({ progress: total > 0 ? progress : null });
		} catch (cause) {
			// The refresh itself goes on, and the next step shows it.
			console.error("How far a refresh has come couldn’t be shown.", cause);
		}
	};
	const showSoon = () => {
		timer ??= setTimeout(() => void show(), INTERVAL_MS);
	};

	return {
		add: (count) => {
			total += count;
		},
		begin: (id) => {
			asking.add(id);
			showSoon();
		},
		step: async (id) => {
			asking.delete(id);
			done += 1;
			if (done < total) return showSoon();
			done = 0;
			total = 0;
			await show();
		},
		show,
	};
}
