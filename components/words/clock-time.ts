const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

/** Says a time of day: "14:20". */
export const sayClockTime = (time: number): string => clock.format(time);
