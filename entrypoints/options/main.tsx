import { effect } from "@preact/signals";
import { render } from "preact";
import { Icons } from "@/components/headlines/source-mark";
import { OptionsPage } from "@/components/options/options-page";
import { titleOfPage } from "@/components/options/title-of-page";
import { followIcons } from "@/components/signals/icons";
import { namedSources } from "@/components/signals/named-sources";
import { afterPaint } from "@/components/ui/after-paint";
import { readIcons } from "@/data/store/read-icons";
import { openPage } from "./page";
import { openReading } from "./reading";
import { openSettings } from "./settings";
import { openSources } from "./sources";

const page = await openPage();
const { front, notes, now } = page;
const { route } = page.router;
const named = namedSources(front);
const { reading, briefing, typesetting } = openReading(page);
const settings = openSettings(page);
const desk = openSources(page, settings.backup.look);
const icons = followIcons(front, readIcons, afterPaint);

effect(() => {
	route.value;
	notes.clear();
});
effect(() => {
	const title = titleOfPage(route.value, reading.reader.opened.value, named.value);
	if (title !== undefined) document.title = title;
});

render(
	<Icons.Provider value={icons}>
		<OptionsPage
			{...settings}
			route={route}
			reading={reading}
			briefing={briefing}
			typesetting={typesetting}
			desk={desk}
			named={named}
			settings={front.settings}
			notes={notes}
			now={now}
			trouble={front}
		/>
	</Icons.Provider>,
	document.body,
);
