import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { KeptMark } from "./database";

/** The archive's store `marks`, in any transaction that writes it. */
interface WritableMarks {
	put: (mark: KeptMark) => Promise<unknown>;
	delete: (id: HeadlineId) => Promise<unknown>;
}

/** What the user did with a headline, and whether a rule mutes it. */
interface MarkOf {
	headline: { id: HeadlineId; source: SourceId };
	mark: Mark;
	muted: boolean;
}

/**
 * Writes a mark, inside a transaction; one that says nothing is deleted. Every mark is written here, so that
 * `settled` always follows from what it is derived from.
 */
export async function keepMark(marks: WritableMarks, { headline, mark, muted }: MarkOf): Promise<void> {
	const { shown, read, saved } = mark;
	const keeping: KeptMark = {
		id: headline.id,
		source: headline.source,
		...(shown !== undefined && { shown }),
		...(read !== undefined && { read }),
		...(saved !== undefined && { saved }),
		...(muted && { muted }),
		...((muted || read !== undefined) && { settled: 1 }),
	};
	const isEmpty = !muted && shown === undefined && read === undefined && saved === undefined;
	await (isEmpty ? marks.delete(headline.id) : marks.put(keeping));
}
