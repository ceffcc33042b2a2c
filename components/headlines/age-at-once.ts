import { MINUTE_MS } from "@/data/model/durations";

/**
 * Says how old something is in the words of {@link ./age.ts}, without what that has to load and set up first:
 * for a first paint. `day` is what it says of what is older than a week.
 */
export function sayAgeAtOnce(publishedAt: number, now: number, day: string): string {
	const minutes = Math.floor((now - publishedAt) / MINUTE_MS);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	if (minutes < 1) return "now";
	if (hours < 1) return `${minutes} min. ago`;
	if (days < 1) return `${hours} hr. ago`;
	if (days < 2) return "yesterday";
	return days < 7 ? `${days} days ago` : day;
}
