import { useEffect, useRef } from "preact/hooks";
import { pressOf } from "../ui/key-press";
import { actOf, type TickerAct } from "./ticker-keys";

/**
 * Before play is pressed on a headline, moves the focus from it to the button that will pause again. With the
 * headline the focus would go, too, and the one that had it next would be read out and hold what has just begun.
 */
export function leaveStage(region: HTMLElement | null): void {
	if (region?.querySelector(".ticker-stage, .tape-window")?.contains(document.activeElement))
		region.querySelector<HTMLElement>("[aria-label='Play ticker']")?.focus();
}

/** Lets a page be driven by keys, wherever in it the focus is; what an act leaves out, its key leaves alone. */
export function useTickerKeys(acts: Partial<Record<TickerAct, () => void>>, isRtl = false): void {
	const latest = useRef({ acts, isRtl });
	latest.current = { acts, isRtl };
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const pressed = pressOf(event);
			const { acts, isRtl } = latest.current;
			const act = pressed && actOf(pressed, isRtl);
			const perform = act && acts[act];
			if (!perform) return;
			event.preventDefault();
			perform();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
