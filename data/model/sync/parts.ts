import * as v from "valibot";
import { unpackState } from "./pack";
import type { SyncState } from "./records";

/** What the browser syncs for an extension, and how large one item of it may be, in bytes, its key with it. */
export const QUOTA_BYTES = 102_400;
export const ITEM_BYTES = 8_192;

/** The version of the form; what has another is left alone. */
const VERSION = 1;
/** What an item takes beside its piece: key, names and numbers. */
const ENVELOPE_BYTES = 192;
/** The longest piece of a text in one item, in characters, each a byte. */
const PIECE = ITEM_BYTES - ENVELOPE_BYTES;
/** More pieces than the quota has room for. */
const PIECES_LIMIT = 16;

/** A piece of what one device says. */
const pieceSchema = v.strictObject({
	v: v.literal(VERSION),
	/** When it was written, in milliseconds since 1970: pieces of one time are of one text. */
	at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	/** How many pieces the text has. */
	of: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(PIECES_LIMIT)),
	text: v.pipe(v.string(), v.maxLength(ITEM_BYTES)),
});
type Piece = v.InferOutput<typeof pieceSchema>;

/** What the browser syncs, whoever wrote it. */
export type SyncItems = Readonly<Record<string, unknown>>;

/** What one device says, as all its pieces together tell. */
export interface Part {
	device: string;
	/** When it was written, in milliseconds since 1970. */
	at: number;
	text: string;
	state: SyncState;
}

const KEY = /^device\/([0-9a-f]{12})\/(\d{1,2})$/;

/** The key of one piece of what a device says. */
const keyOfPiece = (device: string, place: number) => `device/${device}/${place}`;

/** The keys of all items that are a device's. */
export const keysOf = (items: SyncItems, device: string): string[] =>
	Object.keys(items).filter((key) => KEY.exec(key)?.[1] === device);

/** What some items take of the quota, in bytes, as the browsers reckon it. */
export function bytesOf(items: SyncItems): number {
	const encoder = new TextEncoder();
	return Object.entries(items).reduce(
		(sum, [key, value]) => sum + encoder.encode(key + JSON.stringify(value)).length,
		0,
	);
}

/** A text as a device's items. */
export function toItems(device: string, at: number, text: string): Record<string, Piece> {
	const of = Math.ceil(text.length / PIECE);
	return Object.fromEntries(
		Array.from({ length: of }, (_, place) => [
			keyOfPiece(device, place),
			{ v: VERSION, at, of, text: text.slice(place * PIECE, (place + 1) * PIECE) },
		]),
	);
}

function readPart(items: SyncItems, device: string): Part | undefined {
	const first = v.safeParse(pieceSchema, items[keyOfPiece(device, 0)]);
	if (!first.success) return undefined;
	const { at, of } = first.output;
	const pieces = Array.from({ length: of }, (_, place) =>
		v.safeParse(pieceSchema, items[keyOfPiece(device, place)]),
	);
	const texts = pieces.flatMap((piece) =>
		piece.success && piece.output.at === at && piece.output.of === of ? [piece.output.text] : [],
	);
	// The pieces come one by one; until the last has come, there is nothing to be read.
	if (texts.length < of) return undefined;
	const text = texts.join("");
	const state = unpackState(text);
	return state && { device, at, text, state };
}

/** What each device says; what is broken, not whole, or a newer version's is passed over. */
export function readParts(items: SyncItems): Part[] {
	const devices = new Set(Object.keys(items).flatMap((key) => KEY.exec(key)?.[1] ?? []));
	return [...devices].sort().flatMap((device) => readPart(items, device) ?? []);
}
