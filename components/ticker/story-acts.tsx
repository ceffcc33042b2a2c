import { Icon, type IconName } from "../ui/icon";

interface ActProps {
	icon: IconName;
	label: string;
	pressed?: boolean;
	onClick: () => void;
}

/** Keys do the same for the story that has the focus, so that Tab goes from story to story. */
function Act({ icon, label, pressed, onClick }: ActProps) {
	return (
		<button
			type="button"
			class="button button-quiet"
			tabIndex={-1}
			aria-label={label}
			title={label}
			aria-pressed={pressed}
			onClick={onClick}
		>
			<Icon name={icon} />
		</button>
	);
}

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

/** What can be done with a story of the front page: in sight where one touches, else when it is pointed at. */
export function StoryActs({ url, sourceTitle, read, saved, ...acts }: StoryActsProps) {
	return (
		<div class="story-acts">
			{url !== undefined && (
				<a
					class="button button-quiet"
					tabIndex={-1}
					href={url}
					target="_blank"
					rel="noreferrer"
					aria-label="Open original"
					title="Open original"
					onClick={acts.onOpened}
				>
					<Icon name="original" />
				</a>
			)}
			<Act icon="check" label={read ? "Mark unread" : "Mark read"} onClick={acts.onToggleRead} />
			<Act icon="star" label="Save" pressed={saved} onClick={acts.onToggleSaved} />
			<Act icon="mute" label={`Mute ${sourceTitle}`} onClick={acts.onMute} />
		</div>
	);
}
