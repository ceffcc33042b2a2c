const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Reads the name of a language (BCP 47), as feeds and pages write it; undefined where it is none. */
export function readLanguage(said: string | undefined | null): string | undefined {
	const tag = said?.trim().replaceAll("_", "-") ?? "";
	return LANGUAGE.test(tag) ? tag : undefined;
}
