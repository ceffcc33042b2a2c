/** The choice that a stored value says, of those offered; undefined where it is none of them. */
export const oneOf = <const T>(choices: readonly T[], value: unknown): T | undefined =>
	choices.find((choice) => choice === value);

/** Whether a stored value is a number within bounds. */
export const isWithin = ({ min, max }: { min: number; max: number }, value: unknown): value is number =>
	typeof value === "number" && value >= min && value <= max;
