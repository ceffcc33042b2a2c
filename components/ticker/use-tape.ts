import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Tape } from "../signals/tape";
import { isFocusVisible } from "../ui/focus-visible";
import { countWords } from "./pace";
import { isRightToLeft } from "./tape-geometry";
import { createLine, type StripLine } from "./tape-line";
import { useDrag } from "./use-drag";

/** A line of a wheel that counts in lines, in CSS pixels. */
const WHEEL_LINE_PX = 24;

const isMotionReduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How far a wheel was turned, in pixels in the direction of reading; down is on, in any direction of reading. */
function turnOf({ deltaX, deltaY, deltaMode }: WheelEvent, rtl: boolean): number {
	const sideways = Math.abs(deltaX) > Math.abs(deltaY);
	const delta = sideways ? (rtl ? -deltaX : deltaX) : deltaY;
	return deltaMode === WheelEvent.DOM_DELTA_PIXEL ? delta : delta * WHEEL_LINE_PX;
}

/** Puts the tape's model and its strip in the page together: where it lies, and how a user moves it. */
export function useTape(tape: Tape): {
	strip: RefObject<HTMLOListElement | null>;
	/** For the window on the strip. */
	handlers: object;
} {
	const strip = useRef<HTMLOListElement>(null);
	const line = useRef<StripLine | null>(null);
	const entries = tape.entries.value;
	const rtl = tape.rtl.value;
	const wordsPerMinute = tape.wordsPerMinute.value;

	const lay = () => {
		const texts = entries.map(({ headline }) => `${headline.sourceTitle} ${headline.title}`);
		line.current?.lay({
			keys: entries.map(({ key }) => key),
			words: countWords(texts.join("\n")),
			wordsPerMinute,
			rtl,
			against: entries.map(({ headline }) => isRightToLeft([headline.title], rtl) !== rtl),
			at: tape.gone.peek(),
		});
		tape.laid();
	};
	const layAgain = useRef(lay);
	layAgain.current = lay;

	useLayoutEffect(() => {
		if (!strip.current) return;
		const made = createLine(strip.current, isMotionReduced);
		line.current = made;
		lay();
		tape.show(made);
		// The window, and with other type the strip, may change its size.
		const observer = new ResizeObserver(() => layAgain.current());
		observer.observe(strip.current);
		if (strip.current.parentElement) observer.observe(strip.current.parentElement);
		return () => {
			observer.disconnect();
			tape.show(null);
			made.stop();
		};
	}, [tape]);
	useLayoutEffect(lay, [entries, rtl, wordsPerMinute]);

	const scrub = (by: number) => {
		tape.rest();
		line.current?.scrub(by);
		tape.laid();
	};
	const links = () => Array.from(strip.current?.querySelectorAll<HTMLElement>("a") ?? []);
	const reveal = (link: HTMLElement) => {
		const index = links().indexOf(link);
		if (index < 0) return;
		tape.rest();
		line.current?.reveal(index);
		tape.laid();
	};
	const drag = useDrag({
		onGrab: (grabbed) => tape.hold("grabbed", grabbed),
		onDrag: (rightwards) => scrub(rtl ? rightwards : -rightwards),
	});

	return {
		strip,
		handlers: {
			...drag,
			onPointerMove(event: PointerEvent) {
				// Who has just pressed play on its button has left the page unheld, and comes here to click.
				tape.hold("pointedAt", true);
				drag.onPointerMove(event);
			},
			onWheel(event: WheelEvent) {
				// That is a zoom.
				if (event.ctrlKey) return;
				event.preventDefault();
				scrub(turnOf(event, rtl));
			},
			onFocusIn({ target }: FocusEvent) {
				// A link that is merely pressed must not slide away from under the pointer.
				if (target instanceof HTMLElement && isFocusVisible(target)) reveal(target);
			},
			onKeyDown(event: KeyboardEvent) {
				const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
				if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
				if (!(event.target instanceof HTMLElement)) return;
				const all = links();
				const to = all[all.indexOf(event.target) + (rtl ? -by : by)];
				event.preventDefault();
				if (!to) return;
				to.focus();
				reveal(to);
			},
		},
	};
}
