import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Calls back when the end of a list comes into sight, as long as there is more to list; for the element that
 * stands there. After each time that the list has grown it looks again, because the end may still be in sight.
 */
export function useEndInSight(hasMore: boolean, onReached: () => void): RefObject<HTMLDivElement | null> {
	const end = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!hasMore || !end.current) return;
		const observer = new IntersectionObserver((entries) => {
			if (entries.some((entry) => entry.isIntersecting)) onReached();
		});
		observer.observe(end.current);
		return () => observer.disconnect();
	});
	return end;
}
