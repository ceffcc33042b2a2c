import { useEffect, useRef } from "preact/hooks";
import { pressOf } from "../ui/key-press";
import { actOf, type TickerAct } from "./ticker-keys";

/** Lets a page be driven by keys, wherever in it the focus is; what an act leaves out, its key leaves alone. */
export function useTickerKeys(acts: Partial<Record<TickerAct, () => void>>): void {
	const latest = useRef(acts);
	latest.current = acts;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const pressed = pressOf(event);
			const isRtl = getComputedStyle(document.documentElement).direction === "rtl";
			const act = pressed && actOf(pressed, isRtl);
			const perform = act && latest.current[act];
			if (!perform) return;
			event.preventDefault();
			perform();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
