/**
 * Collects single pieces of work, and does together what has come while the last lot was being done; so the
 * first is done at once, and many cost little more than one. `doAll` answers in the order that it was given.
 */
export function inBatches<Piece, Result>(
	doAll: (pieces: Piece[]) => Promise<Result[]>,
): (piece: Piece) => Promise<Result> {
	type Waiting = { piece: Piece; settle: (result: Promise<Result>) => void };
	let waiting: Waiting[] = [];
	let isBusy = false;

	const work = async () => {
		isBusy = true;
		while (waiting.length > 0) {
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
			if (!isBusy) void work();
		});
}
