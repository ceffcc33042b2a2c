const ADDRESSES = ["href", "src", "poster", "cite"];
const PICTURES = "img, picture, source, figure, video";
const PICTURE = /.\.(?:jpe?g|png|webp|avif|gif)/i;
/** One candidate of a `srcset`; commas stand inside addresses too, so an address ends at white space. */
const CANDIDATE = /(?<![^\s,])(\S+)(\s+[\d.]+[wx])?(\s*(?:,|$))/gi;

const absolute = (address: string, base: string): string =>
	URL.canParse(address.trim(), base) ? new URL(address.trim(), base).href : address;

const absoluteSet = (set: string, base: string): string =>
	set.replace(
		CANDIDATE,
		(_, address: string, size = "", end = "") => `${absolute(address, base)}${size}${end}`,
	);

/** A list of pictures with their widths, or a single one, in whatever attribute: pages load them late from there. */
function picturesIn(value: string): "set" | "one" | undefined {
	const words = value.trim().split(/\s+/);
	if (words.some((word, place) => PICTURE.test(word) && /^\d/.test(words[place + 1] ?? ""))) return "set";
	return words.length === 1 && PICTURE.test(value) ? "one" : undefined;
}

/** What a page's relative addresses are resolved against: its `<base>`, where that leads to the web. */
function baseOf(document: Document, url: string): string {
	const named = document.querySelector("base[href]")?.getAttribute("href") ?? "";
	const base = absolute(named, url);
	return /^https?:/.test(base) ? base : url;
}

/**
 * Makes the addresses in a page absolute, those too that its scripts would load pictures from. Links into the
 * page itself stay as they are. The document's own base goes: what parsed it may have a policy against one.
 */
export function absolutise(document: Document, url: string): void {
	const base = baseOf(document, url);
	for (const element of document.querySelectorAll("base")) element.remove();
	for (const name of ADDRESSES)
		for (const element of document.querySelectorAll(`[${name}]`)) {
			const address = element.getAttribute(name) ?? "";
			if (!address.startsWith("#")) element.setAttribute(name, absolute(address, base));
		}
	for (const element of document.querySelectorAll(PICTURES))
		for (const { name, value } of element.attributes) {
			if (name === "alt" || name === "title" || ADDRESSES.includes(name)) continue;
			const pictures = name === "srcset" ? "set" : picturesIn(value);
			if (pictures === "set") element.setAttribute(name, absoluteSet(value, base));
			if (pictures === "one") element.setAttribute(name, absolute(value, base));
		}
}
