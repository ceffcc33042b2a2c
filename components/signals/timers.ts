/** Calls back after so many milliseconds, unless the function that it returns is called before. */
export type After = (ms: number, act: () => void) => () => void;

/** The browser's own. */
export const after: After = (ms, act) => {
	const timer = setTimeout(act, ms);
	return () => clearTimeout(timer);
};

/** So long nothing has happened when what takes long begins: whoever reads on in the meantime doesn't wait for it. */
const CALM_MS = 500;

/** Puts off what takes long until it is calm: what is handed in last is done when nothing has been for a while. */
export function createOnceCalm(after: After): (act: () => void) => void {
	let giveUp = () => {};
	return (act) => {
		giveUp();
		giveUp = after(CALM_MS, act);
	};
}
