import type { ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { HeadlineList } from "../headlines/headline-list";
import { HiddenBy } from "../headlines/hidden-by";
import { Search, Tabs } from "../headlines/list-tools";
import type { HeadlineList as ListModel } from "../signals/headline-list";
import type { Notes } from "../signals/notes";
import type { Refresh } from "../signals/refresh";
import { hrefOf, hrefOfHeadline } from "../signals/route";
import type { Rules } from "../signals/rules";
import { IconButton } from "../ui/button";
import { Alert, Status } from "../ui/notice";
import { Progress } from "../ui/progress";
import { countOf } from "../words/count";

interface PopupProps {
	list: ListModel;
	refresh: Refresh;
	rules: Rules;
	notes: Notes;
	now: ReadonlySignal<number>;
}

/** The toolbar popup: the headlines, and little else. */
export function Popup({ list, refresh, rules, notes, now }: PopupProps) {
	const progress = refresh.progress.value;
	const unread = list.unread.value;
	// The same note as long as it says the same: another one would be read out.
	const standing = useMemo(() => ({ text: `${unread} unread` }), [unread]);
	return (
		<main class="popup">
			<h1 class="unseen">Headlines</h1>
			<div class="list-tools">
				<div class="popup-bar">
					<Search query={list.query} onFocus={list.prepareSearch} />
					<IconButton icon="refresh" label="Refresh" disabled={progress !== null} onClick={refresh.start} />
					<IconButton icon="check" label="Mark all read" onClick={list.markAllRead} />
				</div>
				<Tabs tab={list.tab} panel="popup-list" />
			</div>
			<div class="popup-scroll" id="popup-list" role="tabpanel" aria-label="Headlines of this tab">
				<HeadlineList
					list={list}
					now={now}
					hrefOfHeadline={hrefOfHeadline}
					newTab
					end={<HiddenBy rules={rules} now={now} hrefOfHeadline={hrefOfHeadline} newTab />}
				/>
			</div>
			<footer>
				{progress && <Progress label="Refreshing" done={progress.done} total={progress.total} />}
				<div class="popup-foot">
					{progress && (
						<p class="notice">
							Refreshing, {progress.done} of {countOf(progress.total, "source")}
						</p>
					)}
					<Status note={progress ? null : (notes.status.value ?? (notes.alert.value ? null : standing))} />
					<Alert note={progress ? null : notes.alert.value} />
					<nav aria-label="More">
						<a href={hrefOf({ room: "headlines" })} target="_blank" rel="noopener">
							Open reader
						</a>
						<a href={hrefOf({ room: "settings" })} target="_blank" rel="noopener">
							Settings
						</a>
					</nav>
				</div>
			</footer>
		</main>
	);
}
