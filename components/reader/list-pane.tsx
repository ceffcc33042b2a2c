import type { ReadonlySignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useCallback } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import { isSameScope } from "@/data/model/scope";
import { HeadlineList } from "../headlines/headline-list";
import type { ChooseRow } from "../headlines/headline-row";
import { HiddenBy } from "../headlines/hidden-by";
import type { Reader } from "../signals/reader";
import type { Router } from "../signals/router";
import type { Rules } from "../signals/rules";
import type { Selection } from "../signals/selection";
import { ListHead } from "./list-head";
import type { SourcesPaneProps } from "./sources-pane";

interface ListPaneProps {
	reader: Reader;
	router: Router;
	selection: Selection;
	rules: Rules;
	pane: SourcesPaneProps;
	titleOf: (source: string) => string;
	now: ReadonlySignal<number>;
	hrefOfHeadline: (id: HeadlineId) => string;
	onKeys: () => void;
	/** For the element that the list scrolls in. */
	scroller: RefObject<HTMLDivElement | null>;
	/** Names the list that is shown: another one begins anew. */
	listKey: string;
}

/** The reader's list, and what stands above it. */
export function ListPane(props: ListPaneProps) {
	const { reader, router, selection, rules, pane, titleOf, now, hrefOfHeadline } = props;
	const { list } = reader;
	const current = reader.current.value;
	const isWhole = isSameScope(list.scope.value, {});
	const choose = useCallback<ChooseRow>(
		({ headline: { id } }, range) => (range ? selection.extendTo(id) : selection.toggle(id)),
		[selection],
	);
	return (
		<div class="reader-list">
			{current === undefined && <h1 class="unseen">Headlines</h1>}
			<ListHead list={list} selection={selection} pane={pane} titleOf={titleOf} onKeys={props.onKeys} />
			<div
				class="reader-scroll"
				id="reader-list"
				role="tabpanel"
				aria-label="Headlines of this tab"
				ref={props.scroller}
			>
				<HeadlineList
					key={props.listKey}
					list={list}
					now={now}
					hrefOfHeadline={hrefOfHeadline}
					current={current}
					reach={router.returned.value?.top?.id}
					chosen={selection.ids.value}
					onChoose={choose}
					end={isWhole && <HiddenBy rules={rules} now={now} hrefOfHeadline={hrefOfHeadline} />}
				/>
			</div>
		</div>
	);
}
