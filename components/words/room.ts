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

/** How much of something is taken, in words. */
export interface RoomWords {
	what: string;
	/** Undefined until it is known. */
	taken: string | undefined;
}

function sayOf(used: number | undefined, quota: number | undefined): string {
	if (used === undefined) return "not said by this browser";
	return quota === undefined ? sayBytes(used) : `${sayBytes(used)} of ${sayBytes(quota)} allowed`;
}

/** Says how much room is taken, and how much there is, of each kind; null is not known yet. */
export const sayRoom = (room: Room | null): RoomWords[] => [
	{ what: "Headlines, articles and snapshots", taken: room ? sayOf(room.used, room.quota) : undefined },
	{ what: "Settings and lists", taken: room ? sayOf(room.items, room.itemsQuota) : undefined },
];
