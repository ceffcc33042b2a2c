import type { RefreshProgress } from "../signals/refresh";

/** Whom a refresh is asking, and how far it has come. */
export function Asking({ progress: { asking, done, total } }: { progress: RefreshProgress }) {
	const place = total > 0 ? `, ${done} of ${total}` : "";
	return (
		<p class="notice asking">
			<span class="asking-whom">{asking === undefined ? "Refreshing" : `Asking ${asking}`}</span>
			<span>{place}</span>
		</p>
	);
}
