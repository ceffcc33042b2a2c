import type { Extension, Screen } from "./driver/driver";
import { expect } from "./fixtures";

/** HTML as a part of a feed, which is XML. */
export const cdata = (html: string) => `<![CDATA[${html}]]>`;

/** A picture of this size, as a server answers with it. */
export const svg = (width: number, height: number) => ({
	body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`,
	contentType: "image/svg+xml",
});

/** Opens an article from the reader's list, and waits until its text is there. */
export async function openArticle(extension: Extension, title: string): Promise<Screen> {
	const reader = await extension.open("/options.html");
	await reader.find("list", "Headlines").find("link", title).click();
	await expect(reader.find("article").find("heading", title)).toBeShown();
	await expect(reader.css(".article-body:not([aria-busy])")).toNumber(1);
	return reader;
}
