import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import type { Places } from "../signals/places";
import { followPlace } from "./follow-place";
import { minutesLeft, sayMinutesLeft, wordsToRead } from "./minutes-left";

interface ReadingProgressProps {
	/** What scrolls. */
	pane: RefObject<HTMLElement | null>;
	id: HeadlineId;
	/** The place that was kept of it. */
	from: number | undefined;
	places: Places;
	wordsPerMinute: number;
}

/**
 * A hairline along the top of the pane that shows how far one has come, and the minutes that are left. It is what
 * remembers the place, too. It is no live region: who listens hears it by going there.
 */
export function ReadingProgress({ pane, id, from, places, wordsPerMinute }: ReadingProgressProps) {
	const [come, setCome] = useState(0);
	const [words, setWords] = useState(0);
	useLayoutEffect(() => {
		if (!pane.current) return;
		const leave = followPlace({
			pane: pane.current,
			from,
			onCome: setCome,
			onPlace: (read) => places.move(id, read),
			onText: (text) => setWords(wordsToRead(text)),
		});
		return () => {
			leave();
			places.flush();
		};
	}, [id]);
	useEffect(() => {
		const hide = () => {
			if (document.visibilityState === "hidden") places.flush();
		};
		document.addEventListener("visibilitychange", hide);
		addEventListener("pagehide", places.flush);
		return () => {
			document.removeEventListener("visibilitychange", hide);
			removeEventListener("pagehide", places.flush);
		};
	}, [places]);
	return (
		<div class="reading-progress">
			<div class="reading-come" style={{ "--come": come }} />
			<p>{sayMinutesLeft(minutesLeft(words, come, wordsPerMinute))}</p>
		</div>
	);
}
