import { afterEach, expect, it, vi } from "vitest";
import { createProgress } from "../../../data/refresh/progress";
import { readItems } from "../../../data/store/items";
import { browser } from "../support/browser";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

it("progress that storage refuses is shown with the next step, and stops no refresh", async () => {
	const progress = createProgress(emptyWorld());
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	progress.add(2);
	vi.spyOn(browser.storage.session, "set").mockRejectedValueOnce(new Error("No room."));
	progress.begin("a");
	await vi.advanceTimersByTimeAsync(200);
	expect((await readItems(["progress"])).progress).toBeNull();
	await progress.step("a");
	await vi.advanceTimersByTimeAsync(200);
	expect((await readItems(["progress"])).progress).toMatchObject({ done: 1, total: 2 });
	vi.spyOn(browser.storage.session, "set").mockRejectedValueOnce(new Error("No room."));
	await progress.step("b");
});
