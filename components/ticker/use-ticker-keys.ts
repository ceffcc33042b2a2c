import { useEffect, useRef } from "preact/hooks";
import { actOf, type TickerAct } from "./ticker-keys";

/** Lets a page be driven by keys, wherever in it the focus is; what an act leaves out, its key leaves alone. */
export function useTickerKeys(acts: Partial<Record<TickerAct, () => void>>): void {
	const latest = useRef(acts);
	latest.current = acts;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const { target, key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat } = event;
			if (event.defaultPrevented || !(target instanceof Element)) return;
			const isOn = (selector: string) => target.closest(selector) !== null;
			const pressed = { key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, isOn };
			const act = actOf(pressed, getComputedStyle(document.documentElement).direction === "rtl");
			const perform = act && latest.current[act];
			if (!perform) return;
			event.preventDefault();
			perform();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
