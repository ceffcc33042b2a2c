/** Brings a part of this page into view, with the focus in it; one that isn't here is passed over. */
export function goToPart(id: string): void {
	const part = document.getElementById(id);
	part?.scrollIntoView();
	part?.focus({ preventScroll: true });
}
