import { render } from "preact";
import { openFront } from "@/components/signals/front";
import { nowEachMinute } from "@/components/signals/now";
import { createTicker } from "@/components/signals/ticker";
import { NewTab } from "@/components/ticker/new-tab";
import { send } from "@/data/commands";
import * as stored from "@/data/store/items";
import { rememberTheme } from "@/data/store/theme";

const front = await openFront({ stored, send, rememberTheme }, ["ticker"], document.documentElement);
const clock = {
	now: () => performance.now(),
	after: (ms: number, act: () => void) => {
		const timer = setTimeout(act, ms);
		return () => clearTimeout(timer);
	},
};
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const ticker = createTicker(front, send, clock, reducedMotion.matches, (source) => {
	void send("addRule", { act: "mute", match: { kind: "source", source }, where: "title" });
});
reducedMotion.addEventListener("change", () => {
	if (reducedMotion.matches && !ticker.paused.value) ticker.togglePaused();
});
const followVisibility = () => ticker.hold("hidden", document.visibilityState === "hidden");
document.addEventListener("visibilitychange", followVisibility);
followVisibility();

render(<NewTab ticker={ticker} now={nowEachMinute(document, Date.now)} />, document.body);
