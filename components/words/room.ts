import type { Room } from "@/data/store/room";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Says how big something is: "3.1 MB". */
export function sayBytes(bytes: number): string {
	const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
	const unit = UNITS[power] ?? "byte";
	const number = new Intl.NumberFormat("en", {
		style: "unit",
		unit,
		maximumFractionDigits: power < 2 ? 0 : 1,
	});
	return number.format(bytes / 1000 ** power);
}

const sayOf = (used: number, quota: number | undefined): string =>
	quota === undefined
		? sayBytes(used)
		: `${sayBytes(used)} of the ${sayBytes(quota)} that the browser allows`;

/** Says how much room is taken, and how much there is, a sentence for each kind. */
export function sayRoom({ used, quota, items, itemsQuota }: Room): string[] {
	return [
		used === undefined
			? "This browser doesn’t say how much room headlines and articles take."
			: `Headlines, articles and snapshots take ${sayOf(used, quota)}.`,
		items === undefined
			? "It doesn’t say how much room settings and lists take."
			: `Settings and lists take ${sayOf(items, itemsQuota)}.`,
	];
}
