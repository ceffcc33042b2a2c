import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

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
export function Button({ children, onClick, type = "button", main = false, disabled, label }: ButtonProps) {
	return (
		<button
			type={type}
			class={main ? "button button-main" : "button"}
			aria-label={label}
			disabled={disabled}
			onClick={onClick}
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
}

/** A button with a drawing on it. */
export function IconButton({ icon, label, onClick, pressed, disabled = false }: IconButtonProps) {
	return (
		<button
			type="button"
			class="button button-quiet"
			aria-label={label}
			title={label}
			aria-pressed={pressed}
			disabled={disabled}
			onClick={onClick}
		>
			<Icon name={icon} />
		</button>
	);
}
