import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose code is fetched when it is first shown; until that is there it shows nothing. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
	let Loaded: ComponentType<Props> | undefined;
	return function Later(props: Props) {
		const [, draw] = useState(false);
		useEffect(() => {
			if (Loaded) return;
			load().then(
				(loaded) => {
					Loaded = loaded;
					draw(true);
				},
				(cause) => console.error("A part of the page could not be loaded.", cause),
			);
		}, []);
		return Loaded ? <Loaded {...props} /> : null;
	};
}
