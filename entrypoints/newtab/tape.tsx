import type { ReadonlySignal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Clock } from "@/components/signals/dwell-on";
import type { Followed } from "@/components/signals/follow";
import type { NewTabPage } from "@/components/signals/new-tab";
import { createTape } from "@/components/signals/tape";
import { Tape } from "@/components/ticker/tape";

interface Surroundings {
	front: Followed<"ticker" | "settings">;
	clock: Clock;
	page: NewTabPage;
	now: ReadonlySignal<number>;
}

/** Puts a new tab's tape together. */
export function openTape({ front, clock, page, now }: Surroundings): ComponentType {
	const isPageRtl = getComputedStyle(document.documentElement).direction === "rtl";
	const tape = createTape(front, page.send, clock, isPageRtl);
	page.holdIn("tape", tape);
	return () => <Tape tape={tape} page={page} now={now} />;
}
