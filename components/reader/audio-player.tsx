import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { LISTENING_SPEEDS, type Settings } from "@/data/model/settings";

/** What playing a recording needs. */
export interface AudioPlayerProps {
	/** Absolute, http or https. */
	url: string;
	title: string;
	/** Where it was left, in seconds. */
	start: number;
	speed: ReadonlySignal<Settings["listeningSpeed"]>;
	onSpeed: (speed: Settings["listeningSpeed"]) => void;
	/** Called now and then with how far it has been heard, in seconds; 0 at its end. */
	onHeard: (seconds: number) => void;
}

/** So often the place is noted while it plays. */
const NOTE_SECONDS = 15;

/** Says a place in a recording, such as 1:02:03 or 2:03. */
export function sayPlace(seconds: number): string {
	const whole = Math.floor(seconds);
	const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const [first = 0, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
	return [first, ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}

/** A recording, in the browser's own player. Nothing is asked for before somebody plays it. */
export function AudioPlayer({ url, title, start, speed, onSpeed, onHeard }: AudioPlayerProps) {
	const audio = useRef<HTMLAudioElement>(null);
	const noted = useRef(start);
	// Players are trees of their own in the text, and Preact counts the ids of each tree from the start.
	const id = `speed-of-${url}`;
	const note = (seconds: number) => {
		if (Math.floor(seconds) === Math.floor(noted.current)) return;
		noted.current = seconds;
		onHeard(seconds);
	};
	const here = () => audio.current?.currentTime ?? 0;
	// What cleans up after a layout effect is done at once, before the player that comes in its place asks for the place.
	useLayoutEffect(() => {
		const player = audio.current;
		const leave = () => player && player.readyState > 0 && !player.ended && note(player.currentTime);
		window.addEventListener("pagehide", leave);
		return () => {
			leave();
			player?.pause();
			window.removeEventListener("pagehide", leave);
		};
	}, []);
	useEffect(() => {
		if (audio.current) audio.current.playbackRate = speed.value;
	}, [speed.value]);
	return (
		<div class="audio">
			<p class="audio-title" dir="auto">
				<a href={url} target="_blank" rel="noopener noreferrer">
					{title}
				</a>
			</p>
			{/* biome-ignore lint/a11y/useMediaCaption: feeds give none. */}
			<audio
				ref={audio}
				controls
				preload="none"
				src={url}
				aria-label={title}
				onLoadedMetadata={({ currentTarget: player }) => {
					player.playbackRate = speed.value;
					if (start > 0 && start < player.duration) player.currentTime = start;
				}}
				onPause={() => !audio.current?.ended && note(here())}
				onTimeUpdate={() => Math.abs(here() - noted.current) >= NOTE_SECONDS && note(here())}
				onEnded={() => note(0)}
			/>
			<p class="audio-tools">
				<label for={id}>Speed</label>
				<select
					id={id}
					class="field"
					value={speed.value}
					onChange={({ currentTarget: { value } }) => {
						const chosen = LISTENING_SPEEDS.find((one) => one === Number(value));
						if (chosen) onSpeed(chosen);
					}}
				>
					{LISTENING_SPEEDS.map((one) => (
						<option key={one} value={one}>
							{one}×
						</option>
					))}
				</select>
				{start >= 1 && <span>Goes on at {sayPlace(start)}</span>}
			</p>
		</div>
	);
}
