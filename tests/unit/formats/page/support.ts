import { JSDOM } from "jsdom";
import { readPage, type Wanted } from "@/data/formats/page/read-page";

/** A page that was parsed as a browser does it, and not shown. */
export const parsed = (html: string): Document => new JSDOM(html).window.document;

/** The text of HTML, on one line. */
export const textOf = (html: string): string => parsed(html).body.textContent.replace(/\s+/gu, " ").trim();

/** Reads a page's HTML for a headline. */
export const read = (html: string, wanted: Partial<Wanted> = {}) =>
	readPage(parsed(html), {
		asked: "https://news.example/story/1",
		url: "https://news.example/story/1",
		title: "The bridge is open",
		summary: "",
		...wanted,
	});
