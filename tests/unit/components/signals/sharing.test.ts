import { describe, expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createSharing, type Sharable } from "@/components/signals/sharing";

const ARTICLE: Sharable = {
	shared: { title: "The light: stays?", source: "Harbour", publishedAt: 0, url: "https://a.example/light" },
	body: null,
	language: "en",
	selected: "It has stood.",
	kept: [{ url: "https://a.example/kept.png", picture: new Blob(["kept"]) }],
};

interface World {
	copies?: boolean;
	sheet?: () => Promise<void>;
	/** Where the article's pictures come from. */
	addresses?: string[];
	/** Those of them that can be had. */
	there?: string[];
}

function open({ copies = true, sheet, addresses = [], there = [] }: World = {}) {
	const notes = createNotes();
	const copied: string[] = [];
	const files: File[] = [];
	const print = vi.fn();
	const loadKit = vi.fn(async () => ({
		markdownOf: ({ title }: { title: string }) => `# ${title}`,
		draftPage: ({ title }: { title: string }, _: Element | null, language: string) => ({
			addresses,
			write: async (pictures: ReadonlyMap<string, Blob>) =>
				[`${language}: ${title}`, ...pictures.keys()].join("\n"),
		}),
	}));
	const borrowPictures = vi.fn(async (urls: readonly string[]) => {
		const had = urls.filter((url) => there.includes(url));
		return new Map(had.map((url) => [url, new Blob([url])]));
	});
	const sharing = createSharing({
		copy: async (text) => {
			if (!copies) throw new DOMException("No.", "NotAllowedError");
			copied.push(text);
		},
		sheet: () => sheet,
		print,
		download: (file) => files.push(file),
		loadKit,
		borrowPictures,
		notes,
	});
	return { sharing, notes, copied, files, print, loadKit, borrowPictures };
}

describe("passing an article on", () => {
	test("copies its link, its Markdown and a quotation, and says so", async () => {
		const { sharing, notes, copied } = open();
		await sharing.copyLink(ARTICLE);
		expect(notes.status.value?.text).toBe("Link copied.");
		await sharing.copyMarkdown(ARTICLE);
		expect(notes.status.value?.text).toBe("Markdown copied.");
		await sharing.copyQuotation(ARTICLE);
		expect(notes.status.value?.text).toBe("Quotation copied.");
		expect(copied.slice(0, 2)).toEqual(["https://a.example/light", "# The light: stays?"]);
		expect(copied[2]).toMatch(/^“It has stood\.”/);
	});

	test("says what else can be done where the browser refuses to copy", async () => {
		const { sharing, notes } = open({ copies: false });
		await sharing.copyLink(ARTICLE);
		expect(notes.alert.value?.text).toMatch(/copy it with the keyboard/);
	});

	test("saves a file that is called by its title", async () => {
		const { sharing, notes, files } = open();
		await sharing.save(ARTICLE);
		const [file] = files;
		expect(file?.name).toMatch(/^The light.*\.html$/);
		expect(file?.name).not.toMatch(/[:?]/);
		expect(await file?.text()).toMatch(/^en: The light: stays\?/);
		expect(notes.status.value?.text).toBe(`Saved as “${file?.name}”.`);
	});

	test("puts into the file the pictures that are kept or may be had, and says how many are missing", async () => {
		const addresses = ["kept", "open", "closed"].map((name) => `https://a.example/${name}.png`);
		const { sharing, notes, files, borrowPictures } = open({ addresses, there: addresses.slice(1, 2) });
		await sharing.save(ARTICLE);
		expect(borrowPictures).toHaveBeenCalledExactlyOnceWith(addresses.slice(1));
		expect(await files[0]?.text()).toBe(`en: The light: stays?\n${addresses.slice(0, 2).join("\n")}`);
		expect(notes.status.value?.text).toMatch(
			/1 of its 3 pictures couldn’t be had, and stands in it as a link\.$/,
		);
		const none = open({ addresses: addresses.slice(2) });
		await none.sharing.save(ARTICLE);
		expect(none.notes.status.value?.text).toMatch(
			/Its picture couldn’t be had, and stands in it as a link\.$/,
		);
	});

	test("lets the browser print the page", () => {
		const { sharing, print } = open();
		sharing.print();
		expect(print).toHaveBeenCalledOnce();
	});

	test("loads the code for other forms once, and not before it may be wanted", async () => {
		const { sharing, loadKit } = open();
		expect(loadKit).not.toHaveBeenCalled();
		await sharing.prepare();
		await sharing.copyMarkdown(ARTICLE);
		expect(loadKit).toHaveBeenCalledOnce();
	});

	test("says so where it doesn’t work, and does it when it is asked again", async () => {
		const { sharing, notes, loadKit, borrowPictures, copied, files } = open({
			addresses: ["https://a.example/open.png"],
		});
		loadKit.mockRejectedValue(new TypeError("Failed to fetch a module."));
		await sharing.prepare();
		expect(notes.alert.value).toBeNull();
		await sharing.copyMarkdown(ARTICLE);
		expect(notes.alert.value?.text).toMatch(/didn’t work/);
		loadKit.mockReset();
		await sharing.copyMarkdown(ARTICLE);
		expect(copied).toHaveLength(1);
		borrowPictures.mockRejectedValueOnce(new Error("Storage is broken."));
		await sharing.save(ARTICLE);
		expect([notes.status.value, files]).toEqual([null, []]);
		expect(notes.alert.value?.text).toMatch(/didn’t work/);
	});
});

describe("the system's own sheet", () => {
	test("is offered only where there is one", () => {
		expect(open().sharing.hasSheet).toBe(false);
		expect(open({ sheet: async () => {} }).sharing.hasSheet).toBe(true);
	});

	test("that somebody closes says nothing, and one that fails says what to do instead", async () => {
		const closed = open({ sheet: () => Promise.reject(new DOMException("Closed.", "AbortError")) });
		await closed.sharing.openSheet(ARTICLE);
		expect([closed.notes.status.value, closed.notes.alert.value]).toEqual([null, null]);
		const broken = open({ sheet: () => Promise.reject(new Error("Broken.")) });
		await broken.sharing.openSheet(ARTICLE);
		expect(broken.notes.alert.value?.text).toMatch(/Copy the link instead/);
	});
});
