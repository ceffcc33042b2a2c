import { MINUTE_MS } from "@/data/model/durations";

/** A download begins after the click has returned, and the address has to be good until then. */
const ADDRESS_LIFE_MS = MINUTE_MS;

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_LIFE_MS);
}
