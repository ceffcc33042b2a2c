const plurals = new Intl.PluralRules("en");
const digits = new Intl.NumberFormat("en");

/** Says how many of something there are: "1 headline", "1,204 headlines". */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${digits.format(count)} ${plurals.select(count) === "one" ? one : many}`;
}

/** Says what a refresh has brought. */
export const sayFresh = (fresh: number): string =>
	fresh > 0 ? `${countOf(fresh, "new headline")}.` : "Nothing new.";
