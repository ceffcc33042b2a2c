import { useRef } from "preact/hooks";

/** So far a pointer moves before it drags, in CSS pixels; less is a click with an unsteady hand. */
const THRESHOLD_PX = 6;

interface DragProps {
	/** Called when a drag begins, and when it has ended. */
	onGrab: (grabbed: boolean) => void;
	/** Called with each move, in CSS pixels to the right. */
	onDrag: (rightwards: number) => void;
}

/** What makes an element draggable sideways with mouse, pen or finger, and leaves clicks in it alone. */
export function useDrag({ onGrab, onDrag }: DragProps) {
	const drag = useRef<{ pointer: number; x: number; grabbed: boolean } | null>(null);
	/** The click that a browser makes of the end of a drag. */
	const swallows = useRef(false);

	const end = ({ pointerId }: PointerEvent) => {
		if (drag.current?.pointer !== pointerId) return;
		swallows.current = drag.current.grabbed;
		if (drag.current.grabbed) onGrab(false);
		drag.current = null;
	};
	return {
		onPointerDown({ pointerId, button, clientX }: PointerEvent) {
			swallows.current = false;
			if (button === 0) drag.current = { pointer: pointerId, x: clientX, grabbed: false };
		},
		onPointerMove(event: PointerEvent) {
			const now = drag.current;
			if (now?.pointer !== event.pointerId) return;
			const by = event.clientX - now.x;
			if (!now.grabbed) {
				if (Math.abs(by) < THRESHOLD_PX) return;
				now.grabbed = true;
				onGrab(true);
				if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
				// What was marked on the way to the threshold wasn't meant.
				getSelection()?.removeAllRanges();
			}
			now.x = event.clientX;
			onDrag(by);
		},
		onPointerUp: end,
		onPointerCancel: end,
		onClickCapture(event: MouseEvent) {
			if (!swallows.current) return;
			swallows.current = false;
			event.preventDefault();
			event.stopPropagation();
		},
	};
}
