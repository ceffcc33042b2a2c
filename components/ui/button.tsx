import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

/**
 * What makes a button one that does nothing just now. It keeps the focus, as one that is `disabled` can't: who
 * has just pressed it with the keyboard would be thrown back to the beginning of the page.
 */
const acting = (disabled: boolean, onClick: (() => void) | undefined) => ({
	"aria-disabled": disabled ? ("true" as const) : undefined,
	onClick: (event: MouseEvent) => {
		if (disabled) event.preventDefault();
		else onClick?.();
	},
});

interface ButtonProps {
	children: ComponentChildren;
	onClick?: () => void;
	type?: "button" | "submit";
	/** The one action that a form is about. */
	main?: boolean;
	disabled?: boolean;
	/** Its whole name, where the words on it leave out what it concerns. */
	label?: string;
}

/** A button with words on it. */
export function Button(props: ButtonProps) {
	const { children, onClick, type = "button", main = false, disabled = false, label } = props;
	return (
		<button
			type={type}
			class={main ? "button button-main" : "button"}
			aria-label={label}
			{...acting(disabled, onClick)}
		>
			{children}
		</button>
	);
}

interface IconButtonProps {
	icon: IconName;
	/** What it does: its name for a screen reader, and its tooltip. */
	label: string;
	onClick: () => void;
	/** For a button that is on or off. */
	pressed?: boolean;
	disabled?: boolean;
	/** -1 for one that Tab passes by, because keys do the same. */
	tabIndex?: number;
}

/** A button with a drawing on it. */
export function IconButton({ icon, label, onClick, pressed, disabled = false, tabIndex }: IconButtonProps) {
	return (
		<button
			type="button"
			class="button button-quiet"
			tabIndex={tabIndex}
			aria-label={label}
			title={label}
			aria-pressed={pressed}
			{...acting(disabled, onClick)}
		>
			<Icon name={icon} />
		</button>
	);
}
