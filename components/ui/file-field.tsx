interface FileFieldProps {
	id: string;
	label: string;
	/** The files offered first, as an input's `accept` has them. */
	accept: string;
	/** What there is to know about the file. */
	hint: string;
	/** Takes a chosen file; until that is done, the same file can't be chosen again. */
	onFile: (file: File) => Promise<unknown>;
}

/** A file to be taken in. */
export function FileField({ id, label, accept, hint, onFile }: FileFieldProps) {
	return (
		<>
			<label class="desk-label" for={id}>
				{label}
			</label>
			<input
				id={id}
				type="file"
				accept={accept}
				aria-describedby={`${id}-hint`}
				onChange={(event) => {
					const input = event.currentTarget;
					const file = input.files?.[0];
					if (!file) return;
					void onFile(file).then(() => {
						// Emptied, so that the same file can be chosen again.
						input.value = "";
					});
				}}
			/>
			<p class="desk-hint" id={`${id}-hint`}>
				{hint}
			</p>
		</>
	);
}
