import type { HeadlineId } from "../model/headline";
import type { PicturesKept } from "../model/kept-pictures";
import { readItems, writeItems } from "../store/items";
import { readSavedText } from "../store/pictures";
import { keepPictures } from "./keep-pictures";
import type { World } from "./world";

/** Keeps the pictures of saved articles offline, one article after another. */
export interface PictureKeeper {
	/**
	 * Notes that headlines have been saved: where the user wants that, their pictures are to be kept. Never rejects:
	 * they are saved, with or without.
	 */
	want: (ids: readonly HeadlineId[]) => Promise<void>;
	/** Keeps what is wanted, unless offline; a stopped background leaves the rest to the next. Never rejects. */
	ahead: () => Promise<void>;
	/** Keeps the pictures of one saved article now, as far as they aren't kept yet. */
	keep: (id: HeadlineId) => Promise<PicturesKept>;
}

/** Keeps pictures for the life of one background. */
export function createPictureKeeper(world: World): PictureKeeper {
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = last.then(work);
		last = turn.catch(() => {});
		return turn;
	};

	const keepNow = async (id: HeadlineId): Promise<PicturesKept> => {
		const text = await readSavedText(await world.archive(), id);
		return text ? keepPictures(id, await world.findPictures(text), world) : { kept: 0, missed: 0 };
	};
	const change = (changed: (wanted: HeadlineId[]) => HeadlineId[]) =>
		world.lock(async () => {
			const { picturesWanted } = await readItems(["picturesWanted"]);
			await writeItems({ picturesWanted: changed(picturesWanted) });
		});
	const note = async (ids: readonly HeadlineId[]) => {
		const { settings } = await readItems(["settings"]);
		if (settings.keepPictures && ids.length > 0) await change((wanted) => [...new Set([...wanted, ...ids])]);
	};
	const goAhead = async () => {
		const { picturesWanted } = await readItems(["picturesWanted"]);
		for (const id of picturesWanted) {
			if (!world.isOnline()) return;
			await inTurn(() => keepNow(id)).catch((cause) =>
				console.error("An article’s pictures could not be kept.", cause),
			);
			await change((wanted) => wanted.filter((other) => other !== id));
		}
	};

	return {
		want: (ids) =>
			note(ids).catch((cause) => console.error("It could not be noted whose pictures to keep.", cause)),
		ahead: () =>
			goAhead().catch((cause) => console.error("Pictures of saved articles could not be kept.", cause)),
		keep: (id) => inTurn(() => keepNow(id)),
	};
}
