/** What the user may set; every field has a default and bounds, held by {@link readSettings}. */
export interface Settings {
	theme: "system" | "light" | "dark";
	/** The reading speed that the ticker paces itself by. */
	wordsPerMinute: number;
	/** Minutes between two polls of a feed; 0 means only when asked. */
	refreshMinutes: number;
	badge: "unread" | "none";
}

/** Adults read English silently at 175 to 300 words a minute (Brysbaert 2019); below the middle is calm. */
export const DEFAULT_SETTINGS: Settings = {
	theme: "system",
	wordsPerMinute: 180,
	refreshMinutes: 30,
	badge: "unread",
};

/** The bounds of {@link Settings.wordsPerMinute}. */
export const WORDS_PER_MINUTE = { min: 60, max: 400 } as const;

/** The refresh intervals offered, in minutes. */
export const REFRESH_CHOICES = [15, 30, 60, 180, 720, 0] as const;

const oneOf = <const T>(choices: readonly T[], value: unknown, fallback: T): T =>
	choices.find((choice) => choice === value) ?? fallback;

/** Reads settings from storage or a file: what is missing or out of bounds takes its default. */
export function readSettings(stored: unknown): Settings {
	const from: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
	const pace = from.wordsPerMinute;
	return {
		theme: oneOf(["system", "light", "dark"], from.theme, DEFAULT_SETTINGS.theme),
		wordsPerMinute:
			typeof pace === "number" && pace >= WORDS_PER_MINUTE.min && pace <= WORDS_PER_MINUTE.max
				? Math.round(pace)
				: DEFAULT_SETTINGS.wordsPerMinute,
		refreshMinutes: oneOf(REFRESH_CHOICES, from.refreshMinutes, DEFAULT_SETTINGS.refreshMinutes),
		badge: oneOf(["unread", "none"], from.badge, DEFAULT_SETTINGS.badge),
	};
}
