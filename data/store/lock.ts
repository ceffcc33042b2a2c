/** Does one piece of work after another, so that no two writes run into each other. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

/** The name of the one lock that every write of ours takes. */
const NAME = "headline-ticker";

/** A lock that holds across all of the extension's contexts (Web Locks). Never take it inside itself. */
export const webLock: Lock = (work) => navigator.locks.request(NAME, work);
