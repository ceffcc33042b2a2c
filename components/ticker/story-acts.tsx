import { IconButton } from "../ui/button";
import { OriginalLink } from "./original-link";

interface StoryActsProps {
	/** Where it was published, where that is known. */
	url: string | undefined;
	sourceTitle: string;
	read: boolean;
	saved: boolean;
	onOpened: () => void;
	onToggleRead: () => void;
	onToggleSaved: () => void;
	onMute: () => void;
}

/** Keys do the same for the story that has the focus, so that Tab goes from story to story. */
const PASSED_BY = { tabIndex: -1 };

/** What can be done with a story of the front page: in sight where one touches, else when it is pointed at. */
export function StoryActs({ url, sourceTitle, read, saved, ...acts }: StoryActsProps) {
	return (
		<div class="story-acts">
			<OriginalLink url={url} newTab onOpened={acts.onOpened} {...PASSED_BY} />
			<IconButton
				icon="check"
				label={read ? "Mark unread" : "Mark read"}
				onClick={acts.onToggleRead}
				{...PASSED_BY}
			/>
			<IconButton icon="star" label="Save" pressed={saved} onClick={acts.onToggleSaved} {...PASSED_BY} />
			<IconButton icon="mute" label={`Mute ${sourceTitle}`} onClick={acts.onMute} {...PASSED_BY} />
		</div>
	);
}
