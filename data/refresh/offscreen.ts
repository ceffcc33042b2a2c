import * as v from "valibot";
import { browser } from "wxt/browser";
import { failed } from "../model/trouble";
import { type Extract, extractedSchema, fetchedPageSchema } from "./extract";

const PAGE = "/offscreen.html";
/** So long after its last work the document closes itself, whatever has become of the background meanwhile. */
const IDLE_MS = 10_000;
/** A page that takes longer isn't worth it. */
const PATIENCE_MS = 20_000;

const messageSchema = v.object({ offscreen: v.literal("extract"), page: fetchedPageSchema });

const isOpen = async (): Promise<boolean> => {
	const documentUrls = [browser.runtime.getURL(PAGE)];
	const found = await browser.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"], documentUrls });
	return found.length > 0;
};

let opening: Promise<void> | undefined;

/** There may be one such document at a time, so whoever needs it while it opens waits for the same. */
function open(): Promise<void> {
	opening ??= (async () => {
		if (await isOpen()) return;
		await browser.offscreen.createDocument({
			url: PAGE,
			reasons: ["DOM_PARSER"],
			justification: "To take the article out of a page that you want to read in full.",
		});
	})().finally(() => {
		opening = undefined;
	});
	return opening;
}

/** Asks the document; one that was just closing is opened anew. */
async function ask(page: unknown, isAgain = false): Promise<unknown> {
	await open();
	try {
		const answer: unknown = await browser.runtime.sendMessage({ offscreen: "extract", page });
		if (answer !== undefined && answer !== null) return answer;
	} catch (cause) {
		if (isAgain) throw cause;
	}
	return isAgain ? undefined : ask(page, true);
}

const soon = (ms: number) => new Promise<"late">((late) => setTimeout(() => late("late"), ms));

/** Takes the article out of a page in a document of its own: Chromium's background has no DOM. */
export const extractOffscreen: Extract = async (page) => {
	const answer = await Promise.race([ask(page), soon(PATIENCE_MS)]);
	if (answer !== "late") return v.parse(extractedSchema, answer);
	await browser.offscreen.closeDocument();
	return failed("page-too-big");
};

/**
 * Answers the background's questions in that document, and none of the commands that pages send to the
 * background: those it leaves without an answer. Must be called synchronously as it opens.
 */
export function serveExtraction(extract: Extract, close: () => void): void {
	let idle = setTimeout(close, IDLE_MS);
	browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
		const asked = v.safeParse(messageSchema, message);
		// The background stands in no tab, as scripts in somebody's page do.
		if (!asked.success || sender.id !== browser.runtime.id || sender.tab) return;
		clearTimeout(idle);
		extract(asked.output.page)
			.catch((cause: unknown) => {
				console.error("A page could not be looked through.", cause);
				return failed("no-article");
			})
			.then((answer) => {
				idle = setTimeout(close, IDLE_MS);
				respond(answer);
			});
		return true;
	});
}
