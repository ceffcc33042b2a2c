import { DEFAULT_READING_STYLE, type ReadingStyle, readReadingStyle } from "./reading-style";
import { DEFAULT_RETENTION, type Retention, readRetention } from "./retention";
import { isWithin, oneOf } from "./stored-choice";

/** How a new tab shows the headlines; see {@link TICKER_MODES}. */
export type TickerMode = (typeof TICKER_MODES)[number];

/**
 * - `one`: one headline at a time;
 * - `tape`: a line that scrolls;
 * - `front-page`: a still list, sized by importance;
 * - `quiet`: nothing but the background;
 * - `browser`: the browser's own new tab.
 */
export const TICKER_MODES = ["one", "tape", "front-page", "quiet", "browser"] as const;

/** `system` is light or dark as the system is. */
export const THEMES = ["system", "light", "dark"] as const;

/** What the badge counts. `new` is what came since the popup was last open. */
export const BADGES = ["unread", "new", "watched", "none"] as const;

/** The speeds offered for recordings. */
export const LISTENING_SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** A daily span of the user's own time, in minutes since midnight; where `from` is later, it spans midnight. */
export interface QuietHours {
	from: number;
	to: number;
}

/** What the user may set; every field has a default and bounds, held by {@link readSettings}. */
export interface Settings {
	theme: (typeof THEMES)[number];
	/** The reading speed that the ticker paces itself by. */
	wordsPerMinute: number;
	tickerMode: TickerMode;
	/** Minutes between two polls of a feed; 0 means only when asked. */
	refreshMinutes: number;
	badge: (typeof BADGES)[number];
	/** When nothing moves by itself and nothing notifies; null for never. */
	quietHours: QuietHours | null;
	/** Whether a watched headline notifies; the browser's permission is asked for apart. */
	notify: boolean;
	/** The most notifications in an hour. */
	notifyPerHour: number;
	/** How articles are set. */
	reading: ReadingStyle;
	/** Whether articles show their pictures. */
	pictures: boolean;
	/** Whether the pictures of saved articles are kept, so that they are there offline. */
	keepPictures: boolean;
	/** How fast recordings are played, as a multiple of how they were made. */
	listeningSpeed: (typeof LISTENING_SPEEDS)[number];
	retention: Retention;
	/** How fast articles are read aloud; 1 is the voice's own speed. */
	speakingRate: number;
	/** Whether settings, sources and marks follow the user's browser profile to other devices. */
	sync: boolean;
}

/** A change of some settings; of those that have parts, only the parts that change. */
export interface SettingsChange extends Partial<Omit<Settings, "reading" | "retention">> {
	reading?: Partial<ReadingStyle>;
	retention?: Partial<Retention>;
}

/** Settings after a change, each within its bounds. */
export const changedSettings = (settings: Settings, change: SettingsChange): Settings =>
	readSettings({
		...settings,
		...change,
		reading: { ...settings.reading, ...change.reading },
		retention: { ...settings.retention, ...change.retention },
	});

/** Adults read English silently at 175 to 300 words a minute (Brysbaert 2019); below the middle is calm. */
export const DEFAULT_SETTINGS: Settings = {
	theme: "system",
	wordsPerMinute: 180,
	tickerMode: "one",
	refreshMinutes: 30,
	badge: "unread",
	quietHours: null,
	notify: false,
	notifyPerHour: 4,
	reading: DEFAULT_READING_STYLE,
	pictures: true,
	keepPictures: false,
	listeningSpeed: 1,
	retention: DEFAULT_RETENTION,
	speakingRate: 1,
	sync: false,
};

/** The bounds of {@link Settings.wordsPerMinute}. */
export const WORDS_PER_MINUTE = { min: 60, max: 400 } as const;

/** The refresh intervals offered, in minutes. */
export const REFRESH_CHOICES = [15, 30, 60, 180, 720, 0] as const;

/** The bounds of {@link Settings.notifyPerHour}. */
export const NOTIFY_PER_HOUR = { min: 1, max: 12 } as const;

/** The bounds of {@link Settings.speakingRate}, and the step that it goes by. */
export const SPEAKING_RATE = { min: 0.5, max: 3, step: 0.25 } as const;

const DAY_MINUTES = 24 * 60;

const inSteps = (
	{ step = 1, ...bounds }: { min: number; max: number; step?: number },
	value: unknown,
	fallback: number,
): number => (isWithin(bounds, value) ? Math.round(value / step) * step : fallback);

const isMinute = (value: unknown): value is number =>
	typeof value === "number" && Number.isInteger(value) && value >= 0 && value < DAY_MINUTES;

function readQuietHours(stored: unknown): QuietHours | null {
	const { from, to }: { from?: unknown; to?: unknown } = Object(stored);
	return isMinute(from) && isMinute(to) && from !== to ? { from, to } : null;
}

/** Reads settings from storage or a file: what is missing or out of bounds takes its default. */
export function readSettings(stored: unknown): Settings {
	const from: Record<string, unknown> = Object(stored);
	const fallback = DEFAULT_SETTINGS;
	return {
		theme: oneOf(THEMES, from.theme) ?? fallback.theme,
		wordsPerMinute: inSteps(WORDS_PER_MINUTE, from.wordsPerMinute, fallback.wordsPerMinute),
		tickerMode: oneOf(TICKER_MODES, from.tickerMode) ?? fallback.tickerMode,
		refreshMinutes: oneOf(REFRESH_CHOICES, from.refreshMinutes) ?? fallback.refreshMinutes,
		badge: oneOf(BADGES, from.badge) ?? fallback.badge,
		quietHours: readQuietHours(from.quietHours),
		notify: from.notify === true,
		notifyPerHour: inSteps(NOTIFY_PER_HOUR, from.notifyPerHour, fallback.notifyPerHour),
		reading: { ...fallback.reading, ...readReadingStyle(from.reading) },
		pictures: from.pictures !== false,
		keepPictures: from.keepPictures === true,
		listeningSpeed: oneOf(LISTENING_SPEEDS, from.listeningSpeed) ?? fallback.listeningSpeed,
		retention: { ...fallback.retention, ...readRetention(from.retention) },
		speakingRate: inSteps(SPEAKING_RATE, from.speakingRate, fallback.speakingRate),
		sync: from.sync === true,
	};
}
