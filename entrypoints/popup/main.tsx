import { render } from "preact";
import { Popup } from "@/components/popup/popup";
import { openFront } from "@/components/signals/front";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { nowEachMinute } from "@/components/signals/now";
import { createRefresh } from "@/components/signals/refresh";
import { createRules } from "@/components/signals/rules";
import { send } from "@/data/commands";
import * as stored from "@/data/store/items";
import { readMatched } from "@/data/store/read-matched";
import { readOlder } from "@/data/store/read-older";
import { readSaved } from "@/data/store/read-saved";
import { readKept, readMarks } from "@/data/store/search-archive";
import { rememberTheme } from "@/data/store/theme";

const front = await openFront(
	{ stored, send, rememberTheme },
	["headlines", "marks", "sources", "ticker", "progress", "rules", "muted"],
	document.documentElement,
);
const notes = createNotes();
const now = nowEachMinute(document, Date.now);
const list = createHeadlineList(front, send, notes, { readSaved, readOlder, readKept, readMarks });
const rules = createRules(front, send, notes, readMatched);
const refresh = createRefresh(front, send, notes, now);

render(<Popup list={list} refresh={refresh} rules={rules} notes={notes} now={now} />, document.body);
