import type { CommandName, Handlers } from "./commands";
import { edition } from "./edition/edition";
import { failed, fine, type Outcome } from "./model/trouble";
import { addAddress } from "./refresh/add-address";
import { setNextAlarm } from "./refresh/alarms";
import { changeSettings } from "./refresh/change-settings";
import { editSource } from "./refresh/edit-source";
import { findFeeds } from "./refresh/find/find-feeds";
import { createIconFetcher } from "./refresh/icons";
import { importFile } from "./refresh/import-file";
import { notify, settleNotify } from "./refresh/notify";
import { createRefresher } from "./refresh/refresher";
import { wake, wakeHindered } from "./refresh/wake";
import type { World } from "./refresh/world";
import { mark, markAllRead, pauseSource, removeSource, restartRun, restoreSource } from "./store/acts";
import { writeItems } from "./store/items";
import { notePopupOpened } from "./store/popup-opened";
import { addRule, expireRules, removeRule, settleRules } from "./store/rules";
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
	const refresher = createRefresher(world);
	const icons = createIconFetcher(world);

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
	const setUpAll = async () => {
		await setUp(world, async () => ({
			source: { ...edition.source, addedAt: world.now() },
			incoming: edition.stories,
		}));
		// A background that was stopped in the middle of a refresh has left its progress behind.
		await writeItems({ progress: null });
		await expireRules(world);
		settleRulesSoon();
		await settleNotify(world);
		await setNextAlarm(world);
	};

	/** Refreshes what is due without holding up the answer. */
	const refreshSoon = () => {
		wake(world, refresher)
			.then(() => icons.fetch())
			.catch((cause) => console.error("A refresh was cut short.", cause));
	};

	/** Goes on judging what is kept without holding up the answer. */
	const settleRulesSoon = () => {
		settleRules(world).catch((cause) => console.error("Judging was cut short.", cause));
	};

	/** An act on the store alone: what goes wrong in one is the store's refusal. */
	const stored = async <T>(name: CommandName, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
		try {
			await start();
			return await work();
		} catch (cause) {
			console.error(`The store refused the command ${name}.`, cause);
			return failed("storage-failed", { about: name });
		}
	};

	const handlers: Handlers = {
		ready: () => stored("ready", async () => fine(null)),
		mark: ({ ids, act }) => stored("mark", async () => fine(await mark(world, ids, act))),
		markAllRead: () => stored("markAllRead", async () => fine(await markAllRead(world))),
		restartRun: () =>
			stored("restartRun", async () => {
				await restartRun(world);
				return fine(null);
			}),
		refresh: async ({ sources }) => {
			await start();
			const refreshed = await refresher.refresh(sources);
			await notify(world);
			await setNextAlarm(world);
			void icons.fetch();
			return fine(refreshed);
		},
		stopRefresh: async () => {
			refresher.stop();
			return fine(null);
		},
		leavePopup: async (place) => {
			await writeItems({ popupLeft: { ...place, leftAt: world.now() } });
			return fine(null);
		},
		findFeeds: async ({ address }) => {
			await start();
			return findFeeds(address, world);
		},
		addSource: async ({ address }) => {
			await start();
			const added = await addAddress(address, world);
			await setNextAlarm(world);
			if (added.ok && added.value.kind === "added") void icons.fetch([added.value.source.id]);
			return added;
		},
		removeSource: ({ id }) =>
			stored("removeSource", async () => {
				const source = await removeSource(world, id);
				await setNextAlarm(world);
				return source ? fine(source) : failed("unknown-source");
			}),
		editSource: ({ id, ...edit }) =>
			stored("editSource", async () => {
				const edited = await editSource(id, edit, world);
				if (edited.ok) refreshSoon();
				return edited;
			}),
		pauseSource: ({ id, paused }) =>
			stored("pauseSource", async () => {
				const source = await pauseSource(world, id, paused);
				if (paused) await setNextAlarm(world);
				else refreshSoon();
				return source ? fine(source) : failed("unknown-source");
			}),
		restoreSource: ({ id }) =>
			stored("restoreSource", async () => {
				const source = await restoreSource(world, id);
				if (source) refreshSoon();
				return source ? fine(source) : failed("unknown-source");
			}),
		importFile: (file) =>
			stored("importFile", async () => {
				const imported = await importFile(file, world);
				if (imported.ok && imported.value.kind === "opml") refreshSoon();
				return imported;
			}),
		changeSettings: (changes) =>
			stored("changeSettings", async () => {
				const settings = await changeSettings(changes, world);
				await setNextAlarm(world);
				return fine(settings);
			}),
		addRule: (draft) =>
			stored("addRule", async () => {
				const added = await addRule(world, draft);
				settleRulesSoon();
				await setNextAlarm(world);
				return added;
			}),
		removeRule: ({ id }) =>
			stored("removeRule", async () => {
				const rule = await removeRule(world, id);
				settleRulesSoon();
				await setNextAlarm(world);
				return rule ? fine(rule) : failed("unknown-rule");
			}),
		popupOpened: () =>
			stored("popupOpened", async () => {
				await notePopupOpened(world);
				return fine(null);
			}),
	};

	return {
		handlers,
		start,
		wake: async () => {
			await start();
			await wake(world, refresher);
			await icons.fetch();
		},
		retry: async (hindrance) => {
			await start();
			await wakeHindered(hindrance, world, refresher);
		},
		settle: async () => {
			await start();
			await settleNotify(world);
		},
	};
}
