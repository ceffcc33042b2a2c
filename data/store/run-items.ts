import { readRun } from "../model/read-run";
import type { Run } from "../model/run";
import { readSettings, type Settings } from "../model/settings";
import type { TroubleCode } from "../model/trouble";
import type { Item } from "./item-store";

const ticker: Item<Run> = { area: "local", read: readRun };
const settings: Item<Settings> = { area: "local", read: readSettings };
const nextLookAt: Item<number | null> = {
	area: "local",
	read: (stored) => (typeof stored === "number" ? stored : null),
};
/** The list of all codes is left to ./items.ts: it would be a thirtieth of a new tab's script. */
const readCode = (stored: unknown): TroubleCode | null =>
	// The background alone writes it, and codes only; of one that it doesn't know, sayTrouble has something to say.
	typeof stored === "string" ? (stored as TroubleCode) : null;
const health: Item<TroubleCode | null> = { area: "session", read: readCode };
const damage: Item<TroubleCode | null> = { area: "local", read: readCode };

/** The items that a new tab needs, and no library for reading them. */
export const runItems = { ticker, settings, nextLookAt, health, damage };
