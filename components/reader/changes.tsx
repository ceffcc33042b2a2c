import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import { guessLanguage } from "@/data/model/language";
import { sayDate } from "../headlines/age";
import { Button } from "../ui/button";
import { countOf } from "../words/count";
import { compare } from "./comparison";
import { fold, type Shown } from "./fold";
import { compared, type Edit, type Edited } from "./versions";

/** What is compared where no language is known; its words are found all the same. */
const FALLBACK_LANGUAGE = "en";

/** One piece, with words for those who don't see how it is set. */
function Part({ part }: { part: Shown }) {
	switch (part.kind) {
		case "same":
			return <>{part.text}</>;
		case "skipped":
			return (
				<span class="changes-skipped">
					{countOf(part.lines, "line")} unchanged{"\n"}
				</span>
			);
		case "removed":
			return (
				<del>
					<span class="unseen">removed: </span>
					{part.text}
					<span class="unseen"> end of what was removed </span>
				</del>
			);
		case "added":
			return (
				<ins>
					<span class="unseen">added: </span>
					{part.text}
					<span class="unseen"> end of what was added </span>
				</ins>
			);
	}
}

interface ComparedProps {
	heading: string;
	class: string;
	before: string;
	after: string;
}

function Compared({ heading, class: name, before, after }: ComparedProps) {
	const parts = useMemo(
		() => fold(compare(before, after, guessLanguage(after) ?? guessLanguage(before) ?? FALLBACK_LANGUAGE)),
		[before, after],
	);
	return (
		<>
			<h3>{heading}</h3>
			<div class={name} dir="auto">
				{parts.map((part, at) => (
					<Part key={`${at} ${part.kind}`} part={part} />
				))}
			</div>
		</>
	);
}

function OneEdit({ edit: { before, after } }: { edit: Edit }) {
	return (
		<>
			{before.title !== after.title && (
				<Compared heading="Headline" class="changes-title" before={before.title} after={after.title} />
			)}
			{before.text !== after.text && (
				<Compared heading="Text" class="changes-text" before={before.text} after={after.text} />
			)}
		</>
	);
}

/** Says which of two texts it is about. */
const SAY_OF = { page: ", in the whole text", source: ", in the source’s version", only: "" };

interface ChangesProps {
	kept: Edited;
	/** Whether the whole text is shown. */
	isWhole: boolean;
}

/** What each edit of an article changed, the last one first. */
export function Changes({ kept, isWhole }: ChangesProps) {
	const { edits, of } = useMemo(() => compared(kept, isWhole), [kept, isWhole]);
	const back = useSignal(0);
	const heading = useId();
	const at = Math.max(edits.length - 1 - back.value, 0);
	const edit = edits[at];
	if (!edit) return null;
	const step = (by: number) => () => {
		back.value -= by;
	};
	return (
		<section class="changes" aria-labelledby={heading}>
			<h2 id={heading}>What changed</h2>
			<div class="changes-steps">
				<p role="status">
					{edits.length > 1 && `Change ${at + 1} of ${edits.length}. `}Seen {sayDate(edit.seenAt)}
					{SAY_OF[of]}.
				</p>
				{edits.length > 1 && (
					<>
						<Button disabled={at === 0} onClick={step(-1)}>
							Earlier change
						</Button>
						<Button disabled={at === edits.length - 1} onClick={step(1)}>
							Later change
						</Button>
					</>
				)}
			</div>
			<OneEdit key={at} edit={edit} />
		</section>
	);
}
