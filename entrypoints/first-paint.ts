import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { fillFirstHeadline } from "../components/ticker/first-headline";
import { CAN_GIVE_WAY, giveWay } from "../data/store/give-way";
import { recallFirstPaint } from "../data/store/recall-first-paint";

/**
 * Goes to the browser's own new tab; nothing is painted in the meantime. Whoever comes back to this page
 * through the history stays: it would send them on for ever.
 */
function leave(root: HTMLElement): void {
	root.dataset.way = "known";
	const [navigation] = performance.getEntriesByType("navigation");
	if (navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward") return;
	root.hidden = true;
	giveWay()
		.catch((cause) => console.error("The browser’s own new tab could not be opened.", cause))
		.then((left) => {
			root.hidden = left === true;
		});
}

/** Runs in the head of every page, before anything is painted: the theme, and a new tab's first headline. */
export default defineUnlistedScript(() => {
	const paint = recallFirstPaint();
	if (!paint) return;
	const root = document.documentElement;
	const { theme, mode, headline } = paint;
	if (theme !== "system") root.dataset.theme = theme;
	if (location.pathname !== "/newtab.html") return;
	if (mode === "browser" && CAN_GIVE_WAY) leave(root);
	if (mode !== "one" || !headline) return;
	// An element's reaction runs while the page is still being read, right after the markup before it.
	customElements.define(
		"first-headline",
		class extends HTMLElement {
			connectedCallback() {
				const markup = document.querySelector("template")?.content;
				if (!(markup?.firstElementChild instanceof HTMLElement)) return;
				fillFirstHeadline(markup.firstElementChild, headline, Date.now());
				this.replaceWith(markup);
			}
		},
	);
});
