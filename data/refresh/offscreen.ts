import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Look } from "../model/first-paint";
import { THEMES, TICKER_MODES } from "../model/settings";
import { failed } from "../model/trouble";
import { type Extract, extractedSchema, fetchedPageSchema } from "./extract";
import { type FindPictures, foundPicturesSchema, keptTextSchema } from "./find-pictures";

const PAGE = "/offscreen.html";
/** So long after its last work the document closes itself, whatever has become of the background meanwhile. */
const IDLE_MS = 10_000;
/** A page that takes longer isn't worth it. */
const PATIENCE_MS = 20_000;

const lookSchema = v.object({
	theme: v.picklist(THEMES),
	tickerMode: v.picklist(TICKER_MODES),
});

const messageSchema = v.variant("offscreen", [
	v.object({ offscreen: v.literal("extract"), page: fetchedPageSchema }),
	v.object({ offscreen: v.literal("find-pictures"), text: keptTextSchema }),
	v.object({ offscreen: v.literal("remember-look"), look: lookSchema }),
]);
type Message = v.InferOutput<typeof messageSchema>;

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
			reasons: ["DOM_PARSER", "LOCAL_STORAGE"],
			justification:
				"To take the article out of a page that you want to read in full, to find the pictures of one that you save, and to keep how a new tab looks at first.",
		});
	})().finally(() => {
		opening = undefined;
	});
	return opening;
}

/** Asks the document; one that was just closing is opened anew, as long as the answer is wanted. */
async function ask(message: Message, unwanted: AbortSignal, isAgain = false): Promise<unknown> {
	await open();
	try {
		const answer: unknown = await browser.runtime.sendMessage(message);
		if (answer !== undefined && answer !== null) return answer;
	} catch (cause) {
		if (isAgain) throw cause;
	}
	return isAgain || unwanted.aborted ? undefined : ask(message, unwanted, true);
}

/** Closes the document, whatever it is about. */
const cutShort = (): Promise<void> =>
	browser.offscreen
		.closeDocument()
		.catch((cause) => console.warn("What took too long has closed by itself.", cause));

/** The same, but not for ever: what takes too long is cut short, and answered by `late`, or rejected without. */
async function askInTime<T>(message: Message, answers: v.GenericSchema<unknown, T>, late?: T): Promise<T> {
	const patience = new AbortController();
	const soon = new Promise<"late">((end) => setTimeout(() => end("late"), PATIENCE_MS));
	const answer = await Promise.race([ask(message, patience.signal), soon]);
	if (answer !== "late") return v.parse(answers, answer);
	patience.abort();
	await cutShort();
	if (late === undefined) throw new Error("What was asked offscreen took too long.");
	return late;
}

/** Takes the article out of a page in a document of its own: Chromium's background has no DOM. */
export const extractOffscreen: Extract = (page) =>
	askInTime({ offscreen: "extract", page }, extractedSchema, failed("page-too-big"));

/** Finds the pictures of an article in the same document; rejects where they couldn't be looked for. */
export const findPicturesOffscreen: FindPictures = (text) =>
	askInTime({ offscreen: "find-pictures", text }, foundPicturesSchema);

/** Keeps how pages look at first, by the same document: Chromium's background has no `localStorage` either. */
export async function rememberLookOffscreen({ theme, tickerMode }: Look): Promise<void> {
	await askInTime({ offscreen: "remember-look", look: { theme, tickerMode } }, v.literal(true));
}

/** What the document can do. */
interface Offscreen {
	extract: Extract;
	findPictures: FindPictures;
	rememberLook: (look: Look) => void;
	close: () => void;
}

/**
 * Answers the background's questions in that document, and none of the commands that pages send to the
 * background: those it leaves without an answer. Must be called synchronously as it opens.
 */
export function serveOffscreen({ extract, findPictures, rememberLook, close }: Offscreen): void {
	let idle = setTimeout(close, IDLE_MS);
	const extracted: Extract = (page) =>
		extract(page).catch((cause: unknown) => {
			console.error("A page could not be looked through.", cause);
			return failed("no-article");
		});
	const found = (text: Parameters<FindPictures>[0]) =>
		findPictures(text).catch((cause: unknown) => {
			console.error("An article could not be looked through.", cause);
			// Not an answer: to have found none would be another thing.
			return null;
		});
	const answer = async (asked: Message): Promise<unknown> => {
		switch (asked.offscreen) {
			case "extract":
				return extracted(asked.page);
			case "find-pictures":
				return found(asked.text);
			case "remember-look":
				rememberLook(asked.look);
				return true;
		}
	};
	browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
		const asked = v.safeParse(messageSchema, message);
		// The background stands in no tab, as scripts in somebody's page do.
		if (!asked.success || sender.id !== browser.runtime.id || sender.tab) return;
		clearTimeout(idle);
		const { output } = asked;
		void answer(output).then((answered) => {
			idle = setTimeout(close, IDLE_MS);
			respond(answered);
		});
		return true;
	});
}
