import type { Handlers } from "./commands";
import { edition } from "./edition/edition";
import { createContext } from "./handlers/context";
import { headlineHandlers } from "./handlers/headlines";
import { popupHandlers } from "./handlers/popup";
import { readerHandlers } from "./handlers/reader";
import { refreshHandlers } from "./handlers/refreshing";
import { settingsHandlers } from "./handlers/settings";
import { sourceHandlers } from "./handlers/sources";
import { setNextAlarm } from "./refresh/alarms";
import { createFullTexts } from "./refresh/full-texts";
import { createHosts } from "./refresh/hosts";
import { createIconFetcher } from "./refresh/icons";
import { settleNotify } from "./refresh/notify";
import { createRefresher } from "./refresh/refresher";
import { wake, wakeHindered } from "./refresh/wake";
import type { World } from "./refresh/world";
import { writeItems } from "./store/items";
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
	/** Brings the settings to what the browser still allows. */
	settle: () => Promise<void>;
}

/** The background in a world. It reads and writes nothing before it is called. */
export function createBackground(world: World): Background {
	const hosts = createHosts();
	const refresher = createRefresher(world, hosts);
	const icons = createIconFetcher(world);
	const fullTexts = createFullTexts(world, hosts);

	let ready: Promise<void> | undefined;
	const start = () => {
		if (!ready) {
			ready = setUpAll();
			// A start that failed, on a full disk perhaps, is tried again by the next that needs it.
			ready.catch(() => {
				ready = undefined;
			});
		}
		return ready;
	};
	const context = createContext({ world, refresher, icons, fullTexts, start });
	const setUpAll = async () => {
		await setUp(world, async () => ({
			source: { ...edition.source, addedAt: world.now() },
			incoming: edition.stories,
		}));
		// A background that was stopped in the middle of a refresh has left its progress behind.
		await writeItems({ progress: null });
		await expireRules(world);
		context.settleRulesSoon();
		await settleNotify(world);
		await setNextAlarm(world);
	};

	return {
		handlers: {
			...headlineHandlers(context),
			...refreshHandlers(context),
			...sourceHandlers(context),
			...settingsHandlers(context),
			...popupHandlers(context),
			...readerHandlers(context),
		},
		start,
		wake: async () => {
			await start();
			await wake(world, refresher);
			await icons.fetch();
			await fullTexts.ahead();
		},
		retry: async (hindrance) => {
			await start();
			if (hindrance === "permission-needed") await fullTexts.retryPermitted();
			await wakeHindered(hindrance, world, refresher);
			await fullTexts.ahead();
		},
		settle: async () => {
			await start();
			await settleNotify(world);
		},
	};
}
