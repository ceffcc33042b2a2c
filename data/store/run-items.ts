import { readRun } from "../model/read-run";
import type { Run } from "../model/run";
import { readSettings, type Settings } from "../model/settings";
import type { Item } from "./item-store";

const ticker: Item<Run> = { area: "local", read: readRun };
const settings: Item<Settings> = { area: "local", read: readSettings };
const nextLookAt: Item<number | null> = {
	area: "local",
	read: (stored) => (typeof stored === "number" ? stored : null),
};

/** The items that a new tab needs, and no library for reading them. */
export const runItems = { ticker, settings, nextLookAt };
