import { Zip, type ZipInputFile } from "fflate";
import { encode } from "../../model/gzip";
import { deflate } from "./deflate";

/** A zip that is being written. */
export interface Packing {
	/** Adds a file with this text. */
	add(name: string, text: string): Promise<void>;
	/** Ends it, and answers the whole. */
	end(): Blob;
}

/** So much is handed on at a time, in bytes: a blob of its own for each file takes longer than the file. */
const PIECE = 2_000_000;

/** ZIP has no times before and after these (4.4.6). */
const [FIRST_TIME, LAST_TIME] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

/** How deflate is called in a zip (4.4.5). */
const DEFLATE = 8;

/** Begins a zip, whose files say that they were made at a time; what is packed is handed on to a blob. */
export function beginPacking(madeAt: number): Packing {
	const pieces: Blob[] = [];
	let waiting: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		// What fflate hands on is its own or what was given to it, and in no memory that is shared.
		waiting.push(chunk as Uint8Array<ArrayBuffer>);
	});
	const handOn = () => {
		pieces.push(new Blob(waiting));
		waiting = [];
		size = 0;
	};
	return {
		async add(name, text) {
			const bytes = encode(text);
			const { deflated, crc } = await deflate(bytes);
			const file: ZipInputFile = {
				filename: name,
				size: bytes.length,
				crc,
				compression: DEFLATE,
				mtime: Math.min(Math.max(madeAt, FIRST_TIME), LAST_TIME),
			};
			zip.add(file);
			file.ondata?.(null, deflated, true);
			size += deflated.length;
			if (size > PIECE) handOn();
		},
		end() {
			zip.end();
			handOn();
			return new Blob(pieces, { type: "application/zip" });
		},
	};
}
