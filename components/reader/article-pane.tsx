import type { ReadonlySignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { HeadlineId, SourceId } from "@/data/model/headline";
import type { ArticleMedia } from "../signals/article-media";
import type { Places } from "../signals/places";
import type { Reader } from "../signals/reader";
import type { ReadingStyles } from "../signals/reading-styles";
import { sayTrouble } from "../words/trouble";
import { Article, type ArticleTools } from "./article";
import { ReadingProgress } from "./reading-progress";
import { typeOf } from "./type-of";
import { TypePanel } from "./type-panel";
import type { DetectLanguage } from "./use-language";

/** How articles are set, how fast and how far they are read, and in what language. */
export interface Typesetting {
	styles: ReadingStyles;
	places: Places;
	wordsPerMinute: ReadonlySignal<number>;
	detectLanguage: DetectLanguage;
}

interface ArticlePaneProps {
	reader: Reader;
	/** A source's name by its id. */
	titleOf: (source: string) => string;
	typesetting: Typesetting;
	media: ArticleMedia;
	tools: ArticleTools;
	now: ReadonlySignal<number>;
	onLookUp: (words: string) => void;
	hrefOfHeadline: (id: HeadlineId) => string;
	/** The address of the list. */
	hrefOfList: string;
	pane: RefObject<HTMLElement | null>;
}

type OpenedProps = Omit<ArticlePaneProps, "hrefOfList" | "pane">;

function Opened(props: OpenedProps) {
	const { reader, titleOf, typesetting, tools, now, media, onLookUp, hrefOfHeadline } = props;
	const opened = reader.opened.value;
	if (opened.state === "none") return <p class="reader-hint">Choose a headline to read it here.</p>;
	if (opened.state === "missing")
		return (
			<p class="reader-hint" role="alert">
				{sayTrouble({ code: "unknown-headline" })}
			</p>
		);
	if (opened.state === "loading") return null;
	const { previous, next } = reader.neighbours.value;
	const { kept } = opened;
	const { id, source } = kept.headline;
	return (
		<>
			<Article
				key={id}
				kept={kept}
				mark={reader.mark.value}
				sourceTitle={titleOf(source)}
				edited={reader.given.value ?? kept}
				now={now.value}
				tools={tools}
				next={next === undefined ? undefined : { id: next, href: hrefOfHeadline(next) }}
				fullText={reader.fullText}
				media={media}
				hasChanged={reader.hasChanged.value}
				onShowNewest={reader.showNewest}
				onToggleSaved={reader.toggleSaved}
				onToggleRead={reader.toggleRead}
				onLookUp={onLookUp}
				detectLanguage={typesetting.detectLanguage}
			>
				<TypePanel styles={typesetting.styles} source={source} />
			</Article>
			<nav class="article article-steps" aria-label="Articles">
				{previous && <a href={hrefOfHeadline(previous)}>Previous</a>}
				{next && <a href={hrefOfHeadline(next)}>Next</a>}
			</nav>
		</>
	);
}

/** Where an article is read, set as the user wants it, with how far one has come. */
export function ArticlePane({ hrefOfList, pane, ...props }: ArticlePaneProps) {
	const { reader, typesetting } = props;
	const opened = reader.opened.value;
	const kept = opened.state === "open" ? opened.kept : undefined;
	const shown = kept?.headline.id;
	// Until the next one is there the pane stays as it is set, or its colours would flash.
	const source = useRef<SourceId | undefined>(undefined);
	if (opened.state !== "loading") source.current = kept?.headline.source;
	return (
		<section
			class="reader-article type"
			aria-label="Article"
			ref={pane}
			{...typeOf(typesetting.styles.of(source.current))}
		>
			{kept?.article?.html && (
				<ReadingProgress
					key={shown}
					pane={pane}
					id={kept.headline.id}
					from={kept.place?.read}
					places={typesetting.places}
					wordsPerMinute={typesetting.wordsPerMinute.value}
				/>
			)}
			{reader.current.value !== undefined && (
				<a class="reader-back" href={hrefOfList}>
					All headlines
				</a>
			)}
			<Opened {...props} />
		</section>
	);
}
