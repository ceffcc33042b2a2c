import { render } from "preact";
import { browser } from "wxt/browser";
import { Icons } from "@/components/headlines/source-mark";
import { Popup } from "@/components/popup/popup";
import { openFront } from "@/components/signals/front";
import { createHeadlineList } from "@/components/signals/headline-list";
import { followIcons } from "@/components/signals/icons";
import { createNotes } from "@/components/signals/notes";
import { nowEachMinute } from "@/components/signals/now";
import { createPopup } from "@/components/signals/popup";
import { createRefresh } from "@/components/signals/refresh";
import { createRules } from "@/components/signals/rules";
import { afterPaint } from "@/components/ui/after-paint";
import { send } from "@/data/send";
import { rememberFirstPaint } from "@/data/store/first-paint";
import { hasItem, readItems, watchItems } from "@/data/store/items";
import { readIcons } from "@/data/store/read-icons";
import { readIds } from "@/data/store/read-ids";
import { readMatched } from "@/data/store/read-matched";
import { readOlder } from "@/data/store/read-older";
import { readSaved } from "@/data/store/read-saved";
import { readKept, readMarks } from "@/data/store/search-archive";

// The style sheet makes the popup fit it. Where pages aren't told the screen's height, they hear the window's.
if (import.meta.env.FIREFOX && screen.availHeight > innerHeight)
	document.body.style.setProperty("--screen", `${screen.availHeight}px`);

const [front, { popupLeft }] = await Promise.all([
	openFront(
		{ stored: { hasItem, readItems, watchItems }, send, rememberFirstPaint },
		["headlines", "marks", "sources", "former", "ticker", "progress", "rules", "muted", "iconsAt"],
		document.documentElement,
	),
	// Not followed: it changes with each letter that is typed here.
	readItems(["popupLeft"]),
]);
const notes = createNotes();
const now = nowEachMinute(document, () => Date.now());
const list = createHeadlineList(front, send, notes, { readSaved, readOlder, readIds, readKept, readMarks });
const rules = createRules(front, send, notes, readMatched);
const refresh = createRefresh({
	...{ front, send, notes, now },
	readPolls: async () => (await readItems(["polls"])).polls,
});
const popup = createPopup({
	list,
	left: popupLeft,
	send,
	notes,
	// Not window.open: while that lasts, Firefox lets the background's open transactions run out.
	openTab: (url) => void browser.tabs.create({ url }),
	clock: Date.now,
	headlines: front.headlines,
	isVisible: () => document.visibilityState === "visible",
	afterPaint,
});
const icons = followIcons(front, readIcons, afterPaint);

render(
	<Icons.Provider value={icons}>
		<Popup
			popup={popup}
			list={list}
			refresh={refresh}
			rules={rules}
			notes={notes}
			now={now}
			trouble={front}
		/>
	</Icons.Provider>,
	document.body,
);
addEventListener("pagehide", popup.leave);

// Firefox leaves its popup open over the tab that a link has opened.
document.addEventListener("click", ({ target, defaultPrevented, ctrlKey, shiftKey, metaKey, altKey }) => {
	const isPlain = !(defaultPrevented || ctrlKey || shiftKey || metaKey || altKey);
	const isLink = target instanceof Element && target.closest("a[target=_blank]") !== null;
	if (!isPlain || !isLink || !browser.extension.getViews({ type: "popup" }).includes(window)) return;
	setTimeout(() => window.close());
});
