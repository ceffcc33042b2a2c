import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A component whose code is fetched when it is first shown, or before by `load`; until that is there it shows
 * nothing.
 */
export function later<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>) {
	let Loaded: ComponentType<Props> | undefined;
	let coming: Promise<void> | undefined;
	// Whoever asks while it is on its way gets the same one: it may have something of its own.
	const load = () => {
		coming ??= fetchIt().then((fetched) => {
			Loaded = fetched;
		});
		return coming;
	};
	function Later(props: Props) {
		const [, draw] = useState(0);
		useEffect(() => {
			if (!Loaded) void load().then(() => draw(1));
		}, []);
		return Loaded ? <Loaded {...props} /> : null;
	}
	return Object.assign(Later, { load });
}
