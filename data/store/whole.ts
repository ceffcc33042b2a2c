/** A transaction that writes, as far as it has to be ended here. */
interface Ending {
	readonly done: Promise<void>;
	readonly error: DOMException | null;
	abort(): void;
}

function tryAbort(writing: Ending): void {
	try {
		writing.abort();
	} catch (cause) {
		console.error("The transaction had ended already.", cause);
	}
}

/**
 * Does something in a transaction, and waits for its end: where anything of it fails, the transaction is taken back,
 * so that all of it is written or nothing. Rejects with what failed.
 */
export async function whole<T>(writing: Ending, work: () => Promise<T>): Promise<T> {
	// That it came to nothing is told by what is awaited.
	writing.done.catch(() => {});
	try {
		const value = await work();
		await writing.done;
		return value;
	} catch (cause) {
		// Where it has ended by itself, the browser says why, and each request merely that it was given up.
		if (writing.error) throw writing.error;
		tryAbort(writing);
		throw cause;
	}
}
