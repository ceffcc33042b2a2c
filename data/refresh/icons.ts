import { readImageSize } from "../formats/image-size";
import { DAY_MS } from "../model/durations";
import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import { keepIcon, wantedIcons } from "../store/icons";
import { readItems } from "../store/items";
import { inSequence } from "./in-sequence";
import { readBody } from "./read-body";
import { requestInit } from "./requests";
import { createTurns } from "./turns";
import type { World } from "./world";

/** When an icon is looked for again that wasn't found, and one that was. */
const AGAIN_MS = { missed: 7 * DAY_MS, found: 28 * DAY_MS };
const TIMEOUT_MS = 5_000;
const ICON_LIMIT_BYTES = 100_000;
/** A picture with more pixels on a side is no icon, and would only take memory. */
const SIDE_LIMIT = 2_048;
/** A picture that is so much longer than wide, or the other way round, is a banner. */
const SHAPE_LIMIT = 1.5;
/** So many icons are looked for at one go. */
const AT_ONCE = 20;
const TURN_LIMITS = { total: 2, perHost: 1 };
const ACCEPT = "image/png, image/x-icon, image/vnd.microsoft.icon, image/webp, image/jpeg, image/gif;q=0.8";

/** Whether two hosts belong together: one is the other, or lies under it, but for `www.`. */
function isKin(one: string, other: string): boolean {
	const [a, b] = [one, other].map((host) => host.replace(/^www\./, ""));
	return a === b || `.${a}`.endsWith(`.${b}`) || `.${b}`.endsWith(`.${a}`);
}

/**
 * Where a source's icon may be: where its feed says, and in the usual place on its site and at its feed. An
 * address on somebody else's host isn't among them: nobody is asked but who is followed.
 */
export function iconAddresses(
	{ url, home }: Pick<Source, "url" | "home">,
	said: string | undefined,
): string[] {
	if (url === undefined || !URL.canParse(url)) return [];
	const own = new URL(url);
	const usual = [home, url].flatMap((page) =>
		page && URL.canParse("/favicon.ico", page) ? [new URL("/favicon.ico", page).href] : [],
	);
	return [...new Set([...(said === undefined ? [] : [said]), ...usual])].filter((address) => {
		if (!URL.canParse(address)) return false;
		const { protocol, hostname, username, password } = new URL(address);
		return /^https?:$/.test(protocol) && !username && !password && isKin(hostname, own.hostname);
	});
}

/** Fetches one picture; undefined where there is none that can be an icon. A redirect isn't followed. */
async function fetchIcon(address: string, world: World): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		const signal = AbortSignal.timeout(world.timeoutMs ?? TIMEOUT_MS);
		const answer = await world.fetch(address, {
			...requestInit(world, signal, { accept: ACCEPT }),
			redirect: "error",
		});
		if (!answer.ok) {
			await answer.body?.cancel();
			return undefined;
		}
		const bytes = await readBody(answer, ICON_LIMIT_BYTES);
		const { width, height } = readImageSize(bytes) ?? { width: 0, height: 0 };
		const [short, long] = [Math.min(width, height), Math.max(width, height)];
		return short > 0 && long <= SIDE_LIMIT && long <= short * SHAPE_LIMIT ? bytes : undefined;
	} catch {
		// Without an icon there is a letter, so whatever hinders it is no trouble.
		return undefined;
	}
}

/** Looks for a source's icon where it may be; answers it as a data URL, drawn anew. */
async function findIcon(source: Source, said: string | undefined, world: World): Promise<string | undefined> {
	for (const address of iconAddresses(source, said)) {
		if (!(await world.hasAccess(address))) continue;
		const bytes = await fetchIcon(address, world);
		const png = bytes && (await world.drawIcon(bytes).catch(() => undefined));
		if (png !== undefined) return png;
	}
	return undefined;
}

/** Fetches icons, one go at a time. */
export interface IconFetcher {
	/** Looks for the icons of feeds that have none and whose turn it is; of all, or of the given ones. */
	fetch: (ids?: readonly SourceId[]) => Promise<void>;
}

/** A fetcher of icons for the life of one background. */
export function createIconFetcher(world: World): IconFetcher {
	const fetchSome = async (ids?: readonly SourceId[]) => {
		if (!world.isOnline()) return;
		const archive = await world.archive();
		const { sources } = await readItems(["sources"]);
		const feeds = new Map(
			sources.flatMap((source) =>
				source.kind === "feed" &&
				URL.canParse(source.url ?? "") &&
				!source.paused &&
				(ids?.includes(source.id) ?? true)
					? [[source.id, source]]
					: [],
			),
		);
		const wanted = (await wantedIcons(archive, [...feeds.keys()], world.now())).slice(0, AT_ONCE);
		const turns = createTurns(TURN_LIMITS);
		await Promise.all(
			wanted.map(async ({ id, said }) => {
				const source = feeds.get(id);
				if (!source?.url || !(await world.hasAccess(source.url))) return;
				const png = await turns(new URL(source.url).host, () => findIcon(source, said, world));
				const now = world.now();
				const again = now + (png === undefined ? AGAIN_MS.missed : AGAIN_MS.found);
				await world.lock(() => keepIcon(archive, id, { png, again, now }));
			}),
		);
	};

	return {
		fetch: inSequence(fetchSome, "Icons could not be fetched."),
	};
}
