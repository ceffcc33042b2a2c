import type { ReadonlySignal } from "@preact/signals";
import { sayAge, sayDate } from "./age";

/** How old a headline is; it stays true as `now` moves on. */
export function AgeOf({ publishedAt, now }: { publishedAt: number; now: ReadonlySignal<number> }) {
	return (
		<time dateTime={new Date(publishedAt).toISOString()} title={sayDate(publishedAt)}>
			{sayAge(publishedAt, now.value)}
		</time>
	);
}
