import type { Settings } from "../model/settings";

/**
 * Keeps a copy of the chosen theme where assets/public/theme.js can read it before the first paint.
 * All pages of the extension share it.
 */
export function rememberTheme(theme: Settings["theme"]): void {
	localStorage.setItem("theme", theme);
}
