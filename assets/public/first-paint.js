// Runs before the first paint of every page. What extension storage holds can only be read later, so
// data/store/first-paint.ts keeps a copy here of what the first paint needs: the theme and, for a new tab, its
// view and its first headline. Storage has the last word, in the module that takes over.

const root = document.documentElement;

/** @returns {Partial<import("../../data/model/first-paint").FirstPaint>} */
function recall() {
	try {
		return JSON.parse(localStorage.getItem("first-paint") ?? "{}");
	} catch {
		return {};
	}
}

/** Says how old something is; components/headlines/age.ts says it in the same words, but takes longer to load. */
function sayAge(publishedAt, day) {
	const minutes = Math.floor((Date.now() - publishedAt) / 60_000);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	if (minutes < 1) return "now";
	if (minutes < 60) return `${minutes} min. ago`;
	if (hours < 24) return `${hours} hr. ago`;
	if (days === 1) return "yesterday";
	return days < 7 ? `${days} days ago` : day;
}

/** Fills the markup of one headline in. */
function fill(page, headline) {
	const find = (selector) => page.querySelector(selector);
	page.firstElementChild.dataset.headline = headline.id;
	find(".ticker-source").textContent = headline.sourceTitle;
	const age = find("time");
	age.textContent = sayAge(headline.publishedAt, headline.day);
	for (const word of headline.words) {
		const span = document.createElement("span");
		span.dir = "auto";
		span.textContent = word;
		find(".ticker-kicker").append(span);
	}
	find("h1 a").textContent = headline.title;
	find("h1 a").href = `/options.html#/read/${encodeURIComponent(headline.id)}`;
	if (headline.title.length > 140) find("h1").classList.add("ticker-long");
	find(".ticker-place").textContent = headline.place;
	if (headline.isFirst) find("button").setAttribute("aria-disabled", "true");
	if (/^https?:/.test(headline.url ?? "")) find(".ticker-acts a").href = headline.url;
	else find(".ticker-acts a").remove();
	const mute = find(".ticker-acts").lastElementChild;
	mute.title = `Mute ${headline.sourceTitle}`;
	mute.setAttribute("aria-label", mute.title);
	if (headline.saved) find("[aria-pressed]").setAttribute("aria-pressed", "true");
}

/**
 * Goes to the browser's own new tab, if storage says so too. Nothing is painted in the meantime. Whoever
 * comes back to this page through the history stays: it would send them on for ever.
 */
async function giveWay() {
	const [navigation] = performance.getEntriesByType("navigation");
	root.dataset.way = "taken";
	if (navigation?.type === "back_forward" || location.protocol !== "chrome-extension:") return;
	root.hidden = true;
	const [{ settings }, tab] = await Promise.all([
		chrome.storage.local.get("settings"),
		chrome.tabs.getCurrent(),
	]);
	if (settings?.tickerMode === "browser") await chrome.tabs.update(tab.id, { url: "chrome://new-tab-page/" });
	else root.hidden = false;
}

const { theme, mode, headline } = recall();
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
if (location.pathname === "/newtab.html") {
	if (mode === "browser")
		giveWay().catch((cause) => {
			console.error("The browser's own new tab could not be opened.", cause);
			root.hidden = false;
		});
	// An element's reaction runs while the page is still being read, right after the markup before it.
	if (mode === "one" && headline)
		customElements.define(
			"first-headline",
			class extends HTMLElement {
				connectedCallback() {
					const page = document.querySelector("template").content;
					fill(page, headline);
					this.replaceWith(page);
				}
			},
		);
}
