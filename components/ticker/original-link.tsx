import { Icon } from "../ui/icon";

interface OriginalLinkProps {
	/** Where the headline was published; undefined where that isn't known, and then there is no link. */
	url: string | undefined;
	newTab?: boolean;
	/** -1 for one that Tab passes by, because a key does the same. */
	tabIndex?: number;
	onOpened: () => void;
}

/** Leads to where a headline was published. */
export const OriginalLink = ({ url, newTab, tabIndex, onOpened }: OriginalLinkProps) =>
	url === undefined ? null : (
		<a
			class="button button-quiet"
			tabIndex={tabIndex}
			href={url}
			target={newTab ? "_blank" : undefined}
			rel="noreferrer"
			aria-label="Open original"
			title="Open original"
			onClick={onOpened}
		>
			<Icon name="original" />
		</a>
	);
