import { computed } from "@preact/signals";
import { browser } from "wxt/browser";
import { createArticleMedia } from "@/components/signals/article-media";
import { createBriefing } from "@/components/signals/briefing";
import { bindList, createFiltering } from "@/components/signals/filtering";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createOpenOriginal } from "@/components/signals/open-original";
import { createPlaces } from "@/components/signals/places";
import { createReader } from "@/components/signals/reader";
import { createReadingStyles } from "@/components/signals/reading-styles";
import { filterOf } from "@/components/signals/route";
import { createSelection } from "@/components/signals/selection";
import { createSharing } from "@/components/signals/sharing";
import { createSpeech } from "@/components/signals/speech";
import { synthesiserOf } from "@/components/signals/synthesiser";
import { after, createOnceCalm } from "@/components/signals/timers";
import { followUnread } from "@/components/signals/unread-counts";
import { download } from "@/components/ui/download";
import { askAccess, hasAccess } from "@/data/refresh/access";
import { borrowPictures } from "@/data/refresh/borrow-pictures";
import { twinAddresses } from "@/data/refresh/twin-host";
import { send } from "@/data/send";
import { readArticle } from "@/data/store/read-article";
import { readIds } from "@/data/store/read-ids";
import { readLanguages } from "@/data/store/read-languages";
import { readOlder } from "@/data/store/read-older";
import { readSaved } from "@/data/store/read-saved";
import { readUnreadCounts } from "@/data/store/read-unread";
import { readKept, readMarks } from "@/data/store/search-archive";
import type { Page } from "./page";

const detectLanguage = async (text: string): Promise<string | undefined> => {
	const { isReliable, languages } = await browser.i18n.detectLanguage(text);
	return isReliable ? languages[0]?.language : undefined;
};

/** Puts the reading aloud and the sharing of articles together. */
function openTools({ front, notes }: Page) {
	const speech = createSpeech({
		synthesiser: synthesiserOf(window),
		rate: computed(() => front.settings.value.speakingRate),
		keepRate: (speakingRate) => void send("changeSettings", { speakingRate }).then(notes.take),
		notes,
		wait: (ms) => new Promise((done) => setTimeout(done, ms)),
	});
	// Some browsers go on speaking when the page that spoke is gone.
	addEventListener("pagehide", speech.stop);
	const sharing = createSharing({
		copy: (text) => navigator.clipboard.writeText(text),
		sheet: () => ("share" in navigator ? (what) => navigator.share(what) : undefined),
		print: () => window.print(),
		download,
		loadKit: () => import("@/components/reader/share-kit"),
		borrowPictures: (urls) => borrowPictures(urls, { fetch: (...asked) => fetch(...asked), hasAccess }),
		notes,
	});
	return { speech, sharing, ownLanguage: navigator.language };
}

/** Puts the reader together, and the briefing. */
export function openReading(page: Page) {
	const { front, notes, now, router, work, refresh } = page;
	const { route } = router;
	const filtering = createFiltering(router, front, now);
	const archive = { readSaved, readOlder, readIds, readKept, readMarks };
	const list = createHeadlineList(front, send, notes, archive, filtering.scope);
	bindList(router, filtering, list);
	const media = createArticleMedia({ settings: front.settings, send, notes, askAccess });
	const access = { askAccess, twinAddresses };
	const reader = createReader({
		front,
		list,
		route,
		readArticle,
		send,
		notes,
		access,
		media,
		clock: Date.now,
	});
	return {
		briefing: createBriefing({ list, readLanguages, detectLanguage }),
		typesetting: {
			styles: createReadingStyles(front, send, notes),
			places: createPlaces(send, notes, { after }),
			wordsPerMinute: computed(() => front.settings.value.wordsPerMinute),
			detectLanguage,
		},
		reading: {
			tools: openTools(page),
			reader,
			refresh,
			media,
			router,
			selection: createSelection(list, notes),
			pane: {
				sources: front.sources,
				unread: list.unread,
				unreadOf: followUnread(
					front,
					readUnreadCounts,
					computed(() => filterOf(route.value) !== undefined),
					createOnceCalm(after),
					notes,
				),
				filter: filtering.filter,
			},
			onLookUp: (words: string) =>
				work.during("Looking it up…", () => browser.search.query({ text: words, disposition: "NEW_TAB" })),
			onOpenOriginal: createOpenOriginal(list.mark, notes, (url) => void browser.tabs.create({ url })),
		},
	};
}
