import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createSaves } from "@/components/signals/saves";
import { EMPTY_RUN } from "@/data/model/run";
import { fine } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";
import { TICKER_HEADLINE as headline } from "../support/ticker-headline";

const run = signal(EMPTY_RUN);

describe("a headline that the run has let go", () => {
	test("is as saved as it was left on the page", async () => {
		const saves = createSaves(run, fakeBackground({ mark: fine(["a"]) }).send);
		saves.toggle(headline);
		await vi.waitFor(() => expect(saves.asItIs(headline).saved).toBe(true));
		saves.toggle(saves.asItIs(headline));
		expect(saves.asItIs(headline).saved).toBeUndefined();
	});

	test("is as it was where saving it is refused", async () => {
		const saves = createSaves(run, fakeBackground().send);
		saves.toggle(headline);
		await vi.waitFor(() => expect(saves.asItIs(headline).saved).toBeUndefined());
	});
});
