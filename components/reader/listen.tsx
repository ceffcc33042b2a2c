import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import type { Speech } from "../signals/speech";
import { Button } from "../ui/button";
import { ListenBar } from "./listen-bar";
import { markSpoken } from "./mark-spoken";
import { spokenIn } from "./spoken-text";
import { whenWhole } from "./when-whole";

/** What is read of an article, in its order. */
const READ = "h1, .article-body";

interface ListenProps {
	speech: Speech;
	id: HeadlineId;
	/** The article in the page. */
	article: RefObject<HTMLElement | null>;
	/** The language of what doesn't say its own. */
	ownLanguage: string;
}

/** Reads an article aloud, as long as it is the one that is shown. */
export function Listen({ speech, id, article, ownLanguage }: ListenProps) {
	const unmark = useRef(() => {});
	const begun = useRef(0);
	const start = async () => {
		unmark.current();
		begun.current += 1;
		const turn = begun.current;
		const root = article.current;
		if (!root) return;
		await whenWhole(root.querySelector(".article-body"));
		if (turn !== begun.current) return;
		const spoken = spokenIn([...root.querySelectorAll(READ)], { root, fallback: ownLanguage });
		unmark.current = markSpoken(speech, id, spoken);
		void speech.start(id, spoken);
	};
	// What cleans up after a layout effect is done at once, before the article that comes in its place begins to be read.
	useLayoutEffect(
		() => () => {
			begun.current += 1;
			unmark.current();
			speech.stop();
		},
		[id],
	);
	useEffect(() => {
		if (speech.isAwaited(id)) void start();
	}, [id]);
	return <Button onClick={() => void start()}>Listen</Button>;
}

interface ListeningProps {
	speech: Speech;
	/** The headline after it, with its address. */
	next: { id: HeadlineId; href: string } | undefined;
}

/** The bar of an article that is read aloud; nothing in silence. */
export function Listening({ speech, next }: ListeningProps) {
	if (speech.state.value === "silent") return null;
	return (
		<ListenBar speech={speech}>
			{next && (
				<a class="button" href={next.href} onClick={() => speech.await(next.id)}>
					Next headline
				</a>
			)}
		</ListenBar>
	);
}
