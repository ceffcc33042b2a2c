/** Passes bytes through one of the browser's own streams; a blob or a response before it would take as long as it does. */
async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
	const writer = stream.writable.getWriter();
	const [passed] = await Promise.all([
		new Response(stream.readable).arrayBuffer(),
		writer.write(bytes),
		writer.close(),
	]);
	return new Uint8Array(passed);
}

/** A text's bytes in UTF-8. The encoder makes memory of its own, which is never shared. */
export const encode = (text: string): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** Bytes as one member of gzip (RFC 1952), with none of what that leaves open. */
export const gzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
	through(bytes, new CompressionStream("gzip"));

/** A value that JSON can hold, as gzipped JSON. */
export const squeeze = (value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
	gzip(encode(JSON.stringify(value)));

/** The value in gzipped JSON; rejects what isn't that. */
export async function unsqueeze(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
	const text = new TextDecoder().decode(await through(bytes, new DecompressionStream("gzip")));
	return JSON.parse(text);
}
