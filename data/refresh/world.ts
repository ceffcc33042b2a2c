import type { Look } from "../model/first-paint";
import type { Store } from "../store/store";
import type { Extract } from "./extract";
import type { FindPictures } from "./find-pictures";
import type { Network } from "./requests";

/** Everything outside that refreshing needs; tests hand in their own. */
export interface World extends Store, Network {
	/** Between 0 and 1. */
	random: () => number;
	/** Whether the user has granted access to an address's host. */
	hasAccess: (url: string) => Promise<boolean>;
	/** Draws a picture anew as a small icon, and answers it as a data URL; rejects what isn't a picture. */
	drawIcon: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
	/** Takes the article out of a page. */
	extract: Extract;
	/** Finds where the pictures of an article come from. */
	findPictures: FindPictures;
	/** Tells pages that open from now on how to look at first, before they have read any storage. */
	rememberLook: (look: Look) => Promise<void>;
	/** How long a host is left alone between two pages that are fetched ahead; 2 s where absent. */
	pageSpacingMs?: number;
}
