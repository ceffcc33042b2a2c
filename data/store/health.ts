import type { TroubleCode } from "../model/trouble";
import { readItems, writeItems } from "./items";

async function change(to: (health: TroubleCode | null) => TroubleCode | null): Promise<void> {
	const { health } = await readItems(["health"]);
	const after = to(health);
	if (after !== health) await writeItems({ health: after });
}

/** Tells every surface what keeps the store from being used. */
export const tellTrouble = (trouble: TroubleCode): Promise<void> => change(() => trouble);

/** Tells every surface that the store can be used. */
export const tellUsable = (): Promise<void> => change(() => null);

/** Tells every surface whether there is room for what comes in; of other trouble this says nothing. */
export const tellRoom = (isThere: boolean): Promise<void> =>
	change((health) => {
		if (isThere) return health === "storage-full" ? null : health;
		return health ?? "storage-full";
	});
