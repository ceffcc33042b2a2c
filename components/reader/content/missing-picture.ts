/**
 * Says in place of a picture that doesn't come what is on it, in a box of our own: browsers draw theirs each in its
 * way. The words are a label and no text, so that neither the place in the text nor a voice takes them for it. With
 * `room` it takes the picture's until {@link fitToWords}; answers what stands there now.
 */
export function putInPlaceOf(picture: HTMLImageElement, room: boolean): HTMLElement {
	const box = document.createElement("span");
	const words = picture.alt.trim();
	box.className = "picture-missing";
	if (words !== "") {
		box.setAttribute("role", "img");
		box.setAttribute("aria-label", words);
	}
	if (room) {
		const width = Number(picture.getAttribute("width"));
		if (width) box.style.inlineSize = `${width}px`;
		if (picture.style.aspectRatio) box.style.aspectRatio = picture.style.aspectRatio;
		if (picture.matches(".picture-boxed")) box.classList.add("picture-boxed");
	}
	const isFocused = picture === document.activeElement;
	picture.replaceWith(box);
	// Either would show it in spite of what follows.
	picture.classList.remove("picture-boxed", "picture-apart");
	picture.hidden = true;
	box.append(picture);
	if (isFocused) {
		box.tabIndex = -1;
		box.focus({ preventScroll: true });
	}
	return box;
}

/** Has the box in place of a picture take no more room than its words do, and none without any. */
export function fitToWords(box: HTMLElement): void {
	box.removeAttribute("style");
	box.classList.remove("picture-boxed");
	if (!box.ariaLabel) box.classList.add("picture-gone");
}

/** Puts the pictures themselves back in the place of what was said for them. */
export function putPicturesBack(text: ParentNode): void {
	for (const box of text.querySelectorAll(".picture-missing")) {
		const picture = box.querySelector("img");
		picture?.removeAttribute("hidden");
		box.replaceWith(...box.childNodes);
	}
}
