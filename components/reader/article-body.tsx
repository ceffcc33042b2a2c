import { useLayoutEffect, useRef } from "preact/hooks";
import { absolutise, sanitise } from "./sanitise";

/** An article's text, made harmless on its way into the page. */
export function ArticleBody({ html, base }: { html: string; base: string | undefined }) {
	const body = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const fragment = sanitise(html);
		absolutise(fragment, base);
		for (const block of fragment.children) if (!block.hasAttribute("dir")) block.setAttribute("dir", "auto");
		body.current?.replaceChildren(fragment);
	}, [html, base]);
	return <div class="article-body" ref={body} />;
}
