import { computed, effect } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { OptionsPage } from "@/components/options/options-page";
import { createFiles } from "@/components/signals/files";
import { createFollowFeed } from "@/components/signals/follow-feed";
import { openFront } from "@/components/signals/front";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { createNotifying } from "@/components/signals/notifying";
import { nowEachMinute } from "@/components/signals/now";
import { createPlaces } from "@/components/signals/places";
import { createReader } from "@/components/signals/reader";
import { createReadingStyles } from "@/components/signals/reading-styles";
import { followRoute } from "@/components/signals/route";
import { createRules } from "@/components/signals/rules";
import { createSources } from "@/components/signals/sources";
import { createWatchCounts } from "@/components/signals/watch-counts";
import { createWork } from "@/components/signals/work";
import { send } from "@/data/commands";
import { addressesToRead } from "@/data/formats/known-sites/known-sites";
import { askAccess } from "@/data/refresh/access";
import { readAddress } from "@/data/refresh/address";
import { askToNotify } from "@/data/refresh/notifications";
import { twinAddresses } from "@/data/refresh/twin-host";
import { rememberFirstPaint } from "@/data/store/first-paint";
import { hasItem, readItems, watchItems } from "@/data/store/items";
import { readActivity } from "@/data/store/read-activity";
import { readArticle } from "@/data/store/read-article";
import { readMatchCounts, readMatched } from "@/data/store/read-matched";
import { readOlder } from "@/data/store/read-older";
import { readSaved } from "@/data/store/read-saved";
import { readKept, readMarks } from "@/data/store/search-archive";

const front = await openFront(
	{ stored: { hasItem, readItems, watchItems }, send, rememberFirstPaint },
	["headlines", "marks", "sources", "ticker", "polls", "rules", "muted"],
	document.documentElement,
);
const notes = createNotes();
const route = followRoute(window);
const list = createHeadlineList(front, send, notes, { readSaved, readOlder, readKept, readMarks });
const reader = createReader({
	front,
	list,
	route,
	readArticle,
	send,
	notes,
	access: { askAccess, twinAddresses },
});
const typesetting = {
	styles: createReadingStyles(front, send, notes),
	places: createPlaces(send, notes, {
		after: (ms, act) => {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
	}),
	wordsPerMinute: computed(() => front.settings.value.wordsPerMinute),
	detectLanguage: async (text: string) => {
		const { isReliable, languages } = await browser.i18n.detectLanguage(text);
		return isReliable ? languages[0]?.language : undefined;
	},
};
const ruling = {
	rules: createRules(front, send, notes, readMatched),
	watched: createWatchCounts(
		front,
		readMatchCounts,
		computed(() => route.value.room === "settings"),
		notes,
	),
	clock: Date.now,
};
const work = createWork(notes);
const access = { readAddress, askAccess, addressesToRead };
const desk = {
	work,
	sources: createSources({
		front,
		send,
		notes,
		work,
		access,
		readActivity: (ids) => readActivity(ids, Date.now()),
		isShown: computed(() => route.value.room === "sources"),
		clock: Date.now,
	}),
	following: createFollowFeed(send, notes, work, access),
	files: createFiles(front, send, notes, work, Date.now),
};

effect(() => {
	route.value;
	notes.clear();
});
effect(() => {
	const opened = reader.opened.value;
	document.title = opened.state === "open" ? opened.kept.headline.title : "Headline Ticker";
});

render(
	<OptionsPage
		route={route}
		reader={reader}
		ruling={ruling}
		desk={desk}
		followed={front.sources}
		settings={front.settings}
		notes={notes}
		now={nowEachMinute(document, Date.now)}
		typesetting={typesetting}
		preferences={{
			canOpenBrowserTab: import.meta.env.CHROME,
			onNotify: createNotifying(send, notes, askToNotify),
			onChange: async (change) => {
				if (notes.take(await send("changeSettings", change))) notes.tell("Saved.");
			},
		}}
		onLookUp={(words) =>
			work.during("Looking it up…", () => browser.search.query({ text: words, disposition: "NEW_TAB" }))
		}
	/>,
	document.body,
);
