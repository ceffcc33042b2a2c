import { Inflate } from "fflate";
import { BackupError } from "./backup-error";
import { crc32 } from "./crc";
import { contentOf, type Entry } from "./directory";

/** So much is unpacked at a time, in bytes, before it is looked at again: deflate makes 1,032 of one at most. */
const PIECE = 8_192;

/** Unpacks to just as many bytes as were told; more stop it at once. */
function inflate(packed: Uint8Array, { name, unpacked }: Entry): Uint8Array {
	const bytes = new Uint8Array(unpacked);
	let filled = 0;
	let isEnded = false;
	const inflating = new Inflate((chunk, final) => {
		if (filled + chunk.length > unpacked) throw new BackupError("backup-bomb", name);
		bytes.set(chunk, filled);
		filled += chunk.length;
		isEnded = final;
	});
	for (let from = 0; from < packed.length && !isEnded; from += PIECE)
		inflating.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
	if (filled < unpacked) throw new BackupError("backup-damaged", name);
	return bytes;
}

/**
 * Unpacks a file of a zip, and checks that it is what was put in.
 *
 * @throws {BackupError} where it isn't
 */
export async function unpack(file: Blob, entry: Entry): Promise<Uint8Array> {
	const packed = await contentOf(file, entry);
	if (packed.length < entry.packed) throw new BackupError("backup-cut-short");
	try {
		const bytes = entry.method === 0 ? packed : inflate(packed, entry);
		if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc)
			throw new BackupError("backup-damaged", entry.name);
		return bytes;
	} catch (cause) {
		throw cause instanceof BackupError ? cause : new BackupError("backup-damaged", entry.name, cause);
	}
}
