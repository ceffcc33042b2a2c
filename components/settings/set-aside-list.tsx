import type { SetAside } from "@/data/model/set-aside";
import { sayDate } from "../headlines/age";
import type { Safekeeping } from "../signals/safekeeping";
import { Button } from "../ui/button";
import { download } from "../ui/download";
import { countOf } from "../words/count";

/** More of them say nothing more to somebody who reads them; the file has all. */
const SHOWN = 20;

const WHY: Record<SetAside["why"], string> = {
	misshapen: "damaged",
	unknown: "more than this version knows",
	unopenable: "couldn’t be brought up to date",
	lost: "gone",
};

/** Where something was found, as people know it, and as it is in the file. */
const sayWhere = ({ where, place }: SetAside): string => (place === undefined ? where : `${where}, ${place}`);

/** What was set aside because it couldn't be used, as a file to keep or to send to somebody who can help. */
export function SetAsideList({ safekeeping }: { safekeeping: Safekeeping }) {
	const found = safekeeping.setAside.value;
	if (found.length === 0) return null;
	return (
		<div>
			<h3 id="set-aside-title">Set aside</h3>
			<p class="desk-hint">
				{countOf(found.length, "piece")} of what was stored couldn’t be used. Keep the file if you may want to
				look into it.
			</p>
			<ul class="set-aside" aria-labelledby="set-aside-title">
				{found.slice(0, SHOWN).map((one) => (
					<li key={one.id}>
						<span class="set-aside-where">{sayWhere(one)}</span>: {WHY[one.why]}, found {sayDate(one.at)}
					</li>
				))}
			</ul>
			<p class="snapshot-acts">
				<Button onClick={() => download(safekeeping.exportSetAside())}>Save what was set aside</Button>
				<Button onClick={safekeeping.forgetSetAside}>Delete what was set aside</Button>
			</p>
		</div>
	);
}
