const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Reads the name of a language (BCP 47), as feeds and pages write it; undefined where it is none. */
export function readLanguage(said: string | undefined | null): string | undefined {
	const tag = said?.trim().replaceAll("_", "-") ?? "";
	return LANGUAGE.test(tag) ? tag : undefined;
}

/** A tag with the subtags that it most likely means, as `zh-TW` means `zh-Hant-TW`; undefined where it is none. */
export function maximised(tag: string): Intl.Locale | undefined {
	try {
		return new Intl.Locale(tag.replaceAll("_", "-")).maximize();
	} catch {
		return undefined;
	}
}

/** The script that a language is most likely written in, as ISO 15924 calls it; empty where the tag is none. */
export const scriptOf = (tag: string): string => maximised(tag)?.script ?? "";
