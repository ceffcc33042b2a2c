import { expect, test, vi } from "vitest";
import { inTasks } from "@/components/reader/content/in-tasks";

function* steps(count: number, fail = false) {
	for (let step = 0; step < count; step++) yield;
	if (fail) throw new Error("It broke.");
}

test("work is done in tasks, and its end is told once", async () => {
	let now = 0;
	const onDone = vi.fn();
	inTasks(steps(20), () => (now += 10), onDone);
	expect(onDone).not.toHaveBeenCalled();
	await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

test("work that breaks is over, and its error isn't kept back", () => {
	const onDone = vi.fn();
	expect(() => inTasks(steps(1, true), () => 0, onDone)).toThrow("It broke.");
	expect(onDone).toHaveBeenCalledOnce();
});

test("work that was ended goes no further", async () => {
	vi.useFakeTimers();
	let now = 0;
	const onDone = vi.fn();
	const end = inTasks(steps(20), () => (now += 10), onDone);
	end();
	vi.runAllTimers();
	vi.useRealTimers();
	expect(onDone).not.toHaveBeenCalled();
});
