import { originOf, type Shared } from "./share-words";
import { addressOf, sharedText } from "./shared-text";

/** What a saved page may do: look like this, and show the pictures that are in it. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
const STYLE = `:root{color-scheme:light dark}body{max-inline-size:41rem;margin:2rem auto;padding-inline:1rem;font:1.125rem/1.6 Georgia,serif;overflow-wrap:break-word}
h1{line-height:1.2}header p{opacity:.75}img{max-inline-size:100%;block-size:auto;background:light-dark(#0000,#fff)}pre{white-space:pre-wrap}table{display:block;overflow-x:auto;border-collapse:collapse}
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

const toDataUrl = (picture: Blob): Promise<string> =>
	new Promise((done, fail) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result));
		reader.onerror = () => fail(reader.error);
		reader.readAsDataURL(picture);
	});

/** A page to be saved that waits for its pictures. */
export interface Draft {
	/** Where those come from that aren't in the text itself, each once. */
	addresses: string[];
	/** Writes the file, with these pictures in it, by their addresses; in place of the others stand links to them. */
	write(pictures: ReadonlyMap<string, Blob>): Promise<string>;
}

/**
 * An article as one HTML file that asks for nothing and runs nothing; `language` is a BCP 47 tag. What becomes of
 * the article in the page meanwhile changes nothing about it. It is put together as text: a style in any document of
 * ours is stopped by our own policy.
 */
export function draftPage(shared: Shared, body: Element | null, language: string): Draft {
	const text = sharedText(body, (picture) => picture.setAttribute("src", addressOf(picture)));
	const pictures = [...text.querySelectorAll("img")].map((picture) => ({
		picture,
		address: picture.getAttribute("src") ?? "",
	}));
	const fromWeb = pictures.map(({ address }) => address).filter((address) => !address.startsWith("data:"));
	const origin = elementOf("p", [shared.author, originOf(shared)].filter(Boolean).join(" · "));
	if (shared.url) {
		const link = elementOf("a", "Original");
		link.setAttribute("href", shared.url);
		origin.append(" · ", link);
	}
	// The text stays in its own document until it is written, or the page would ask for its pictures.
	const article = text.ownerDocument.createElement("article");
	const header = article.appendChild(text.ownerDocument.createElement("header"));
	header.append(elementOf("h1", shared.title), origin);
	article.append(...text.childNodes);
	const lang = /^[a-z0-9-]+$/i.test(language) ? ` lang="${language}"` : "";
	return {
		addresses: [...new Set(fromWeb)],
		async write(there) {
			for (const { picture, address } of pictures) {
				const whole = there.get(address);
				if (whole) picture.setAttribute("src", await toDataUrl(whole));
				else if (!address.startsWith("data:")) putWordsFor(picture, address);
			}
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
		},
	};
}
