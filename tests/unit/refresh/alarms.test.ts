import { expect, it, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { setNextAlarm } from "../../../data/refresh/alarms";
import { addSource } from "../../../data/store/acts";
import { writeItems } from "../../../data/store/items";
import { browser } from "../support/browser";
import { feedSource, NOON } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

it("the alarm rings by what is known last, however long it took to set it before", async () => {
	const world = emptyWorld();
	await addSource(world, feedSource("a"), []);
	const nextIn = (ms: number) => writeItems({ polls: { a: { failures: 0, nextAt: NOON + ms } } });
	const create = vi.spyOn(browser.alarms, "create");
	create.mockImplementationOnce(async (...alarm) => {
		// A browser may take longer over it than over the next, where it is asked for that meanwhile.
		await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2), 200).catch(() => {});
		await browser.alarms.create(...alarm);
	});
	await nextIn(HOUR_MS);
	const first = setNextAlarm(world);
	await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
	await nextIn(MINUTE_MS);
	const second = setNextAlarm(world);
	await Promise.all([first, second]);
	expect((await browser.alarms.get("refresh"))?.scheduledTime).toBe(NOON + MINUTE_MS);
});
