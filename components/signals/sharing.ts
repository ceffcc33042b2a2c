import { fileNameOf } from "@/data/model/file-name";
import { failed } from "@/data/model/trouble";
import { quotationOf, type Shared } from "../reader/share-words";
import type { Notes } from "./notes";

/** An article that is to be passed on, with its text in the page. */
export interface Sharable {
	shared: Shared;
	body: Element | null;
	/** A BCP 47 tag, or nothing. */
	language: string;
	/** What somebody has selected of it. */
	selected: string;
	/** Those of its pictures that are kept, with where they came from. */
	kept: readonly { url: string; picture: Blob }[];
}

/** Passing an article on. */
export interface Sharing {
	/** Whether the system can be asked to share. */
	readonly hasSheet: boolean;
	/** Makes ready for what may be wanted next: a copy has to be made in the click itself. */
	prepare(): Promise<void>;
	copyLink(article: Sharable): Promise<void>;
	copyMarkdown(article: Sharable): Promise<void>;
	copyQuotation(article: Sharable): Promise<void>;
	/** Opens the system's own sheet. */
	openSheet(article: Sharable): Promise<void>;
	print(): void;
	/** Saves the article as one file. */
	save(article: Sharable): Promise<void>;
}

/** The code that turns an article into other forms. */
type Kit = Pick<typeof import("../reader/share-kit"), "markdownOf" | "draftPage">;

interface SharingParts {
	copy(text: string): Promise<void>;
	/** What opens the system's sheet; undefined where it has none. */
	sheet(): ((what: { title: string; url?: string }) => Promise<void>) | undefined;
	print(): void;
	download(file: File): void;
	loadKit(): Promise<Kit>;
	/** Fetches pictures from where they may be had; answers those that were, by their addresses. */
	borrowPictures(urls: readonly string[]): Promise<ReadonlyMap<string, Blob>>;
	notes: Notes;
}

const REFUSED = "The browser didn’t let that be copied. Select it, and copy it with the keyboard.";

/** What is said of a file that was saved, and of pictures that aren't in it. */
function saySaved(name: string, pictures: number, missing: number): string {
	if (missing === 0) return `Saved as “${name}”.`;
	const all = pictures === 1 ? "Its picture" : "Its pictures";
	const which = missing === pictures ? all : `${missing} of its ${pictures} pictures`;
	const instead = missing === 1 ? "stands in it as a link" : "stand in it as links";
	return `Saved as “${name}”. ${which} couldn’t be had, and ${instead}.`;
}

/** Makes the model of sharing. */
export function createSharing(parts: SharingParts): Sharing {
	const { copy, sheet, print, download, loadKit, notes } = parts;
	let kit: Promise<Kit> | undefined;
	const ready = () => {
		kit ??= loadKit().catch((cause) => {
			// What couldn't be loaded once may be another time.
			kit = undefined;
			throw cause;
		});
		return kit;
	};
	/** What isn't foreseen is told like other trouble. */
	const orTell = async (act: () => Promise<void>) => {
		try {
			await act();
		} catch (cause) {
			console.error("An article couldn’t be passed on.", cause);
			notes.take(failed("unexpected"));
		}
	};
	const copyAs = async (what: string, text: string) => {
		try {
			await copy(text);
			notes.tell(`${what} copied.`);
		} catch (cause) {
			console.warn("Nothing was copied.", cause);
			notes.warn(REFUSED);
		}
	};
	const save = async ({ shared, body, language, kept }: Sharable) => {
		const { draftPage } = await ready();
		const draft = draftPage(shared, body, language);
		const pictures = new Map(kept.map(({ url, picture }) => [url, picture]));
		const others = draft.addresses.filter((url) => !pictures.has(url));
		if (others.length > 0) {
			notes.tell("Fetching its pictures…");
			for (const [url, picture] of await parts.borrowPictures(others)) pictures.set(url, picture);
		}
		const name = fileNameOf(shared.title, "html");
		download(new File([await draft.write(pictures)], name, { type: "text/html" }));
		const missing = draft.addresses.filter((url) => !pictures.has(url)).length;
		notes.tell(saySaved(name, draft.addresses.length, missing));
	};
	return {
		get hasSheet() {
			return sheet() !== undefined;
		},
		async prepare() {
			// Whoever wants it then asks again, and is told.
			await ready().catch((cause) => console.warn("What passes an article on isn’t there yet.", cause));
		},
		copyLink: ({ shared }) => copyAs("Link", shared.url ?? ""),
		copyMarkdown: ({ shared, body }) =>
			orTell(async () => copyAs("Markdown", (await ready()).markdownOf(shared, body))),
		copyQuotation: ({ shared, selected }) => copyAs("Quotation", quotationOf(shared, selected)),
		async openSheet({ shared: { title, url } }) {
			try {
				await sheet()?.({ title, ...(url && { url }) });
				notes.tell("Handed to the system.");
			} catch (cause) {
				// Who closes the sheet has changed their mind, and knows that nothing was shared.
				if (cause instanceof DOMException && cause.name === "AbortError") return;
				console.warn("The system didn't share.", cause);
				notes.warn("The system couldn’t share that. Copy the link instead.");
			}
		},
		print() {
			notes.tell("Handed to the printer’s dialogue.");
			print();
		},
		save: (article) => orTell(() => save(article)),
	};
}
