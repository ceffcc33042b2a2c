/** Resolves once a text that comes in pieces is all there: at once where it is. */
export function whenWhole(body: Element | null): Promise<void> {
	return new Promise((done) => {
		const isWhole = () => body?.getAttribute("aria-busy") !== "true";
		if (!body || isWhole()) return done();
		const observer = new MutationObserver(() => {
			if (!isWhole()) return;
			observer.disconnect();
			done();
		});
		observer.observe(body, { attributeFilter: ["aria-busy"] });
	});
}
