import type { CommandName } from "../commands";
import { failed, isFull, type Outcome, troubleOf } from "../model/trouble";
import type { ProfileFollower } from "../refresh/follow-profile";
import type { FullTexts } from "../refresh/full-texts";
import type { IconFetcher } from "../refresh/icons";
import type { PictureKeeper } from "../refresh/picture-keeper";
import type { Refresher } from "../refresh/refresher";
import { wake } from "../refresh/wake";
import type { World } from "../refresh/world";
import { tellRoom } from "../store/health";
import { prune } from "../store/prune";
import { settleRules } from "../store/rules";
import { withRoom } from "../store/with-room";

/** What the handlers of commands share. */
export interface HandlerContext {
	world: World;
	refresher: Refresher;
	icons: IconFetcher;
	fullTexts: FullTexts;
	pictures: PictureKeeper;
	profile: ProfileFollower;
	/** Sets the extension up, once. */
	start: () => Promise<void>;
	/** An act on the store alone: what goes wrong in one is the store's refusal. */
	stored: <T>(name: CommandName, work: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
	/** Refreshes what is due, and then fetches icons, full texts and pictures that are wanted. */
	catchUp: () => Promise<void>;
	/** Follows the browser's profile, where the user wants that. */
	followProfile: () => Promise<void>;
	/** Catches up without holding up the answer. */
	refreshSoon: () => void;
	/** Deletes what has outlived its retention without holding up the answer. */
	pruneSoon: () => void;
	/** Goes on judging what is kept without holding up the answer. */
	settleRulesSoon: () => void;
}

/** Makes what the handlers share, of a world and what works in it. */
export function createContext(
	parts: Pick<
		HandlerContext,
		"world" | "refresher" | "icons" | "fullTexts" | "pictures" | "profile" | "start"
	>,
): HandlerContext {
	const { world, refresher, icons, fullTexts, pictures, profile, start } = parts;
	// What can't be synced holds nothing else up.
	const followProfile = () =>
		withRoom(world, profile.follow).catch(async (cause) => {
			console.error("The profile could not be followed.", cause);
			if (isFull(cause)) await tellRoom(false);
		});
	const catchUp = async () => {
		await followProfile();
		await wake(world, refresher);
		// What others did with headlines that have just come is done here too.
		await followProfile();
		await icons.fetch();
		await fullTexts.ahead();
		// Nobody waits for them.
		void pictures.ahead();
	};
	return {
		...parts,
		followProfile,
		catchUp,
		stored: async (name, work) => {
			try {
				await start();
				const outcome = await withRoom(world, work);
				// What isn't noted is found at the next alarm.
				await profile.note().catch((cause) => console.error("A change waits to be synced.", cause));
				return outcome;
			} catch (cause) {
				console.error(`The store refused the command ${name}.`, cause);
				return failed(troubleOf(cause, "storage-failed"), { about: name });
			}
		},
		refreshSoon: () => {
			catchUp().catch((cause) => console.error("A refresh was cut short.", cause));
		},
		pruneSoon: () => {
			prune(world).catch((cause) => console.error("Pruning was cut short.", cause));
		},
		settleRulesSoon: () => {
			settleRules(world).catch((cause) => console.error("Judging was cut short.", cause));
		},
	};
}
