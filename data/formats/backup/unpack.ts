import { BackupError } from "./backup-error";
import { deflate, inflate } from "./deflate";
import { contentOf, type Entry } from "./directory";

/** The bytes of a file that was stored as it is. */
async function stored(bytes: Uint8Array<ArrayBuffer>, { name, crc, unpacked }: Entry) {
	const found = await deflate(bytes);
	if (bytes.length !== unpacked || found.crc !== crc) throw new BackupError("backup-damaged", name);
	return bytes;
}

/** The bytes of a file that was deflated. */
async function inflated(deflated: Uint8Array<ArrayBuffer>, { name, crc, unpacked }: Entry) {
	const bytes = await inflate({ deflated, crc }, unpacked);
	if (bytes === undefined) throw new BackupError("backup-bomb", name);
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
		return await (entry.method === 0 ? stored : inflated)(packed, entry);
	} catch (cause) {
		throw cause instanceof BackupError ? cause : new BackupError("backup-damaged", entry.name, cause);
	}
}
