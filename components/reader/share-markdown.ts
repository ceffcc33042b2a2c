import { toMarkdown } from "./markdown";
import { originOf, type Shared } from "./share-words";
import { addressOf, sharedText } from "./shared-text";

/** An article as Markdown: its title, where it is from, and its text. */
export function markdownOf(shared: Shared, body: Element | null): string {
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
	const text = sharedText(body, (picture) => picture.setAttribute("src", addressOf(picture)));
	return toMarkdown([head, text]);
}
