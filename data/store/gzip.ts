/** Passes bytes through one of the browser's own streams. */
async function through(
	bytes: BlobPart,
	stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** A value that JSON can hold, as gzipped JSON. */
export const squeeze = (value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
	through(JSON.stringify(value), new CompressionStream("gzip"));

/** The value in gzipped JSON; rejects what isn't that. */
export async function unsqueeze(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
	const text = new TextDecoder().decode(await through(bytes, new DecompressionStream("gzip")));
	return JSON.parse(text);
}
