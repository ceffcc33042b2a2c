const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

/** Says a time of day: "14:20". */
export const sayClockTime = (time: number): string => clock.format(time);

/** Says when something soon to come is: "at 14:20", "tomorrow at 06:10", or "any moment now". */
export function sayWhen(time: number, now: number): string {
	if (time <= now) return "any moment now";
	const isToday = new Date(time).toDateString() === new Date(now).toDateString();
	return `${isToday ? "" : "tomorrow "}at ${sayClockTime(time)}`;
}
