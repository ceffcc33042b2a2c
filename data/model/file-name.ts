/** What some system takes for something else in a name, or doesn't take at all. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>:"/\\|?*]+/gu;
/** Names that Windows keeps for devices, whatever follows a full stop. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** File systems allow 255 bytes; an ending and a "(1)" must fit as well. */
const MAX_BYTES = 180;

/**
 * A file's name after a title, which every system takes: without signs that separate folders, control what is
 * shown or mean something to a shell, no device's name, no longer than fits.
 */
export function fileNameOf(title: string, ending: string): string {
	const encoder = new TextEncoder();
	const name = title
		.toWellFormed()
		.normalize("NFC")
		.replace(UNSAFE, " ")
		.replace(/\s+/g, " ")
		.replace(/^[\s.~-]+/, "");
	let kept = "";
	let bytes = 0;
	for (const { segment } of new Intl.Segmenter().segment(name)) {
		bytes += encoder.encode(segment).length;
		if (bytes > MAX_BYTES) break;
		kept += segment;
	}
	const trimmed = kept.replace(/[\s.]+$/, "").replace(DEVICE, "$& -");
	return `${trimmed || "article"}.${ending}`;
}

/** A name for a file of ours that was made at a time, after the day that it is where the user is. */
export function datedFileName(name: string, at: number, ending: string): string {
	const date = new Date(at);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	return `${name}-${day.map((part) => String(part).padStart(2, "0")).join("-")}.${ending}`;
}
