import type { Headline } from "@/data/model/headline";
import { withoutTracking } from "@/data/model/tracking";
import type { HeadlineList } from "./headline-list";
import type { Notes } from "./notes";

/** Opens headlines where they were published, in a tab of their own, and has their list mark them read. */
export const createOpenOriginal =
	(mark: HeadlineList["mark"], notes: Notes, openTab: (url: string) => void) =>
	async ({ id, url }: Headline): Promise<void> => {
		if (url === undefined) return notes.tell("This headline has no page of its own.");
		// Told first: a popup is gone as soon as the tab is there.
		const marked = mark([id], "read");
		openTab(withoutTracking(url));
		await marked;
	};
