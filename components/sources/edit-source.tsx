import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { GROUP_LIMIT, type Source, TITLE_LIMIT } from "@/data/model/source";
import { ADDRESS_LIMIT } from "@/data/model/web-address";
import type { SourceChange } from "../signals/sources";
import { Button } from "../ui/button";
import { RetentionFields } from "../ui/retention-fields";

interface EditSourceProps {
	source: Source;
	/** The names of the groups to choose from. */
	groups: readonly string[];
	/** Called inside the click. */
	onSave: (change: SourceChange) => void;
	onCancel: () => void;
}

/** A source's title, address and group, whether its pages are read too, and how long it is kept, to be changed. */
export function EditSource({ source, groups, onSave, onCancel }: EditSourceProps) {
	const title = useSignal(source.title);
	const address = useSignal(source.url ?? "");
	const group = useSignal(source.group ?? "");
	const fullText = useSignal(source.fullText === true);
	const retention = useSignal(source.retention ?? {});
	const first = useRef<HTMLInputElement>(null);
	// At once, before it is noticed that the button that was pressed has gone.
	useLayoutEffect(() => first.current?.focus(), []);
	return (
		<form
			class="edit-source"
			aria-label={`Edit ${source.title}`}
			onSubmit={(event) => {
				event.preventDefault();
				onSave({
					title: title.value,
					address: address.value,
					group: group.value,
					fullText: fullText.value,
					retention: retention.value,
				});
			}}
			onKeyDown={({ key, target }) => {
				// Where groups are offered it closes their list. Firefox 153 tells the page of that key all the same.
				const closesList = target instanceof HTMLInputElement && (target.list?.options.length ?? 0) > 0;
				if (key === "Escape" && !closesList) onCancel();
			}}
		>
			<label class="desk-label" for={`title-${source.id}`}>
				Title
			</label>
			<input
				ref={first}
				id={`title-${source.id}`}
				class="field"
				value={title}
				required
				maxLength={TITLE_LIMIT}
				onInput={(event) => {
					title.value = event.currentTarget.value;
				}}
			/>
			<label class="desk-label" for={`group-${source.id}`}>
				Group
			</label>
			<input
				id={`group-${source.id}`}
				class="field"
				list={`groups-${source.id}`}
				autoComplete="off"
				value={group}
				maxLength={GROUP_LIMIT}
				aria-describedby={`group-hint-${source.id}`}
				onInput={(event) => {
					group.value = event.currentTarget.value;
				}}
			/>
			<datalist id={`groups-${source.id}`}>
				{groups.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
			<p class="desk-hint" id={`group-hint-${source.id}`}>
				The sources of a group stand together beside the reader’s list. Empty means none.
			</p>
			{source.kind === "feed" && (
				<>
					<label class="desk-label" for={`address-${source.id}`}>
						Address
					</label>
					<input
						id={`address-${source.id}`}
						class="field"
						inputMode="url"
						spellcheck={false}
						value={address}
						required
						maxLength={ADDRESS_LIMIT}
						onInput={(event) => {
							address.value = event.currentTarget.value;
						}}
					/>
					<label class="choice">
						<input
							type="checkbox"
							checked={fullText}
							aria-describedby={`full-text-${source.id}`}
							onChange={(event) => {
								fullText.value = event.currentTarget.checked;
							}}
						/>
						Always full text
					</label>
					<p class="desk-hint" id={`full-text-${source.id}`}>
						New headlines get their whole text from their pages, ahead of time. The browser asks for
						permission to read those sites.
					</p>
				</>
			)}
			<RetentionFields
				id={`retention-${source.id}`}
				retention={retention.value}
				countLabel="How many of them"
				canFollow
				describedBy={`retention-hint-${source.id}`}
				onChange={(chosen) => {
					retention.value = chosen;
				}}
			/>
			<p class="desk-hint" id={`retention-hint-${source.id}`}>
				What you have saved stays, and so does what the feed still holds.
			</p>
			<div class="source-acts">
				<Button type="submit" main>
					Save
				</Button>
				<Button onClick={onCancel}>Cancel</Button>
			</div>
		</form>
	);
}
