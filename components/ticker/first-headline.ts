import type { FirstHeadline } from "@/data/model/first-paint";
import { sayAgeAtOnce } from "../headlines/age-at-once";
import { headingClass } from "./headline-words";

/**
 * Fills a headline into the markup that entrypoints/newtab/index.html has for the first paint, as text and
 * nothing else. It leaves its id on the page, for the module that takes over.
 */
export function fillFirstHeadline(page: HTMLElement, headline: FirstHeadline, now: number): void {
	const change = <Kind extends HTMLElement>(selector: string, by: (element: Kind) => void) => {
		const element = page.querySelector<Kind>(selector);
		if (element) by(element);
	};
	const write = (selector: string, text: string) =>
		change(selector, (element) => {
			element.textContent = text;
		});
	page.dataset.headline = headline.id;
	write(".ticker-source", headline.sourceTitle);
	write("time", sayAgeAtOnce(headline.publishedAt, now, headline.day));
	change(".ticker-kicker", (kicker) => {
		for (const word of headline.words) {
			const span = document.createElement("span");
			span.dir = "auto";
			span.textContent = word;
			kicker.append(span);
		}
	});
	change("h1", (heading) => {
		heading.className = headingClass(headline.title);
	});
	change<HTMLAnchorElement>("h1 a", (link) => {
		link.textContent = headline.title;
		link.href = headline.href;
	});
	write(".ticker-place", headline.place);
	change(".ticker-steps button", (previous) => {
		if (headline.isFirst) previous.ariaDisabled = "true";
	});
	change<HTMLAnchorElement>(".ticker-acts a", (original) => {
		if (headline.url === undefined) original.remove();
		else original.href = headline.url;
	});
	change("[aria-pressed]", (save) => {
		save.ariaPressed = String(headline.saved);
	});
	change(".ticker-acts > :last-child", (mute) => {
		mute.title = mute.ariaLabel = `Mute ${headline.sourceTitle}`;
	});
}
