import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Source } from "@/data/model/source";
import { Button } from "../ui/button";

interface EditSourceProps {
	source: Source;
	onSave: (change: { title: string; address: string }) => void;
	onCancel: () => void;
}

/** A source's title and address, to be changed. */
export function EditSource({ source, onSave, onCancel }: EditSourceProps) {
	const title = useSignal(source.title);
	const address = useSignal(source.url ?? "");
	const first = useRef<HTMLInputElement>(null);
	// At once, before it is noticed that the button that was pressed has gone.
	useLayoutEffect(() => first.current?.focus(), []);
	return (
		<form
			class="edit-source"
			aria-label={`Edit ${source.title}`}
			onSubmit={(event) => {
				event.preventDefault();
				onSave({ title: title.value, address: address.value });
			}}
			onKeyDown={(event) => {
				if (event.key === "Escape") onCancel();
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
				maxLength={300}
				onInput={(event) => {
					title.value = event.currentTarget.value;
				}}
			/>
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
						onInput={(event) => {
							address.value = event.currentTarget.value;
						}}
					/>
				</>
			)}
			<div class="source-acts">
				<Button type="submit" main>
					Save
				</Button>
				<Button onClick={onCancel}>Cancel</Button>
			</div>
		</form>
	);
}
