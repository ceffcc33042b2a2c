import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import type { Followed } from "./follow";

/**
 * The sources' icons as data URLs, read when the page has been painted, and again when some came. Without
 * them there are the marks of letters, so trouble is nobody's but the console's.
 */
export function followIcons(
	front: Followed<"iconsAt">,
	readIcons: () => Promise<Record<SourceId, string>>,
	afterPaint: (act: () => void) => void,
): ReadonlySignal<Record<SourceId, string>> {
	const icons = signal<Record<SourceId, string>>({});
	const read = async () => {
		try {
			icons.value = await readIcons();
		} catch (cause) {
			console.error("The sources’ icons could not be read.", cause);
		}
	};
	afterPaint(() =>
		effect(() => {
			front.iconsAt.value;
			void read();
		}),
	);
	return icons;
}
