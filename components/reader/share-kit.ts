import Turndown from "turndown";
import { putPicturesBack } from "./content/missing-picture";
import { sanitise } from "./sanitise";
import { originOf, type Shared } from "./share-words";

/** What is in the page for the reader's sake alone, and no part of the text. */
const CONTROLS = "button, audio, video, select, input, .unseen, [hidden]";

/** A picture of the page as a data URL; undefined where the browser doesn't give what another site has sent. */
function drawn(picture: HTMLImageElement): string | undefined {
	if (!picture.complete || picture.naturalWidth === 0) return undefined;
	if (picture.src.startsWith("data:")) return picture.src;
	const canvas = document.createElement("canvas");
	canvas.width = picture.naturalWidth;
	canvas.height = picture.naturalHeight;
	canvas.getContext("2d")?.drawImage(picture, 0, 0);
	try {
		return canvas.toDataURL("image/webp", 0.85);
	} catch {
		return undefined;
	}
}

/** Where a picture comes from, wherever it is kept. */
const addressOf = (picture: HTMLImageElement): string =>
	picture.dataset.from ?? picture.getAttribute("src") ?? "";

/** Puts in place of a picture what is on it, with a link to it, unless that would be a link in a link. */
function putWordsFor(picture: HTMLImageElement, address: string): void {
	const words = picture.alt || "Picture";
	if (picture.closest("a") || !/^https?:/.test(address)) {
		picture.replaceWith(words);
		return;
	}
	const link = picture.ownerDocument.createElement("a");
	link.href = address;
	link.textContent = words;
	picture.replaceWith(link);
}

/**
 * The text of an article as it stands in the page, harmless and without what the reader has added. Its pictures
 * have their own addresses; `whole` puts the pictures themselves in their place, where they are there. The text is
 * in a document of its own, which asks for nothing.
 */
function textOf(body: Element | null, pictures: "addresses" | "whole"): HTMLElement {
	const inert = document.implementation.createHTMLDocument("");
	const text = inert.createElement("div");
	if (!body) return text;
	const copy = inert.importNode(body, true);
	putPicturesBack(copy);
	const shown = body.querySelectorAll("img");
	copy.querySelectorAll("img").forEach((picture, at) => {
		const original = shown[at];
		const address = addressOf(picture);
		const inText = address.startsWith("data:") ? address : undefined;
		const data = inText ?? (pictures === "whole" && original ? drawn(original) : undefined);
		if (pictures === "addresses") picture.setAttribute("src", address);
		else if (data) picture.setAttribute("src", data);
		else putWordsFor(picture, address);
	});
	for (const control of copy.querySelectorAll(CONTROLS)) control.remove();
	const content = inert.createDocumentFragment();
	content.append(...copy.childNodes);
	text.append(sanitise(content));
	return text;
}

/** An article as Markdown: its title, where it is from, and its text. */
export function markdownOf(shared: Shared, body: Element | null): string {
	const markdown = new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" });
	const head = document.createElement("div");
	const title = head.appendChild(document.createElement("h1"));
	title.textContent = shared.title;
	const origin = head.appendChild(document.createElement("p"));
	origin.append([shared.author, originOf(shared)].filter(Boolean).join(". "));
	if (shared.url) {
		const link = document.createElement("a");
		link.href = link.textContent = shared.url;
		origin.append(". ", link);
	}
	return `${[head, textOf(body, "addresses")]
		.map((part) => markdown.turndown(part))
		.filter(Boolean)
		.join("\n\n")}\n`;
}

/** What a saved page may do: look like this, and show the pictures that are in it. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
const STYLE = `:root{color-scheme:light dark}body{max-inline-size:41rem;margin:2rem auto;padding-inline:1rem;font:1.125rem/1.6 Georgia,serif;overflow-wrap:break-word}
h1{line-height:1.2}header p{opacity:.75}img{max-inline-size:100%;block-size:auto}pre{white-space:pre-wrap}table{border-collapse:collapse}
td,th{padding:.3em .6em;border-block-end:1px solid}blockquote{margin-inline:0;padding-inline-start:1em;border-inline-start:2px solid}`;

const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<style>${STYLE}</style>`;

/** An element with this text; a heading finds its own direction. */
function elementOf(name: "title" | "h1" | "p" | "a", text: string): HTMLElement {
	const element = document.createElement(name);
	element.textContent = text;
	if (name === "h1") element.dir = "auto";
	return element;
}

/**
 * An article as one HTML file that asks for nothing and runs nothing; `language` is a BCP 47 tag. It is put
 * together as text: a style in any document of ours is stopped by our own policy.
 */
export function pageOf(shared: Shared, body: Element | null, language: string): string {
	const text = textOf(body, "whole");
	const origin = elementOf("p", [shared.author, originOf(shared)].filter(Boolean).join(" · "));
	if (shared.url) {
		const link = elementOf("a", "Original");
		link.setAttribute("href", shared.url);
		origin.append(" · ", link);
	}
	const article = document.createElement("article");
	const header = article.appendChild(document.createElement("header"));
	header.append(elementOf("h1", shared.title), origin);
	article.append(...text.childNodes);
	const lang = /^[a-z0-9-]+$/i.test(language) ? ` lang="${language}"` : "";
	return `<!doctype html>
<html${lang}>
<head>
${HEAD}
${elementOf("title", shared.title).outerHTML}
</head>
<body>
${article.outerHTML}
</body>
</html>
`;
}
