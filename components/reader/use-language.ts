import { useEffect, useState } from "preact/hooks";
import { plainText } from "@/data/model/plain-text";
import type { ArticlePage } from "@/data/store/read-article";

/** Tells what language a text is in, as a BCP 47 tag, where that is clear. */
export type DetectLanguage = (text: string) => Promise<string | undefined>;

/** Enough of a text to tell its language by, in characters. */
const ENOUGH = 2_000;

/**
 * The language of an article: as its page declares it, or its feed, else as it is detected; empty while nobody knows. A
 * browser reads, hyphenates and quotes by it, and would take the text for the page's own English without it.
 */
export function useLanguage({ headline, article, fullText }: ArticlePage, detect: DetectLanguage): string {
	const declared = (fullText?.state === "there" && fullText.language) || article?.language;
	const [detected, setDetected] = useState("");
	useEffect(() => {
		if (declared) return;
		let isAsked = true;
		detect(`${headline.title}\n${plainText(article?.html ?? "").slice(0, ENOUGH)}`)
			.then((language) => isAsked && setDetected(language ?? ""))
			.catch((cause) => console.warn("The language of an article could not be told.", cause));
		return () => {
			isAsked = false;
		};
	}, [declared, headline.title, article?.html]);
	return declared ?? detected;
}
