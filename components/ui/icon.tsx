const PATHS = {
	refresh: "M20 11a8 8 0 1 0-.7 4.5M20 4v7h-7",
	check: "m2.5 12.5 4.5 4.5L16 8M12 17l9.5-9.5",
	keys: "M3 6.5h18v11H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8",
	stop: "M7 7h10v10H7z",
	star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z",
	search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L21 21",
	filter: "M4 6.5h16M7 12h10M10 17.5h4",
	select: "M4 5h5v5H4zM4 14h5v5H4zM13 7.5h7M13 16.5h7",
	previous: "M15 5l-7 7 7 7",
	next: "m9 5 7 7-7 7",
	pause: "M8.5 5v14M15.5 5v14",
	play: "M8 5v14l11-7z",
	back: "M11 6v12l-7.5-6zM20 6v12l-7.5-6z",
	forward: "M4 6v12l7.5-6zM13 6v12l7.5-6z",
	listen: "M4 9.5v5h3.5L12.5 19V5L7.5 9.5zM16 9a4.2 4.2 0 0 1 0 6M18.7 6.5a8 8 0 0 1 0 11",
	original: "M10 5H5v14h14v-5M14 4h6v6M20 4l-9.5 9.5",
	mute: "M6 17V11a6 6 0 0 1 9.5-4.9M18 10v7M4 17h13M10 20.5h4M4 3.5l16.5 17",
} as const;

/** The name of an icon that there is. */
export type IconName = keyof typeof PATHS;

/** The icons that point somewhere, and so turn round in right-to-left text. */
const FLIPS: ReadonlySet<IconName> = new Set([
	"previous",
	"next",
	"play",
	"back",
	"forward",
	"listen",
	"original",
]);

/** A small drawing beside or in place of words; what it means is said by its button's name. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg class={FLIPS.has(name) ? "icon icon-flips" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
