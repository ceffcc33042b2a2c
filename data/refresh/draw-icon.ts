/** As sharp as a mark of 24 CSS pixels needs to be, in pixels. */
const SIDE = 32;

/**
 * Draws a picture anew as a PNG of 32 × 32 pixels, and answers it as a data URL: what a page is given are
 * pixels, and nothing else that the file held. Rejects what isn't a picture.
 */
export async function drawIcon(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const picture = await createImageBitmap(new Blob([bytes]));
	try {
		const canvas = new OffscreenCanvas(SIDE, SIDE);
		const pen = canvas.getContext("2d");
		if (!pen) throw new Error("There is nothing to draw with.");
		const scale = SIDE / Math.max(picture.width, picture.height);
		const [width, height] = [picture.width * scale, picture.height * scale];
		pen.imageSmoothingQuality = "high";
		pen.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
		const png = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
		return `data:image/png;base64,${btoa(String.fromCharCode(...png))}`;
	} finally {
		picture.close();
	}
}
