import { expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createWork } from "@/components/signals/work";

function open() {
	const notes = createNotes();
	return { notes, work: createWork(notes) };
}

/** Something that goes on until it is ended. */
function lasting() {
	let end = () => {};
	const work = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { work: () => work, end: () => end() };
}

test("what a piece of work didn't foresee is told, and nothing is left hanging", async () => {
	const { notes, work } = open();
	const complain = vi.spyOn(console, "error").mockImplementation(() => {});
	await work.during("Asking…", () => Promise.reject(new Error("The browser refuses to ask.")));
	complain.mockRestore();
	expect(notes.alert.value?.text).toContain("didn’t work");
	expect(work.busy.value).toBeNull();
});

test("a piece that ends doesn't end what is said of another", async () => {
	const { work } = open();
	const long = lasting();
	const short = lasting();
	const first = work.during("Long…", long.work);
	const second = work.during("Short…", short.work);
	expect(work.busy.value).toBe("Short…");
	short.end();
	await second;
	expect(work.busy.value).toBe("Long…");
	long.end();
	await first;
	expect(work.busy.value).toBeNull();
});

test("work begins within the click that asks for it", () => {
	const { work } = open();
	const act = vi.fn(async () => {});
	void work.during("Asking…", act);
	expect(act).toHaveBeenCalled();
});

test("what is to be done alone isn’t begun while anything goes on", async () => {
	const { work } = open();
	const long = lasting();
	const first = work.alone("Long…", long.work);
	const second = vi.fn(async () => {});
	await work.alone("Again…", second);
	expect(second).not.toHaveBeenCalled();
	long.end();
	await first;
	await work.alone("Again…", second);
	expect(second).toHaveBeenCalled();
});
