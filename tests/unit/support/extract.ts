import { JSDOM } from "jsdom";
import { readPage } from "../../../data/formats/page/read-page";
import type { Extract } from "../../../data/refresh/extract";

/** Takes an article out of its page with jsdom, which is slow to load: so it is only where it is needed. */
export const extract: Extract = async ({ html, ...wanted }) =>
	readPage(new JSDOM(html).window.document, wanted);
