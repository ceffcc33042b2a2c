/** How many requests may run at once. */
export interface TurnLimits {
	total: number;
	perHost: number;
}

/** Lets work wait for its turn: so much at once in all, and so much for one host. */
export type Turns = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/** Turns within some limits, first come, first served among those whose host is free. */
export function createTurns({ total, perHost }: TurnLimits): Turns {
	const running = new Map<string, number>();
	const waiting: { host: string; start: () => void }[] = [];
	let busy = 0;

	const count = (host: string, by: 1 | -1) => {
		busy += by;
		running.set(host, (running.get(host) ?? 0) + by);
		if (running.get(host) === 0) running.delete(host);
	};

	const startNext = () => {
		while (busy < total) {
			const next = waiting.findIndex(({ host }) => (running.get(host) ?? 0) < perHost);
			const [turn] = next < 0 ? [] : waiting.splice(next, 1);
			if (!turn) return;
			count(turn.host, 1);
			turn.start();
		}
	};

	return async (host, work) => {
		await new Promise<void>((start) => {
			waiting.push({ host, start });
			startNext();
		});
		try {
			return await work();
		} finally {
			count(host, -1);
			startNext();
		}
	};
}
