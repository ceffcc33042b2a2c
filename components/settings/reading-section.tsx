import { TypeControls } from "../reader/type-controls";
import { typeOf } from "../reader/type-of";
import type { ReadingStyles } from "../signals/reading-styles";
import { Button } from "../ui/button";

/** How articles are set, shown on a piece of one. */
export function ReadingSection({ styles }: { styles: ReadingStyles }) {
	const style = styles.of();
	return (
		<section class="setting reading-section" aria-labelledby="reading-heading">
			<h2 id="reading-heading">Reading</h2>
			<p class="desk-hint">
				How articles are set. A source can have its own: open one of its articles, and Type.
			</p>
			<div class="type type-sample" {...typeOf(style)}>
				<div class="article-body" lang="en">
					<h3>The lighthouse stays lit</h3>
					<p>
						The harbour town has voted to keep its old lighthouse burning through the winter, though no ship
						has needed it for years. “It isn’t for the ships,” said the keeper, who climbs its 142 steps at
						dusk. <em>It is for whoever looks up.</em>
					</p>
				</div>
			</div>
			<TypeControls
				style={style}
				onTry={(change) => styles.try(change)}
				onKeep={(change) => void styles.keep(change)}
			/>
			<Button disabled={styles.isAsUsual()} onClick={() => void styles.reset()}>
				As usual
			</Button>
		</section>
	);
}
