import { signal } from "@preact/signals";
import { render } from "preact";
import { openFront } from "@/components/signals/front";
import { createNewTab } from "@/components/signals/new-tab";
import { nowEachMinute } from "@/components/signals/now";
import { createTicker, type Ticker } from "@/components/signals/ticker";
import { after } from "@/components/signals/timers";
import { CaughtUp } from "@/components/ticker/headline-ticker";
import { NewTab } from "@/components/ticker/new-tab";
import { later } from "@/components/ui/later";
import { send } from "@/data/send";
import { rememberFirstPaint } from "@/data/store/first-paint";
import { CAN_GIVE_WAY } from "@/data/store/give-way";
import { itemStore } from "@/data/store/item-store";
import { runItems } from "@/data/store/run-items";

const root = document.documentElement;
const painted = document.querySelector<HTMLElement>("[data-headline]")?.dataset.headline ?? null;
const front = await openFront(
	{ stored: itemStore(runItems), send, rememberFirstPaint },
	["nextLookAt"],
	root,
);

// The first paint's script gives way itself, where its copy of the settings says so; it had an old one. Where no copy
// is kept, a second try would go on for ever.
if (CAN_GIVE_WAY && front.settings.value.tickerMode === "browser" && !history.state) {
	history.replaceState(1, "");
	location.reload();
}

const clock = { now: () => performance.now(), after };
const now = nowEachMinute(document, Date.now);
const hidden = signal(document.visibilityState === "hidden");
document.addEventListener("visibilitychange", () => {
	hidden.value = document.visibilityState === "hidden";
});
const selecting = signal(false);
document.addEventListener("selectionchange", () => {
	selecting.value = document.getSelection()?.isCollapsed === false;
});
const motion = matchMedia("(prefers-reduced-motion: reduce)");
const reducedMotion = signal(motion.matches);
motion.addEventListener("change", () => {
	reducedMotion.value = motion.matches;
});
const page = createNewTab(front, send, { now, hidden, selecting, reducedMotion });

let ticker: Ticker | undefined;
const getTicker = () => {
	if (!ticker) {
		ticker = createTicker(front, page.send, clock, page.mute, painted);
		page.holdIn("one", ticker);
	}
	return ticker;
};
const views = {
	tape: later(async () => (await import("./tape")).openTape({ front, clock, page, now })),
	"front-page": later(async () => (await import("./front-page")).openFrontPage({ front, page, now })),
};

/** Fetches what the page shows beyond this file, so that it comes as a whole. */
async function loadShown() {
	const mode = page.mode.value;
	if (mode === "tape" || mode === "front-page") await views[mode].load();
	if (mode === "one" && !getTicker().standing.value.headline) await CaughtUp.load();
}

// Not awaited: what is fetched imports this very file, and would wait for it for ever.
void loadShown().then(() =>
	render(
		<NewTab
			page={page}
			ticker={getTicker}
			views={views}
			now={now}
			canGiveWay={CAN_GIVE_WAY}
			trouble={front}
		/>,
		document.body,
	),
);
