/** How long single pieces of work are collected. */
export interface Gathering {
	/** Whether so many pieces needn't wait for more. */
	isEnough: (count: number) => boolean;
	/** How long any piece waits at most, in milliseconds. */
	patienceMs: number;
}

/**
 * Collects single pieces of work, and does together what has come until it is enough, or while the last lot
 * was being done. `doAll` answers in the order that it was given.
 */
export function inBatches<Piece, Result>(
	doAll: (pieces: Piece[]) => Promise<Result[]>,
	{ isEnough, patienceMs }: Gathering,
): (piece: Piece) => Promise<Result> {
	type Waiting = { piece: Piece; settle: (result: Promise<Result>) => void };
	let waiting: Waiting[] = [];
	let isBusy = false;
	let look = () => {};

	const gather = () =>
		new Promise<void>((done) => {
			const timer = setTimeout(done, patienceMs);
			look = () => {
				if (!isEnough(waiting.length)) return;
				clearTimeout(timer);
				done();
			};
			look();
		});

	const work = async () => {
		isBusy = true;
		while (waiting.length > 0) {
			await gather();
			const lot = waiting;
			waiting = [];
			const results = doAll(lot.map(({ piece }) => piece));
			lot.forEach(({ settle }, place) => {
				settle(
					results.then((all) => {
						const result = all[place];
						if (result === undefined) throw new Error("A batch answered less than it was given.");
						return result;
					}),
				);
			});
			await results.catch(() => {
				// Whoever gave a piece has been told; the next lot has its own chance.
			});
		}
		isBusy = false;
	};

	return (piece) =>
		new Promise((settle) => {
			waiting.push({ piece, settle });
			if (isBusy) look();
			else void work();
		});
}
