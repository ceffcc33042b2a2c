import { expect, test } from "vitest";
import { unclobber } from "@/data/formats/page/unclobber";
import { parsed } from "./support";

test("nothing in a page stands in for what a document or a form has", () => {
	const document =
		parsed(`<meta name="author" content="Ada"><p id="kept">One</p><img name="createElement" id="body">
		<form name="querySelectorAll"><input name="attributes"><button id="removeAttribute"></button></form>`);
	unclobber(document);
	expect(document.querySelectorAll("meta[name], #kept")).toHaveLength(2);
	expect(document.querySelectorAll("body [name], body [id]")).toHaveLength(1);
});
