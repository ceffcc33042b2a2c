import type { ReadonlySignal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { NewTabPage } from "../signals/new-tab";
import { hrefOf } from "../signals/route";
import type { Ticker } from "../signals/ticker";
import { later } from "../ui/later";
import { Status } from "../ui/notice";
import type { StorageTrouble } from "../ui/storage-alert";
import { HeadlineTicker } from "./headline-ticker";
import { useTickerKeys } from "./use-ticker-keys";

interface NewTabProps {
	page: NewTabPage;
	/** Makes what moves one headline after another, once that is shown. */
	ticker: () => Ticker;
	/** The views whose code comes when one of them is first shown. */
	views: Record<"tape" | "front-page", ComponentType>;
	now: ReadonlySignal<number>;
	canGiveWay: boolean;
	/** What is the matter with the store. */
	trouble: StorageTrouble;
}

/** Its words are fetched by few of the tabs that are opened. */
const StorageAlert = later(async () => (await import("../ui/storage-alert")).StorageAlert);
const Sheets = later(async () => (await import("./sheets")).Sheets);

function View({ page, ticker, views, now, canGiveWay }: NewTabProps) {
	const mode = page.mode.value;
	switch (mode) {
		case "tape":
		case "front-page": {
			const Shown = views[mode];
			return <Shown />;
		}
		case "quiet":
			return <h1 class="unseen">New tab</h1>;
		case "browser":
			return (
				<div class="ticker">
					<div class="ticker-stage">
						<h1 class="ticker-heading">
							{canGiveWay ? "New tabs are the browser’s own" : "Firefox keeps its own new tab"}
						</h1>
						<p class="ticker-end">
							{canGiveWay
								? "To have headlines here again, choose a view, or another one in Settings."
								: "No extension can show it. Choose another view."}
						</p>
					</div>
				</div>
			);
		default:
			return <HeadlineTicker ticker={ticker()} page={page} now={now} />;
	}
}

/** The new tab's page: what the view shows, and a quiet foot to leave it by or choose another. */
export function NewTab(props: NewTabProps) {
	const { page, canGiveWay, trouble } = props;
	useTickerKeys({
		help: () => {
			page.sheet.value = "keys";
		},
		chooseView: () => {
			page.sheet.value = "view";
		},
	});
	return (
		<main class={page.mode.value === "quiet" ? "page page-quiet" : "page"}>
			{(trouble.health.value ?? trouble.damage.value) && <StorageAlert trouble={trouble} />}
			<View {...props} />
			<div class="page-foot">
				<Status note={page.note.value} />
				<nav aria-label="More">
					<button
						type="button"
						class="page-view"
						aria-haspopup="dialog"
						onClick={() => {
							page.sheet.value = "view";
						}}
					>
						View
					</button>
					<a href={hrefOf({ room: "headlines" })}>Open reader</a>
					<a href={hrefOf({ room: "settings" })}>Settings</a>
				</nav>
			</div>
			{page.sheet.value !== null && <Sheets page={page} canGiveWay={canGiveWay} />}
		</main>
	);
}
