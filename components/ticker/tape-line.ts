import type { TapeLine } from "../signals/tape";
import {
	clampScrub,
	type Geometry,
	goneAt,
	isInSight,
	keepPlace,
	lengthOf,
	measure,
	msToNextExit,
	seenAt,
	shiftOf,
	speedOf,
	stepFrom,
} from "./tape-geometry";

/** What lies on the strip, and how it is to go by. */
export interface Lay {
	/** A key for each headline, in order. */
	keys: readonly number[];
	words: number;
	wordsPerMinute: number;
	rtl: boolean;
	/** Whether each headline is read the other way. */
	against: readonly boolean[];
	/** Which headline stands at the margin, where the strip was never laid before. */
	at: number;
}

/** A strip in a page, moved by one animation of its transform, which the compositor runs by itself. */
export interface StripLine extends TapeLine {
	/** Measures the strip, and goes on with what was at the margin. */
	lay(how: Lay): void;
	/** Moves it by so many pixels in the direction of reading, within its bounds. */
	scrub(by: number): void;
	/** Brings a headline wholly into sight, where it isn't. */
	reveal(index: number): void;
	stop(): void;
}

/** How long a step takes to glide there, in milliseconds. */
const GLIDE_MS = 200;

const translate = (x: number) => ({ transform: `translateX(${x}px)` });

/** Takes over a strip: an element whose parent is the window on it and whose children are the headlines. */
export function createLine(strip: HTMLElement, isStill: () => boolean): StripLine {
	let geometry: Geometry = { stops: [0], rests: [0], margin: 0, window: 0 };
	let keys: readonly number[] = [];
	let speed = 0;
	let rtl = false;
	const motion = strip.animate([], { duration: 1, fill: "both" });
	motion.pause();

	// Firefox answers times to the millisecond: what was set isn't read back, or each lay would lose a little.
	let set = { position: 0, time: 0 };
	const time = () => Number(motion.currentTime ?? 0);
	const position = () => set.position + (time() - set.time) * speed;
	const moveTo = (to: number) => {
		motion.currentTime = speed > 0 ? to / speed : 0;
		set = { position: to, time: time() };
	};
	const glideTo = (to: number) => {
		const from = position();
		moveTo(to);
		if (isStill()) return;
		const frames = [translate(shiftOf(from - to, rtl)), translate(0)];
		strip.animate(frames, { duration: GLIDE_MS, easing: "ease-out", composite: "add" });
	};

	return {
		lay(how) {
			const window = strip.parentElement?.getBoundingClientRect().width ?? 0;
			const headlines = Array.from(strip.children, (child) => child.getBoundingClientRect());
			const after = {
				geometry: measure(window, strip.getBoundingClientRect(), headlines, how.rtl, how.against),
				keys: how.keys,
			};
			const kept = keepPlace({ geometry, keys }, after, position());
			const to = kept ?? after.geometry.rests[how.at] ?? 0;
			({ geometry, keys } = after);
			rtl = how.rtl;
			const length = lengthOf(geometry);
			speed = speedOf(length, how.words, how.wordsPerMinute);
			const { effect } = motion;
			if (effect instanceof KeyframeEffect) {
				effect.setKeyframes([translate(0), translate(shiftOf(length, rtl))]);
				effect.updateTiming({ duration: speed > 0 ? length / speed : 1 });
			}
			moveTo(to);
		},
		scrub: (by) => moveTo(clampScrub(geometry, position() + by)),
		reveal(index) {
			const rest = geometry.rests[index];
			if (rest !== undefined && !isInSight(geometry, index, position())) glideTo(rest);
		},
		stop: () => motion.cancel(),
		gone: () => goneAt(geometry, position()),
		seen: () => seenAt(geometry, position()),
		msToNextExit: () => msToNextExit(geometry, position(), speed),
		run(moves) {
			if (moves) {
				if (motion.playState !== "running" && speed > 0) motion.play();
			} else if (motion.playState !== "paused") {
				motion.pause();
				// Said where: else it stands at once, and in Firefox what is seen and what is told of it lie apart.
				moveTo(position());
			}
		},
		step: (by) => glideTo(stepFrom(geometry, position(), by)),
	};
}
