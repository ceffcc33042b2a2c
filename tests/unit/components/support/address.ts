import type { createRouter } from "@/components/signals/router";

/** A window's address and history, as far as a router knows them; `back` goes back as the browser does. */
export function fakeWindow(hash = "") {
	const entries: { hash: string; state: unknown }[] = [{ hash, state: null }];
	let place = 0;
	const listeners: (() => void)[] = [];
	const entry = () => entries[place] ?? { hash: "", state: null };
	const at = {
		location: {
			get hash() {
				return entry().hash;
			},
		},
		history: {
			get state() {
				return entry().state;
			},
			pushState(state: unknown, _: string, url: string) {
				entries.splice(place + 1, entries.length, { hash: url, state });
				place += 1;
			},
			replaceState(state: unknown, _: string, url: string) {
				entries[place] = { hash: url, state };
			},
		},
		addEventListener: (_: string, listener: () => void) => listeners.push(listener),
	};
	const tell = () => {
		for (const listener of listeners) listener();
	};
	const step = (by: number) => {
		place += by;
		tell();
	};
	return {
		// A router asks its window for nothing but this.
		window: at as unknown as Parameters<typeof createRouter>[0],
		back: () => step(-1),
		/** Goes back, and tells of it when the answer is called: a browser does so a moment later. */
		backUntold: () => {
			place -= 1;
			return tell;
		},
		forward: () => step(1),
		hashes: () => entries.map(({ hash }) => hash),
		hash: () => entry().hash,
	};
}
