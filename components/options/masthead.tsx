import { hashOf, type Route } from "../signals/route";

const ROOMS = [
	{ room: "headlines", label: "Headlines" },
	{ room: "sources", label: "Sources" },
	{ room: "settings", label: "Settings" },
] as const;

/** The name of the product, and the way to its three rooms. */
export function Masthead({ route }: { route: Route }) {
	const here = route.room === "article" || route.room === "briefing" ? "headlines" : route.room;
	return (
		<header class="masthead">
			<span class="masthead-name">Headline Ticker</span>
			<nav aria-label="Main">
				{ROOMS.map(({ room, label }) => (
					<a key={room} href={hashOf({ room })} aria-current={room === here ? "page" : undefined}>
						{label}
					</a>
				))}
			</nav>
		</header>
	);
}
