import { readRun } from "../model/read-run";
import type { Run } from "../model/run";
import { readSettings, type Settings } from "../model/settings";
import { TROUBLE_CODES, type TroubleCode } from "../model/trouble";
import type { Item } from "./item-store";

const ticker: Item<Run> = { area: "local", read: readRun };
const settings: Item<Settings> = { area: "local", read: readSettings };
const nextLookAt: Item<number | null> = {
	area: "local",
	read: (stored) => (typeof stored === "number" ? stored : null),
};
const readCode = (stored: unknown): TroubleCode | null =>
	TROUBLE_CODES.find((code) => code === stored) ?? null;
const health: Item<TroubleCode | null> = { area: "session", read: readCode };
const damage: Item<TroubleCode | null> = { area: "local", read: readCode };

/** The items that a new tab needs, and no library for reading them. */
export const runItems = { ticker, settings, nextLookAt, health, damage };
