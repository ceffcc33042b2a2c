import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { HeadlineList } from "../headlines/headline-list";
import { HiddenBy } from "../headlines/hidden-by";
import { Search, Tabs } from "../headlines/list-tools";
import type { HeadlineList as ListModel } from "../signals/headline-list";
import type { Notes } from "../signals/notes";
import type { Popup as Model } from "../signals/popup";
import type { Refresh } from "../signals/refresh";
import { hrefOf, hrefOfHeadline } from "../signals/route";
import type { Rules } from "../signals/rules";
import { Asking } from "../ui/asking";
import { IconButton } from "../ui/button";
import { IconLink } from "../ui/icon-link";
import { Alert, Status } from "../ui/notice";
import { Progress } from "../ui/progress";
import { StorageAlert, type StorageTrouble } from "../ui/storage-alert";
import { useKeySheet } from "../ui/use-key-sheet";
import { countOf } from "../words/count";
import { HiddenToggle } from "./hidden-toggle";
import { KEYS_IN_WORDS } from "./popup-keys";
import { useListKeys } from "./use-list-keys";
import { usePlace } from "./use-place";

interface PopupProps {
	popup: Model;
	list: ListModel;
	refresh: Refresh;
	rules: Rules;
	notes: Notes;
	now: ReadonlySignal<number>;
	/** What is the matter with the store. */
	trouble: StorageTrouble;
}

/** The toolbar popup: the headlines, and little else. */
export function Popup({ popup, list, refresh, rules, notes, now, trouble }: PopupProps) {
	const progress = refresh.progress.value;
	const unread = list.unread.value;
	// The same note as long as it says the same: another one would be read out.
	const standing = useMemo(() => ({ text: countOf(unread, "unread", "unread") }), [unread]);
	const { openKeys, keySheet } = useKeySheet(KEYS_IN_WORDS);
	const refreshOrStop = progress ? refresh.stop : refresh.start;

	const scroller = useListKeys((id) => list.rows.value.find((row) => row.headline.id === id), {
		original: popup.openOriginal,
		save: list.toggleSaved,
		read: list.toggleRead,
		mute: popup.muteSource,
		refresh: refreshOrStop,
		help: openKeys,
		choose: (tab) => {
			list.tab.value = tab;
		},
		clear: () => {
			const had = list.query.value !== "";
			list.query.value = "";
			return had;
		},
	});
	const showsHidden = useSignal(false);
	usePlace(scroller, popup.returnTo, popup.look);
	const shown = useRef({ tab: list.tab.value, query: list.query.value });
	useEffect(() => {
		const { tab, query } = shown.current;
		if (tab !== list.tab.value || query !== list.query.value) scroller.current?.scrollTo(0, 0);
		shown.current = { tab: list.tab.value, query: list.query.value };
	}, [list.tab.value, list.query.value]);

	const hiddenBy = <HiddenBy rules={rules} now={now} hrefOfHeadline={hrefOfHeadline} newTab />;
	useEffect(() => {
		if (showsHidden.value) scroller.current?.scrollTo(0, 0);
	}, [showsHidden.value]);

	return (
		<main class="popup">
			<h1 class="unseen">Headlines</h1>
			<div class="list-tools">
				<StorageAlert trouble={trouble} newTab />
				<div class="list-bar">
					<Search query={list.query} onFocus={list.prepareSearch} />
					<IconButton
						icon={progress ? "stop" : "refresh"}
						label={progress ? "Stop refresh" : "Refresh"}
						onClick={refreshOrStop}
					/>
					<IconButton icon="check" label="Mark all read" onClick={list.markAllRead} />
					<IconLink icon="listen" label="Listen to the unread" href={hrefOf({ room: "briefing" })} newTab />
				</div>
				<div class="popup-tabs">
					<Tabs tab={list.tab} panel="popup-list" />
					<HiddenToggle count={list.hidden.value} open={showsHidden} shows="popup-hidden" />
				</div>
			</div>
			<div
				class="popup-scroll"
				id="popup-list"
				role="tabpanel"
				aria-label="Headlines of this tab"
				ref={scroller}
			>
				<div id="popup-hidden">{showsHidden.value && hiddenBy}</div>
				<HeadlineList
					list={list}
					now={now}
					hrefOfHeadline={hrefOfHeadline}
					newTab
					end={!showsHidden.value && hiddenBy}
					byDay
					reach={popup.returnTo.top?.id}
				/>
			</div>
			<footer>
				{progress && <Progress label="Refreshing" done={progress.done} total={progress.total} />}
				<div class="popup-foot">
					{progress && <Asking progress={progress} />}
					<Status note={notes.status.value ?? (progress || notes.alert.value ? null : standing)} />
					<Alert note={notes.alert.value} />
					<div class="popup-more">
						<nav aria-label="More">
							<a href={hrefOf({ room: "headlines" })} target="_blank" rel="noopener">
								Open reader
							</a>
							<a href={hrefOf({ room: "settings" })} target="_blank" rel="noopener">
								Settings
							</a>
						</nav>
						<IconButton icon="keys" label="Keys" onClick={openKeys} />
					</div>
				</div>
			</footer>
			{keySheet}
		</main>
	);
}
