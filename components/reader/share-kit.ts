import Turndown from "turndown";
import { sanitise } from "./sanitise";
import { originOf, type Shared } from "./share-words";

/** What is in the page for the reader's sake alone, and no part of the text. */
const CONTROLS = "button, audio, video, select, input, .unseen, [hidden]";

/** The text of an article as it stands in the page, harmless and without what the reader has added. */
function textOf(body: Element | null): HTMLElement {
	const copy = document.createElement("div");
	if (!body) return copy;
	const original = body.cloneNode(true);
	if (original instanceof Element) {
		for (const control of original.querySelectorAll(CONTROLS)) control.remove();
		copy.append(sanitise(original.innerHTML));
	}
	return copy;
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
	return `${[head, textOf(body)]
		.map((part) => markdown.turndown(part))
		.filter(Boolean)
		.join("\n\n")}\n`;
}

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

/** Puts pictures into a text: themselves where they are in the page, else a link to them. */
function keepPictures(text: HTMLElement, body: Element | null): void {
	const shown = new Map(
		[...(body?.querySelectorAll("img") ?? [])].map((img) => [img.getAttribute("src"), img]),
	);
	for (const picture of text.querySelectorAll("img")) {
		const source = picture.getAttribute("src") ?? "";
		const there = shown.get(source);
		const data = there && drawn(there);
		if (data) {
			picture.src = data;
			continue;
		}
		const words = picture.alt || "Picture";
		if (picture.closest("a") || !/^https?:/.test(source)) picture.replaceWith(words);
		else {
			const link = document.createElement("a");
			link.href = source;
			link.rel = "noopener noreferrer";
			link.textContent = words;
			picture.replaceWith(link);
		}
	}
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
	const text = textOf(body);
	keepPictures(text, body);
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
