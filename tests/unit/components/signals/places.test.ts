import { expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createPlaces } from "@/components/signals/places";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";
import { handClock } from "../support/clock";

function open(answer: Outcome<unknown> = fine(null)) {
	const clock = handClock();
	const notes = createNotes();
	const { send, told } = fakeBackground({ keepPlace: answer });
	return { places: createPlaces(send, notes, clock), clock, notes, told: () => told.map(({ ask }) => ask) };
}

test("of a place that changes with every pixel the last is kept, two seconds after the first", () => {
	const { places, clock, told } = open();
	for (const read of [0.1, 0.2, 0.3]) places.move("a", read);
	clock.pass(1_999);
	expect(told()).toEqual([]);
	clock.pass(1);
	expect(told()).toEqual([{ id: "a", read: 0.3 }]);
	places.move("a", 0.4);
	clock.pass(2_000);
	expect(told()).toEqual([
		{ id: "a", read: 0.3 },
		{ id: "a", read: 0.4 },
	]);
});

test("leaving keeps at once what is noted, and nothing twice", () => {
	const { places, clock, told } = open();
	places.flush();
	places.move("a", 0.5);
	places.flush();
	places.flush();
	clock.pass(5_000);
	expect(told()).toEqual([{ id: "a", read: 0.5 }]);
	expect(clock.timers()).toBe(0);
});

test("another article's place doesn't take the place of the one before", () => {
	const { places, told } = open();
	places.move("a", 0.5);
	places.move("b", 0.1);
	places.flush();
	expect(told()).toEqual([
		{ id: "a", read: 0.5 },
		{ id: "b", read: 0.1 },
	]);
});

test("a place that can't be kept is told", async () => {
	const { places, notes } = open(failed("storage-failed"));
	places.move("a", 0.5);
	places.flush();
	await vi.waitFor(() => expect(notes.alert.value).not.toBeNull());
});
