import { Zip, ZipDeflate } from "fflate";

/** So much is compressed at a time, in bytes: a page stays at hand in between. */
const PIECE = 100_000;

/** A zip that is being written. */
export interface Packing {
	/** Adds a file with this text. */
	add(name: string, text: string): Promise<void>;
	/** Ends it, and answers the whole. */
	end(): Blob;
}

/** ZIP has no times before and after these (4.4.6). */
const [FIRST_TIME, LAST_TIME] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

/** Lets other work of the page go first. */
const pause = () => new Promise<void>((done) => setTimeout(done));

/** Begins a zip, whose files say that they were made at a time; what is packed is handed on to a blob. */
export function beginPacking(madeAt: number): Packing {
	const pieces: Blob[] = [];
	let waiting: Uint8Array<ArrayBuffer>[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		// What fflate hands on is its own alone, and in no memory that is shared.
		waiting.push(chunk as Uint8Array<ArrayBuffer>);
	});
	const handOn = () => {
		pieces.push(new Blob(waiting));
		waiting = [];
	};
	return {
		async add(name, text) {
			const file = new ZipDeflate(name, { level: 6 });
			file.mtime = Math.min(Math.max(madeAt, FIRST_TIME), LAST_TIME);
			zip.add(file);
			const bytes = new TextEncoder().encode(text);
			for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
				if (from > 0) await pause();
				file.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
			}
			handOn();
		},
		end() {
			zip.end();
			handOn();
			return new Blob(pieces, { type: "application/zip" });
		},
	};
}
