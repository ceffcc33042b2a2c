/** The value of a time field for so many minutes since midnight: "07:30". */
export function toTimeField(minutes: number): string {
	const two = (figure: number) => String(figure).padStart(2, "0");
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The minutes since midnight that a time field holds; undefined where it is empty or unfinished. */
export function fromTimeField(value: string): number | undefined {
	const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(value) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
