import { useEffect, useRef } from "preact/hooks";
import { pressOf } from "../ui/key-press";
import { actOf, type ReaderAct } from "./reader-keys";

/** Lets the reader be driven by keys; what `perform` answers false to is left to the browser. */
export function useReaderKeys(perform: (act: ReaderAct) => boolean): void {
	const latest = useRef(perform);
	latest.current = perform;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const pressed = pressOf(event);
			// The browser closes what is open over the page, wherever the focus is.
			if (event.key === "Escape" && document.querySelector(":popover-open")) return;
			const act = pressed && actOf(pressed);
			if (act && latest.current(act)) event.preventDefault();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
