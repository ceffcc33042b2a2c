/** Says that a body was longer than it may be. */
export class BodyTooBigError extends Error {
	override name = "BodyTooBigError";
}

/**
 * Reads a response's body, and stops at the first byte over the limit: a length that the server declares is
 * taken at its word when it is too big, and never when it is small. Throws {@link BodyTooBigError}, or what
 * the stream throws.
 */
export async function readBody(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
	if (Number(response.headers.get("content-length")) > limitBytes) throw new BodyTooBigError();
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
		length += part.value.byteLength;
		if (length > limitBytes) throw new BodyTooBigError();
		chunks.push(part.value);
	}
	const body = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		body.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return body;
}
