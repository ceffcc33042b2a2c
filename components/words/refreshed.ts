import type { Refreshed } from "@/data/model/answers";
import { countOf, sayFresh } from "./count";

/** Says how a refresh ended in which sources failed. */
export const sayFailed = ({ asked, failed, stopped = 0 }: Refreshed): string =>
	stopped > 0
		? `Stopped after ${asked} of ${countOf(asked + stopped, "source")}; ${failed} couldn’t be read.`
		: `${failed} of ${countOf(asked, "source")} couldn’t be read.`;

/** Says how far a refresh had come that was stopped. */
export const sayStopped = ({ asked, fresh, stopped = 0 }: Refreshed): string =>
	`Stopped after ${asked} of ${countOf(asked + stopped, "source")}. ${sayFresh(fresh)}`;
