import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

/** The page that is opened dozens of times a day, and may wait for nothing that it could have in itself. */
export const NEW_TAB = /\/newtab\//;

/** Takes the sheet that a page names out of what is built. Throws where it isn't there, or couldn't stand in a page. */
function takeSheet(link: string, bundle: Rolldown.OutputBundle): string {
	const [, name] = link.match(/href="\/([^"]+)"/) ?? [];
	const sheet = name === undefined ? undefined : bundle[name];
	if (name === undefined || sheet?.type !== "asset")
		throw new Error(`There is no style sheet as in ${link}.`);
	delete bundle[name];
	const style = typeof sheet.source === "string" ? sheet.source : new TextDecoder().decode(sheet.source);
	// Addresses in a sheet are relative to where it lies.
	if (/<\/style|url\((?!["']?data:)/i.test(style))
		throw new Error(`What ${name} holds can't stand in a page.`);
	return style;
}

/**
 * Nothing is painted without the style. A new tab's stands in the page itself, since it would be the second file to
 * wait for. In the others it is behind the scripts, so that the first one needn't wait for it, and is asked for
 * before them, or they delay it. docs/new-tab.md has the figures.
 */
export const pageStyles: Plugin = {
	name: "page-styles",
	transformIndexHtml: {
		order: "post",
		handler: (html, { path, bundle }) => {
			const [link] = html.match(/<link rel="stylesheet"[^>]*>/) ?? [];
			if (!link || !bundle) return html;
			if (NEW_TAB.test(path)) return html.replace(link, () => `<style>${takeSheet(link, bundle)}</style>`);
			const ahead = link.replace('rel="stylesheet"', 'rel="preload" as="style"');
			return html.replace("<head>", `<head>\n\t\t${ahead}`);
		},
	},
};

/** Names the styles that stand in a page, each by its hash as CSP Level 3 (8.4) has it: `'sha256-…'`. */
export const styleHashes = (html: string): string[] =>
	[...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
		([, style = ""]) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
	);
