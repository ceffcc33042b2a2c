import { BackupError } from "./backup-error";
import {
	ENTRY_LIMIT,
	FILE_LIMIT,
	NAME_LIMIT,
	RATIO_LIMIT,
	SMALL,
	TOTAL_LIMIT,
	UNPACKED_LIMIT,
} from "./limits";

/** A file in a zip, as the zip's directory tells of it. */
export interface Entry {
	name: string;
	/** How it is compressed: 0 not at all, 8 by deflate. */
	method: number;
	crc: number;
	/** In bytes, as it lies there and as it was. */
	packed: number;
	unpacked: number;
	/** Where what goes before it begins. */
	offset: number;
}

// The numbers of PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
	new DataView(await file.slice(from, to).arrayBuffer());

/** Whether something begins as a zip does. */
async function isZip(file: Blob): Promise<boolean> {
	const head = await viewOf(file, 0, 4);
	return head.byteLength === 4 && [LOCAL, END].includes(head.getUint32(0, true));
}

/** Where the directory lies, which the last record of a zip tells. */
async function findDirectory(file: Blob): Promise<{ offset: number; bytes: number; count: number }> {
	const from = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
	const tail = await viewOf(file, from, file.size);
	for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
		if (tail.getUint32(at, true) !== END) continue;
		const count = tail.getUint16(at + 10, true);
		const bytes = tail.getUint32(at + 12, true);
		const offset = tail.getUint32(at + 16, true);
		if (offset + bytes <= from + at) return { offset, bytes, count };
	}
	throw new BackupError("backup-cut-short");
}

/** Whether a name leads elsewhere than to a file beside the others. */
const isAstray = (name: string) =>
	name === "" || name.length > NAME_LIMIT || /[\\/:\0]/.test(name) || name === "." || name === "..";

function readEntry(directory: DataView, at: number): { entry: Entry; end: number } {
	if (at + CENTRAL_BYTES > directory.byteLength || directory.getUint32(at, true) !== CENTRAL)
		throw new BackupError("backup-damaged");
	const nameBytes = directory.getUint16(at + 28, true);
	const end =
		at + CENTRAL_BYTES + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
	if (end > directory.byteLength) throw new BackupError("backup-damaged");
	const name = new TextDecoder().decode(
		new Uint8Array(directory.buffer, directory.byteOffset + at + CENTRAL_BYTES, nameBytes),
	);
	if (isAstray(name)) throw new BackupError("backup-astray", name.slice(0, NAME_LIMIT));
	const flags = directory.getUint16(at + 8, true);
	const entry: Entry = {
		name,
		method: directory.getUint16(at + 10, true),
		crc: directory.getUint32(at + 16, true),
		packed: directory.getUint32(at + 20, true),
		unpacked: directory.getUint32(at + 24, true),
		offset: directory.getUint32(at + 42, true),
	};
	// Bit 0 for what is encrypted, bit 6 for what is so strongly (4.4.4).
	if (flags & 0x41) throw new BackupError("backup-encrypted", name);
	if (entry.method !== 0 && entry.method !== 8) throw new BackupError("backup-packed-oddly", name);
	return { entry, end };
}

/** Whether entries would unpack to more than a backup does. */
function isBomb(entries: readonly Entry[], file: Blob): boolean {
	const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
	const isTight = total > SMALL && total > RATIO_LIMIT * file.size;
	return isTight || total > TOTAL_LIMIT || entries.some(({ unpacked }) => unpacked > UNPACKED_LIMIT);
}

/**
 * Reads a zip's directory, the one list of what is in it, and nothing else. fflate's own doesn't tell what is
 * encrypted or doubled, and wants the whole file in memory.
 *
 * @throws {BackupError} where something of it isn't as it is in a backup
 */
export async function readDirectory(file: Blob): Promise<Entry[]> {
	if (!(await isZip(file))) throw new BackupError("backup-unknown");
	if (file.size > FILE_LIMIT) throw new BackupError("backup-too-big");
	const { offset, bytes, count } = await findDirectory(file);
	if (count > ENTRY_LIMIT) throw new BackupError("backup-crowded");
	const directory = await viewOf(file, offset, offset + bytes);
	const entries = new Map<string, Entry>();
	let at = 0;
	for (let place = 0; place < count; place += 1) {
		const { entry, end } = readEntry(directory, at);
		// Two names that some system takes for one are one.
		const key = entry.name.toLowerCase();
		if (entries.has(key)) throw new BackupError("backup-doubled", entry.name);
		if (entry.offset + LOCAL_BYTES + entry.packed > offset) throw new BackupError("backup-cut-short");
		entries.set(key, entry);
		at = end;
	}
	if (isBomb([...entries.values()], file)) throw new BackupError("backup-bomb");
	return [...entries.values()];
}

/** Where what is in an entry begins, after what goes before it. */
export async function contentOf(
	file: Blob,
	{ offset, packed, name }: Entry,
): Promise<Uint8Array<ArrayBuffer>> {
	const local = await viewOf(file, offset, offset + LOCAL_BYTES);
	if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL)
		throw new BackupError("backup-damaged", name);
	const from = offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
	return new Uint8Array(await file.slice(from, from + packed).arrayBuffer());
}
