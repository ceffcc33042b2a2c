interface WordsProps {
	/** What it says now. */
	say: string;
	/** What it says at other times; unheard and unseen, it takes its room. */
	or: string;
}

/** Words of a button that change: there is room for the longer ones, so that nothing beside it moves. */
export const Words = ({ say, or }: WordsProps) => (
	<span class="words" data-or={or}>
		{say}
	</span>
);
