/** Names that no rule leads from to the Encoding Standard's, without their hyphens. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
	["cp932", "shift_jis"],
	["cp936", "gbk"],
	["cp949", "euc-kr"],
	["cp950", "big5"],
	["eucjp", "euc-jp"],
	["euckr", "euc-kr"],
	["koi8r", "koi8-r"],
	["koi8u", "koi8-u"],
	["maccyrillic", "x-mac-cyrillic"],
	["macroman", "macintosh"],
	["shiftjis", "shift_jis"],
	// What has other bytes than ASCII's isn't that, and is UTF-8 sooner than what the standard takes it for.
	["ansix3.41968", "utf-8"],
	["ascii", "utf-8"],
	["usascii", "utf-8"],
]);

/** An encoding's own name, by one that Python, Java and others may write, and the Encoding Standard doesn't know. */
export function encodingOf(label: string): string | undefined {
	const plain = label.trim().toLowerCase().replaceAll("_", "-");
	const known = OTHER_NAMES.get(plain.replaceAll("-", ""));
	if (known) return known;
	const variants = [label, plain, plain.replaceAll("-", ""), plain.replace(/^iso-?8859-?/, "iso-8859-")];
	variants.push(plain.replace(/^(?:cp|ms|win|windows)-?/, "windows-"));
	for (const variant of variants) {
		try {
			return new TextDecoder(variant).encoding;
		} catch {
			// Not a label of the Encoding Standard; the next spelling may be.
		}
	}
	return undefined;
}
