/** @typedef {import("./bench.mjs").Result} Result */

/**
 * A figure by itself, with the most that it may be.
 * @param {string} bench
 * @param {number} ours
 * @param {number | null} budget
 * @param {Result["unit"]} [unit]
 * @returns {Result}
 */
export const alone = (bench, ours, budget, unit = "ms") => ({ bench, ours, reference: null, budget, unit });

/**
 * A figure beside another, with the most that their ratio may be.
 * @param {string} bench
 * @param {number[]} figures The one it is compared with, then ours.
 * @param {number | null} budget
 * @param {Result["unit"]} [unit]
 * @returns {Result}
 */
export const against = (bench, [reference, ours], budget, unit = "ms") => ({
	bench,
	ours,
	reference,
	budget,
	unit,
});
