import type { Plugin } from "vite";
import { NEW_TAB } from "./page-styles";

const MODULE = /\s*<script type="module"[^>]*\bsrc="\/([^"]+)"[^>]*><\/script>/;
const FIRST_SCRIPT = '<script src="/first-paint.js"';

/**
 * A new tab doesn't ask for its modules itself: while they come, its headline would wait for them. Its first script is
 * told which they are, all of them, so that it asks for them at once when the headline is on the screen, as
 * ../entrypoints/first-paint.ts does. docs/new-tab.md has the figures.
 */
export const lateModules: Plugin = {
	name: "late-modules",
	transformIndexHtml: {
		order: "post",
		handler: (html, { path, bundle }) => {
			if (!bundle || !NEW_TAB.test(path)) return html;
			const [tag, main = ""] = html.match(MODULE) ?? [];
			const chunk = bundle[main];
			if (tag === undefined || chunk?.type !== "chunk" || !html.includes(FIRST_SCRIPT))
				throw new Error("A new tab has no module, or no script to ask for it.");
			const modules = [...chunk.imports, main].map((file) => `/${file}`).join(" ");
			return html.replace(tag, "").replace(FIRST_SCRIPT, `${FIRST_SCRIPT} data-modules="${modules}"`);
		},
	},
};
