/**
 * Whether what has the focus has got it by the keyboard. A button that was merely clicked keeps the focus, and must
 * hold nothing for ever.
 */
export const isFocusVisible = (target: EventTarget | null): boolean =>
	target instanceof Element && target.matches(":focus-visible");
