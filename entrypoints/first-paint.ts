import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { fillFirstHeadline } from "../components/ticker/first-headline";
import { CAN_GIVE_WAY, giveWay } from "../data/store/give-way";
import { recallFirstPaint } from "../data/store/recall-first-paint";

/**
 * Goes to the browser's own new tab; nothing is painted in the meantime. Whoever comes back to this page
 * through the history stays: it would send them on for ever.
 */
function leave(root: HTMLElement): void {
	// The page itself sends nobody on who has been sent on from here.
	history.replaceState(1, "");
	// The entries that are called so are these.
	const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
	if (navigation?.type === "back_forward") return;
	root.hidden = true;
	giveWay()
		.catch((cause) => console.error("The browser’s own new tab could not be opened.", cause))
		.then((left) => {
			root.hidden = left === true;
		});
}

/** Sets what is known of how a page looks; answers whether it has a headline by that. */
function paintFirst(): boolean {
	const paint = recallFirstPaint();
	if (!paint) return false;
	const root = document.documentElement;
	const { theme, mode, headline } = paint;
	if (theme !== "system") root.dataset.theme = theme;
	if (location.pathname !== "/newtab.html") return false;
	if (mode === "browser" && CAN_GIVE_WAY) leave(root);
	if (mode !== "one" || !headline) return false;
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
	return true;
}

/**
 * Runs in the head of every page, before anything is painted: the theme, and a new tab's first headline. A new tab's
 * modules, which scripts/late-modules.ts names, come when that is on the screen: in a hidden page when it is seen.
 */
export default defineUnlistedScript(() => {
	const modules = document.currentScript?.dataset.modules;
	const isPainted = paintFirst();
	if (modules === undefined) return;
	// One that can't be loaded is told by the browser, as it is of a page's own modules.
	const load = () => {
		for (const module of modules.split(" ")) void import(/* @vite-ignore */ module);
	};
	if (isPainted) requestAnimationFrame(() => requestAnimationFrame(load));
	else load();
});
