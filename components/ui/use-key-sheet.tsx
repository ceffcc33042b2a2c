import type { VNode } from "preact";
import { useState } from "preact/hooks";

type Sheet = typeof import("./key-sheet");

/** A sheet of keys that a page can open, with its code fetched when somebody first asks for it. */
export function useKeySheet(keys: Parameters<Sheet["KeySheet"]>[0]["keys"]): {
	openKeys: () => void;
	keySheet: VNode | null;
} {
	const [sheet, setSheet] = useState<Sheet | null>(null);
	return {
		openKeys: () => void import("./key-sheet").then(setSheet),
		keySheet: sheet && <sheet.KeySheet title="Keys" keys={keys} onClose={() => setSheet(null)} />,
	};
}
