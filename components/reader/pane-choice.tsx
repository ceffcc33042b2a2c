import type { SourceId } from "@/data/model/headline";
import type { Filter } from "../headlines/filter";
import { SourceMark } from "../headlines/source-mark";
import { hashOf, withFilter } from "../signals/route";

const digits = new Intl.NumberFormat("en");

interface PaneChoiceProps {
	filter: Filter;
	name: string;
	source?: SourceId;
	unread: number;
	isHere: boolean;
	onChosen?: (() => void) | undefined;
}

/** Something that the list can be narrowed down to, and how much of it is unread. */
export function PaneChoice({ filter, name, source, unread, isHere, onChosen }: PaneChoiceProps) {
	return (
		<a
			class="pane-choice"
			href={hashOf(withFilter({ room: "headlines" }, filter))}
			aria-current={isHere ? "true" : undefined}
			onClick={onChosen}
		>
			{source !== undefined && <SourceMark source={source} name={name} />}
			<span class="pane-name">
				<bdi>{name}</bdi>
			</span>
			{unread > 0 && (
				<span class="pane-count">
					{digits.format(unread)}
					<span class="unseen"> unread</span>
				</span>
			)}
		</a>
	);
}
