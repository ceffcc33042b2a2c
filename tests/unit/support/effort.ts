/** What an act takes, in milliseconds of processor time: what else the machine does must fail no test. */
export function effortOf(act: () => void): number {
	const before = process.cpuUsage();
	act();
	return process.cpuUsage(before).user / 1000;
}

/** The least that an act takes of three times: the first compiles, and any may collect another's garbage. */
export const leastEffortOf = (act: () => void): number => Math.min(...[1, 2, 3].map(() => effortOf(act)));
