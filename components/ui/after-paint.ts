/** Does something once the next frame has been made: what nobody sees doesn't hold it up. */
export const afterPaint = (act: () => void): void => {
	requestAnimationFrame(() => setTimeout(act));
};
