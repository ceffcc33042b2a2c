import type { Handlers } from "./commands";
import { edition } from "./edition/edition";
import { createContext } from "./handlers/context";
import { headlineHandlers } from "./handlers/headlines";
import { popupHandlers } from "./handlers/popup";
import { readerHandlers } from "./handlers/reader";
import { refreshHandlers } from "./handlers/refreshing";
import { safekeepingHandlers } from "./handlers/safekeeping";
import { settingsHandlers } from "./handlers/settings";
import { sourceHandlers } from "./handlers/sources";
import { troubleOf } from "./model/trouble";
import { setNextAlarm, setRetryAlarm } from "./refresh/alarms";
import { createProfileFollower } from "./refresh/follow-profile";
import { createFullTexts } from "./refresh/full-texts";
import { createHosts } from "./refresh/hosts";
import { createIconFetcher } from "./refresh/icons";
import { settleNotify } from "./refresh/notify";
import { createPictureKeeper } from "./refresh/picture-keeper";
import { createRefresher } from "./refresh/refresher";
import { wakeHindered, wakeRevoked } from "./refresh/wake";
import type { World } from "./refresh/world";
import type { Archive } from "./store/database";
import { endingFirst } from "./store/ending-first";
import { tellTrouble, tellUsable } from "./store/health";
import { readItems, writeItems } from "./store/items";
import { keepSafe } from "./store/keep-safe";
import { expireRules } from "./store/rules";
import { setUp } from "./store/set-up";

/** What the background does, for its entrypoint to hook up to the browser's events. */
export interface Background {
	handlers: Handlers;
	/** Sets the extension up; whatever else is called waits for it. */
	start: () => Promise<void>;
	/** Does whatever is due. */
	wake: () => Promise<void>;
	/** Asks again what couldn't be asked for want of access, or of a network. */
	retry: (hindrance: "offline" | "permission-needed") => Promise<void>;
	/** Says of feeds that may not be read any more what they need. */
	revoked: () => Promise<void>;
	/** Takes in what other devices of the user's profile say. */
	followProfile: () => Promise<void>;
	/** Brings the settings to what the browser still allows. */
	settle: () => Promise<void>;
}

/** The background in a world. It reads and writes nothing before it is called. */
export function createBackground(given: World): Background {
	const world = endingFirst(given);
	const hosts = createHosts();
	const refresher = createRefresher(world, hosts);
	const icons = createIconFetcher(world);
	const pictures = createPictureKeeper(world);
	const fullTexts = createFullTexts(world, hosts, pictures);
	const profile = createProfileFollower(world);

	let ready: Promise<Archive> | undefined;
	const begin = () => {
		const beginning = setUpAll();
		beginning.then(
			() => {
				tell(tellUsable());
				keepSafeSoon();
			},
			(cause) => {
				// A start that failed, on a full disk perhaps, is tried again by the next that needs it.
				ready = undefined;
				tell(tellTrouble(troubleOf(cause, "storage-failed")));
			},
		);
		return beginning;
	};
	const start = async () => {
		const before = ready;
		if (before) {
			const opening = Promise.all([before, world.archive()]);
			const isAsSetUp = await opening
				.then(([setUpWith, archive]) => setUpWith === archive)
				.catch(() => false);
			// Another one than was set up, or none: the browser has closed that, and may have lost what was in it.
			if (!isAsSetUp && ready === before) ready = undefined;
		}
		ready ??= begin();
		await ready;
	};
	const tell = (told: Promise<void>) => {
		told.catch((cause) => console.error("The store’s health could not be told.", cause));
	};
	const keepSafeSoon = () => {
		keepSafe(world).catch((cause) => console.error("Safekeeping was cut short.", cause));
	};
	const context = createContext({ world, refresher, icons, fullTexts, pictures, profile, start });
	const setUpAll = async () => {
		await setUp(world, async () => ({
			source: { ...edition.source, addedAt: world.now() },
			incoming: edition.stories,
		}));
		// A background that was stopped in the middle of a refresh or a restore has left its progress behind.
		const { progress, restoring } = await readItems(["progress", "restoring"]);
		// Each write wakes every page that is open.
		if (progress ?? restoring) await writeItems({ progress: null, restoring: null });
		await expireRules(world);
		context.settleRulesSoon();
		await settleNotify(world);
		await setNextAlarm(world);
		void context.followProfile();
		return world.archive();
	};

	return {
		handlers: {
			...headlineHandlers(context),
			...refreshHandlers(context),
			...sourceHandlers(context),
			...settingsHandlers(context),
			...popupHandlers(context),
			...readerHandlers(context),
			...safekeepingHandlers(context),
		},
		start,
		wake: async () => {
			await start().catch(async (cause) => {
				await setRetryAlarm(world.now());
				throw cause;
			});
			await context.catchUp();
			await keepSafe(world);
		},
		retry: async (hindrance) => {
			await start();
			if (hindrance === "permission-needed") {
				await fullTexts.retryPermitted();
				await pictures.retryPermitted();
			}
			await wakeHindered(hindrance, world, refresher);
			await fullTexts.ahead();
			await pictures.ahead();
		},
		revoked: async () => {
			await start();
			await wakeRevoked(world, refresher);
		},
		followProfile: async () => {
			await start();
			await context.followProfile();
		},
		settle: async () => {
			await start();
			await settleNotify(world);
		},
	};
}
