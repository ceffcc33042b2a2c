import { Icon, type IconName } from "./icon";

interface IconLinkProps {
	icon: IconName;
	/** Where it leads: its name for a screen reader, and its tooltip. */
	label: string;
	href: string;
	/** Whether it opens a tab of its own, as it must in a popup. */
	newTab?: boolean;
}

/** A link with a drawing on it, as wide as a button. */
export function IconLink({ icon, label, href, newTab = false }: IconLinkProps) {
	return (
		<a
			class="button button-quiet"
			href={href}
			aria-label={label}
			title={label}
			target={newTab ? "_blank" : undefined}
			rel={newTab ? "noopener" : undefined}
		>
			<Icon name={icon} />
		</a>
	);
}
