import type { FullText } from "../model/full-text";
import type { HeadlineId, SourceId } from "../model/headline";
import { isFull } from "../model/source";
import { fine, type Outcome } from "../model/trouble";
import type { Archive } from "../store/database";
import { readSubject } from "../store/full-texts";
import { readItems } from "../store/items";
import {
	dropWant,
	dueFullTexts,
	fetchFrom,
	nextFullTextAt,
	wantedFullTexts,
	wantNewest,
} from "../store/wanted-texts";
import { setNextAlarm } from "./alarms";
import { fetchFullText, type Read } from "./full-text";
import type { Hosts } from "./hosts";
import { inSequence } from "./in-sequence";
import type { PictureKeeper } from "./picture-keeper";
import type { World } from "./world";

/** In one go so many waiting pages are looked at, of so many hosts pages are fetched, and so many of each. */
const LOOK_LIMIT = 200;
const HOSTS_PER_GO = 6;
const PER_HOST = 4;
const SPACING_MS = 2_000;

/** Fetches whole texts, each headline's once at a time. */
export interface FullTexts {
	/** Fetches one headline's page now, because somebody wants to read it. */
	fetch: (id: HeadlineId) => Promise<Outcome<null>>;
	/**
	 * Fetches ahead what sources are set to: notes which of their newest headlines want it, and fetches some of
	 * what is due; the alarm rings for the rest. Never rejects: a refresh is no worse for it.
	 */
	ahead: () => Promise<void>;
	/** Has what waited for the user's permission tried again by the next {@link FullTexts.ahead}. */
	retryPermitted: () => Promise<void>;
}

/** What is due and still wanted, by host; what isn't wanted any more is forgotten. */
async function choose(archive: Archive, full: ReadonlySet<SourceId>, world: World): Promise<FullText[][]> {
	const byHost = new Map<string, FullText[]>();
	for (const wanted of await dueFullTexts(archive, world.now(), LOOK_LIMIT)) {
		const subject = await readSubject(archive, wanted.id);
		const url = subject?.headline.url;
		if (url === undefined || subject?.isRead || !full.has(wanted.source)) {
			await world.lock(() => dropWant(archive, wanted.id));
			continue;
		}
		const { host } = new URL(url);
		byHost.set(host, [...(byHost.get(host) ?? []), wanted]);
	}
	return [...byHost.values()];
}

/**
 * Fetches whole texts for the life of one background. Whoever keeps pictures is told of each that was kept: if its
 * headline is saved, more pictures may belong to it now.
 */
export function createFullTexts(
	world: World,
	hosts: Hosts,
	pictures: Pick<PictureKeeper, "want">,
): FullTexts {
	const fetching = new Map<HeadlineId, Promise<Read>>();

	const fetchOne = (id: HeadlineId): Promise<Read> => {
		const known = fetching.get(id);
		if (known) return known;
		const read = fetchFullText(id, world, hosts)
			.then(async (came) => {
				if (came.ok) await pictures.want([id]);
				return came;
			})
			.finally(() => fetching.delete(id));
		fetching.set(id, read);
		return read;
	};

	/** One page after another; where the host asks to be left alone, the rest wait too. */
	const fetchOfHost = async (archive: Archive, waiting: readonly FullText[]) => {
		for (const [place, { id }] of waiting.slice(0, PER_HOST).entries()) {
			if (place > 0) await new Promise((rested) => setTimeout(rested, world.pageSpacingMs ?? SPACING_MS));
			const { waitUntil } = await fetchOne(id);
			if (waitUntil === undefined) continue;
			const rest = waiting.slice(place + 1).map(({ id }) => id);
			return world.lock(() => fetchFrom(archive, rest, waitUntil));
		}
	};

	const goAhead = async () => {
		const archive = await world.archive();
		const { sources } = await readItems(["sources"]);
		const full = new Set(sources.filter(isFull).map(({ id }) => id));
		for (const id of full) await world.lock(() => wantNewest(archive, id, world.now()));
		if ((await nextFullTextAt(archive)) === undefined) return;
		if (world.isOnline()) {
			const chosen = (await choose(archive, full, world)).slice(0, HOSTS_PER_GO);
			await Promise.all(chosen.map((waiting) => fetchOfHost(archive, waiting)));
		}
		await setNextAlarm(world);
	};

	return {
		fetch: async (id) => {
			const read = await fetchOne(id);
			return read.ok ? fine(null) : { ok: false, trouble: read.trouble };
		},
		ahead: inSequence(goAhead, "Whole texts could not be fetched ahead."),
		retryPermitted: () =>
			world.lock(async () => {
				const archive = await world.archive();
				const waiting = (await wantedFullTexts(archive)).filter(
					({ trouble }) => trouble === "permission-needed",
				);
				const ids = waiting.map(({ id }) => id);
				await fetchFrom(archive, ids, world.now());
			}),
	};
}
