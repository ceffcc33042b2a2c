import { Component, type FunctionComponent } from "preact";

/**
 * The same component, rendered again only when one of its props is another one than before: for what there are many
 * of on a page. The signals that it reads render it as ever.
 */
export function onOtherProps<Props extends object>(Shown: FunctionComponent<Props>) {
	return class extends Component<Props> {
		override shouldComponentUpdate(next: Props) {
			const names = new Set([...Object.keys(next), ...Object.keys(this.props)]);
			return [...names].some((name) => Reflect.get(next, name) !== Reflect.get(this.props, name));
		}
		override render(props: Props) {
			return <Shown {...props} />;
		}
	};
}
