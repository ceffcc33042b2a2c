import { computed, effect } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { Icons } from "@/components/headlines/source-mark";
import { OptionsPage } from "@/components/options/options-page";
import { titleOfPage } from "@/components/options/title-of-page";
import { createArticleMedia } from "@/components/signals/article-media";
import { createBackup } from "@/components/signals/backup";
import { createBriefing } from "@/components/signals/briefing";
import { createChangeSettings } from "@/components/signals/change-settings";
import { createFiles } from "@/components/signals/files";
import { bindList, createFiltering } from "@/components/signals/filtering";
import { createFollowFeed } from "@/components/signals/follow-feed";
import { openFront } from "@/components/signals/front";
import { createHeadlineList } from "@/components/signals/headline-list";
import { followIcons } from "@/components/signals/icons";
import { namedSources } from "@/components/signals/named-sources";
import { createNotes } from "@/components/signals/notes";
import { createNotifying } from "@/components/signals/notifying";
import { nowEachMinute } from "@/components/signals/now";
import { createOpenOriginal } from "@/components/signals/open-original";
import { createPlaces } from "@/components/signals/places";
import { createReader } from "@/components/signals/reader";
import { createReadingStyles } from "@/components/signals/reading-styles";
import { filterOf } from "@/components/signals/route";
import { createRouter } from "@/components/signals/router";
import { createRules } from "@/components/signals/rules";
import { createSafekeeping } from "@/components/signals/safekeeping";
import { createSelection } from "@/components/signals/selection";
import { createSharing } from "@/components/signals/sharing";
import { createSources } from "@/components/signals/sources";
import { createSpeech } from "@/components/signals/speech";
import { followStorageRoom } from "@/components/signals/storage-room";
import { synthesiserOf } from "@/components/signals/synthesiser";
import { after, createOnceCalm } from "@/components/signals/timers";
import { followUnread } from "@/components/signals/unread-counts";
import { createWatchCounts } from "@/components/signals/watch-counts";
import { createWork } from "@/components/signals/work";
import { afterPaint } from "@/components/ui/after-paint";
import { download } from "@/components/ui/download";
import { addressesToRead } from "@/data/formats/known-sites/known-sites";
import { askAccess, hasAccess } from "@/data/refresh/access";
import { readAddress } from "@/data/refresh/address";
import { borrowPictures } from "@/data/refresh/borrow-pictures";
import { askToNotify } from "@/data/refresh/notifications";
import { twinAddresses } from "@/data/refresh/twin-host";
import { send } from "@/data/send";
import { rememberFirstPaint } from "@/data/store/first-paint";
import { hasItem, readItems, watchItems } from "@/data/store/items";
import { webLock } from "@/data/store/lock";
import { profileArea } from "@/data/store/profile-area";
import { readActivity } from "@/data/store/read-activity";
import { readArticle } from "@/data/store/read-article";
import { readIcons } from "@/data/store/read-icons";
import { readIds } from "@/data/store/read-ids";
import { readLanguages } from "@/data/store/read-languages";
import { readMatchCounts, readMatched } from "@/data/store/read-matched";
import { readOlder } from "@/data/store/read-older";
import { readSaved } from "@/data/store/read-saved";
import { readUnreadCounts } from "@/data/store/read-unread";
import { readRoom } from "@/data/store/room";
import { readSetAside, readSnapshots } from "@/data/store/safe";
import { readKept, readMarks } from "@/data/store/search-archive";
import { clearStaging } from "@/data/store/staging";

const front = await openFront(
	{ stored: { hasItem, readItems, watchItems }, send, rememberFirstPaint },
	[
		"headlines",
		"marks",
		"sources",
		"former",
		"ticker",
		"polls",
		"rules",
		"muted",
		"iconsAt",
		"fullTextsAt",
		"safeAt",
		"sync",
	],
	document.documentElement,
);
const named = namedSources(front);
const notes = createNotes();
const now = nowEachMinute(document, Date.now);
const router = createRouter(window);
const { route } = router;
const filtering = createFiltering(router, front, now);
const archive = { readSaved, readOlder, readIds, readKept, readMarks };
const list = createHeadlineList(front, send, notes, archive, filtering.scope);
bindList(router, filtering, list);
const media = createArticleMedia({ settings: front.settings, send, notes, askAccess });
const reader = createReader({
	front,
	list,
	route,
	readArticle,
	send,
	notes,
	access: { askAccess, twinAddresses },
	media,
});
const typesetting = {
	styles: createReadingStyles(front, send, notes),
	places: createPlaces(send, notes, { after }),
	wordsPerMinute: computed(() => front.settings.value.wordsPerMinute),
	detectLanguage: async (text: string) => {
		const { isReliable, languages } = await browser.i18n.detectLanguage(text);
		return isReliable ? languages[0]?.language : undefined;
	},
};
const briefing = createBriefing({ list, readLanguages, detectLanguage: typesetting.detectLanguage });
const work = createWork(notes);
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
const reading = {
	tools: { speech, sharing, ownLanguage: navigator.language },
	reader,
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
	onOpenOriginal: createOpenOriginal(send, notes, (url) => void browser.tabs.create({ url })),
};
const areSettingsShown = computed(() => route.value.room === "settings");
const ruling = {
	rules: createRules(front, send, notes, readMatched),
	watched: createWatchCounts(front, readMatchCounts, areSettingsShown, notes),
	clock: Date.now,
};
const safekeeping = createSafekeeping({
	front,
	send,
	notes,
	work,
	readSnapshots,
	readSetAside,
	isShown: areSettingsShown,
	clock: Date.now,
});
const backup = createBackup({
	send,
	notes,
	work,
	download,
	newId: () => crypto.randomUUID(),
	kit: {
		makeBackup: async (told) => {
			const { makeBackup } = await import("@/data/refresh/make-backup");
			return makeBackup({ now: Date.now(), product: browser.runtime.getManifest().version }, told);
		},
		stageBackup: async (file, id, told) =>
			(await import("@/data/refresh/stage-backup")).stageBackup(file, id, told, webLock),
		clearStaging,
	},
});
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
	files: createFiles(front, send, notes, work, Date.now, (file) => {
		router.go({ room: "settings", at: "backup" });
		return backup.look(file);
	}),
};

const changeSettings = createChangeSettings(send, notes);
const icons = followIcons(front, readIcons, afterPaint);

effect(() => {
	route.value;
	notes.clear();
});
effect(() => {
	const title = titleOfPage(route.value, reader.opened.value, named.value);
	if (title !== undefined) document.title = title;
});

render(
	<Icons.Provider value={icons}>
		<OptionsPage
			route={route}
			reading={reading}
			briefing={briefing}
			ruling={ruling}
			desk={desk}
			named={named}
			settings={front.settings}
			notes={notes}
			now={now}
			typesetting={typesetting}
			safekeeping={safekeeping}
			storageRoom={followStorageRoom(readRoom, areSettingsShown, work.busy)}
			backup={backup}
			sync={{
				status: front.sync,
				canSync: profileArea() !== undefined,
				onTurn: (sync) => changeSettings({ sync }),
			}}
			trouble={front}
			preferences={{
				canOpenBrowserTab: import.meta.env.CHROME,
				onNotify: createNotifying(changeSettings, notes, askToNotify),
				onChange: changeSettings,
			}}
		/>
	</Icons.Provider>,
	document.body,
);
