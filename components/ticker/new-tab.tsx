import type { ComponentProps } from "preact";
import { hrefOf } from "../signals/route";
import { HeadlineTicker } from "./headline-ticker";

/** The new tab's page: the ticker, and two quiet links. */
export function NewTab(props: ComponentProps<typeof HeadlineTicker>) {
	return (
		<main class="page">
			<HeadlineTicker {...props} />
			<nav class="page-foot" aria-label="More">
				<a href={hrefOf({ room: "headlines" })}>Open reader</a>
				<a href={hrefOf({ room: "settings" })}>Settings</a>
			</nav>
		</main>
	);
}
