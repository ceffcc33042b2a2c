import type { Clock } from "@/components/signals/dwell-on";

/** A clock that moves only when it is told to. */
export function handClock() {
	let now = 0;
	let alarms: { at: number; act: () => void }[] = [];
	return {
		now: () => now,
		after(ms: number, act: () => void) {
			const alarm = { at: now + ms, act };
			alarms.push(alarm);
			return () => {
				alarms = alarms.filter((other) => other !== alarm);
			};
		},
		/** How many timers are set. */
		timers: () => alarms.length,
		/** Lets time pass, and what falls due in it happen in its order. */
		pass(ms: number) {
			const end = now + ms;
			for (;;) {
				const due = alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
				if (!due) break;
				alarms = alarms.filter((alarm) => alarm !== due);
				now = due.at;
				due.act();
			}
			now = end;
		},
	} satisfies Clock & Record<string, unknown>;
}
