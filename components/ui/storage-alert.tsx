import type { ReadonlySignal } from "@preact/signals";
import type { TroubleCode } from "@/data/model/trouble";
import { hrefOf } from "../signals/route";
import { sayTrouble } from "../words/trouble";
import { goToPart } from "./go-to-part";

/** What is the matter with the store: what keeps it from being used, else what was found damaged. */
export interface StorageTrouble {
	health: ReadonlySignal<TroubleCode | null>;
	damage: ReadonlySignal<TroubleCode | null>;
}

interface StorageAlertProps {
	trouble: StorageTrouble;
	/** Whether Settings opens in a tab of its own. */
	newTab?: boolean;
}

/**
 * One line on what is the matter with the store, and the way to what can be done about it. It comes with its words,
 * which is heard of an alert, so that a page has one place alone for what fails.
 */
export function StorageAlert({ trouble, newTab = false }: StorageAlertProps) {
	const code = trouble.health.value ?? trouble.damage.value;
	if (code === null) return null;
	return (
		<div role="alert" class="notice notice-alert storage-alert">
			<span>{sayTrouble({ code })}</span>
			<a
				href={hrefOf({ room: "settings", at: "storage" })}
				// Who is there already and has scrolled away comes back to it.
				onClick={() => goToPart("storage")}
				{...(newTab && { target: "_blank", rel: "noopener" })}
			>
				See in Settings
			</a>
		</div>
	);
}
