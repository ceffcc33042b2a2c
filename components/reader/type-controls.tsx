import { useId } from "preact/hooks";
import { READING_BOUNDS, type ReadingStyle } from "@/data/model/reading-style";
import { Choice } from "../settings/choice";
import { Switch } from "../settings/switch";

interface TypeControlsProps {
	style: ReadingStyle;
	/** Called as a slider is moved. */
	onTry: (change: Partial<ReadingStyle>) => void;
	/** Called when something has been chosen. */
	onKeep: (change: Partial<ReadingStyle>) => void;
}

const FACES: { value: ReadingStyle["face"]; label: string }[] = [
	{ value: "serif", label: "Serif" },
	{ value: "sans", label: "Sans" },
	{ value: "low-vision", label: "For low vision" },
	{ value: "dyslexia", label: "For dyslexia" },
];

const THEMES: { value: ReadingStyle["theme"]; label: string }[] = [
	{ value: "system", label: "As the other pages" },
	{ value: "light", label: "Light" },
	{ value: "sepia", label: "Sepia" },
	{ value: "dark", label: "Dark" },
	{ value: "black", label: "Black" },
];

const NUMBERS = [
	{ field: "size", label: "Size", say: (value: number) => `${value} px` },
	{ field: "measure", label: "Line length", say: (value: number) => `${value} characters` },
	{ field: "leading", label: "Line height", say: (value: number) => value.toFixed(1) },
] as const;

function NumberOf({
	number,
	style,
	onTry,
	onKeep,
}: TypeControlsProps & { number: (typeof NUMBERS)[number] }) {
	const id = useId();
	const { field, label, say } = number;
	const value = style[field];
	return (
		<div class="type-number">
			<label for={id}>{label}</label>
			<input
				id={id}
				type="range"
				{...READING_BOUNDS[field]}
				value={value}
				aria-valuetext={say(value)}
				onInput={(event) => onTry({ [field]: event.currentTarget.valueAsNumber })}
				onChange={(event) => onKeep({ [field]: event.currentTarget.valueAsNumber })}
			/>
			<span aria-hidden="true">{say(value)}</span>
		</div>
	);
}

/** Everything about how an article is set. */
export function TypeControls(props: TypeControlsProps) {
	const { style, onKeep } = props;
	const name = useId();
	return (
		<div class="type-controls">
			<Choice
				legend="Face"
				name={`${name}-face`}
				value={style.face}
				options={FACES}
				onChange={(face) => onKeep({ face })}
			/>
			<div class="setting">
				{NUMBERS.map((number) => (
					<NumberOf key={number.field} number={number} {...props} />
				))}
			</div>
			<div class="setting choices">
				<Switch label="Justify" on={style.justify} onTurn={(justify) => onKeep({ justify })} />
				<Switch label="Hyphenate" on={style.hyphenate} onTurn={(hyphenate) => onKeep({ hyphenate })} />
			</div>
			<Choice
				legend="Colours"
				name={`${name}-theme`}
				value={style.theme}
				options={THEMES}
				onChange={(theme) => onKeep({ theme })}
			/>
		</div>
	);
}
