import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Room } from "@/data/store/room";

/** How much room is taken, read anew each time that it is shown or that something has ended which may have taken or made some. */
export function followStorageRoom(
	readRoom: () => Promise<Room>,
	isShown: ReadonlySignal<boolean>,
	busy: ReadonlySignal<unknown>,
): ReadonlySignal<Room | null> {
	const room = signal<Room | null>(null);
	effect(() => {
		busy.value;
		if (isShown.value)
			void readRoom().then((read) => {
				room.value = read;
			});
	});
	return room;
}
