import type { HeadlineId } from "../model/headline";
import { afterVainLook, nextWanted, type PicturesWanted } from "../model/wanted-pictures";
import { readItems, writeItems } from "../store/items";
import { readSavedText } from "../store/pictures";
import { setNextAlarm } from "./alarms";
import { inSequence } from "./in-sequence";
import { keepPictures, type PicturesTried } from "./keep-pictures";
import type { World } from "./world";

/** Keeps the pictures of saved articles offline, one article after another. */
export interface PictureKeeper {
	/**
	 * Notes that headlines have been saved: where the user wants that, their pictures are to be kept. Never rejects:
	 * they are saved, with or without.
	 */
	want: (ids: readonly HeadlineId[]) => Promise<void>;
	/**
	 * Keeps what is wanted and due, unless offline; what can't be had is tried again some times, later and later. A
	 * stopped background leaves the rest to the next. Never rejects.
	 */
	ahead: () => Promise<void>;
	/** Has all that waits tried by the next {@link PictureKeeper.ahead}: more hosts may be read than before. */
	retryPermitted: () => Promise<void>;
	/** Keeps the pictures of one saved article now; undefined where they couldn't be looked for. */
	keep: (id: HeadlineId) => Promise<PicturesTried | undefined>;
}

/** Keeps pictures for the life of one background. */
export function createPictureKeeper(world: World): PictureKeeper {
	let lastArticle: Promise<unknown> = Promise.resolve();
	/** Those that were wanted anew while they were being kept: they may have more pictures by now. */
	const anew = new Set<HeadlineId>();

	const keepNow = async (id: HeadlineId): Promise<PicturesTried | undefined> => {
		const text = await readSavedText(await world.archive(), id);
		if (!text) return { kept: 0, missed: 0, isOver: true };
		const urls = await world.findPictures(text).catch((cause: unknown) => {
			console.error("An article’s pictures could not be looked for.", cause);
		});
		return urls ? keepPictures(id, urls, world) : undefined;
	};
	const keep = (id: HeadlineId) => {
		const turn = lastArticle.then(() => keepNow(id));
		lastArticle = turn.catch(() => {});
		return turn;
	};

	const change = (changed: (wanted: PicturesWanted) => PicturesWanted) =>
		world.lock(async () => {
			const { picturesWanted } = await readItems(["picturesWanted"]);
			await writeItems({ picturesWanted: changed(picturesWanted) });
		});
	const note = async (ids: readonly HeadlineId[]) => {
		const { settings } = await readItems(["settings"]);
		if (!settings.keepPictures || ids.length === 0) return;
		const at = world.now();
		await change((wanted) => ({ ...wanted, ...Object.fromEntries(ids.map((id) => [id, { at, tries: 0 }])) }));
		for (const id of ids) anew.add(id);
	};
	/** What becomes of one that has been looked after. */
	const settle = (id: HeadlineId, isOver: boolean) =>
		change(({ [id]: before, ...others }) => {
			if (!before || (isOver && !anew.has(id))) return others;
			const after = anew.has(id) ? before : afterVainLook(before, world.now());
			return after ? { ...others, [id]: after } : others;
		});
	const goAhead = async () => {
		const { picturesWanted: waiting } = await readItems(["picturesWanted"]);
		if (Object.keys(waiting).length === 0) return;
		while (world.isOnline()) {
			const { picturesWanted, settings } = await readItems(["picturesWanted", "settings"]);
			if (!settings.keepPictures) return change(() => ({}));
			const id = nextWanted(picturesWanted, world.now());
			if (id === undefined) break;
			anew.delete(id);
			const tried = await keep(id).catch((cause) => {
				console.error("An article’s pictures could not be kept.", cause);
			});
			await settle(id, tried?.isOver ?? false);
		}
		await setNextAlarm(world);
	};

	return {
		want: (ids) =>
			note(ids).catch((cause) => console.error("It could not be noted whose pictures to keep.", cause)),
		ahead: inSequence(goAhead, "Pictures of saved articles could not be kept."),
		retryPermitted: () =>
			change((wanted) =>
				Object.fromEntries(Object.entries(wanted).map(([id, one]) => [id, { ...one, at: world.now() }])),
			),
		keep,
	};
}
