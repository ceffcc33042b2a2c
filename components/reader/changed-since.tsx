interface ChangedSinceProps {
	hasChanged: boolean;
	onShow: () => void;
}

/** Says that an article has changed since it was opened, and shows it as it is now. */
export function ChangedSince({ hasChanged, onShow }: ChangedSinceProps) {
	return (
		<p class="article-from article-since">
			<span role="status">{hasChanged ? "Edited since you opened it." : ""}</span>
			{hasChanged && (
				<button type="button" class="link-button" onClick={onShow}>
					Show it as it is now
				</button>
			)}
		</p>
	);
}
