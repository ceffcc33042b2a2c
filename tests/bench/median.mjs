/**
 * The middle of some measurements, to a tenth.
 * @param {number[]} values
 */
export function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	return Number(sorted[Math.floor(sorted.length / 2)].toFixed(1));
}
