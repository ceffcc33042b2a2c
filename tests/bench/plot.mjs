const WIDTH = 360;
const HEIGHT = 220;
/** The frame that the line lies in. */
const LEFT = 40;
const RIGHT = 336;
const TOP = 48;
const BOTTOM = 184;

const STYLE = `
	text { font: 12px system-ui, sans-serif; fill: #333; }
	.title { font-size: 14px; font-weight: 600; }
	.axis { stroke: #999; }
	.line { fill: none; stroke: #0b62a8; stroke-width: 2; }
	.point { fill: #0b62a8; }
	.budget { stroke: #a33; stroke-dasharray: 4 4; }
	.budget-word { fill: #a33; }
	@media (prefers-color-scheme: dark) {
		text { fill: #ddd; }
		.axis { stroke: #777; }
		.line { stroke: #6db3f2; }
		.point { fill: #6db3f2; }
		.budget { stroke: #f08080; }
		.budget-word { fill: #f08080; }
	}`;

const digits = new Intl.NumberFormat("en");
const round = (/** @type {number} */ value) => Number(value.toFixed(1));

/**
 * A plot, as SVG, of how a cost grows with what is kept: how many times what it is with fewest.
 * @param {{ title: string, counts: number[], ratios: number[], budget: number | null }} growth Ascending numbers of
 * headlines, the ratio at each, and the most that it may be with most.
 */
export function drawGrowth({ title, counts, ratios, budget }) {
	const highest = Math.max(1.5, ...ratios, budget ?? 0) * 1.1;
	const first = Math.log(counts[0]);
	const last = Math.log(counts[counts.length - 1]);
	const x = (/** @type {number} */ count) =>
		round(LEFT + ((Math.log(count) - first) / (last - first)) * (RIGHT - LEFT));
	const y = (/** @type {number} */ ratio) => round(BOTTOM - (ratio / highest) * (BOTTOM - TOP));
	const step = highest > 6 ? Math.ceil(highest / 5) : 1;
	const ticks = Array.from({ length: Math.floor(highest / step) + 1 }, (_, at) => at * step);
	const points = counts.map((count, at) => ({ x: x(count), y: y(ratios[at]), count, ratio: ratios[at] }));
	const said = points.map(({ count, ratio }) => `${ratio.toFixed(2)} at ${digits.format(count)}`).join(", ");
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">${title}</title>
<desc id="desc">How many times as much as with ${digits.format(counts[0])} headlines kept: ${said}.</desc>
<style>${STYLE}
</style>
<text class="title" x="8" y="20">${title}</text>
<text x="8" y="36">times what it is with ${digits.format(counts[0])} headlines</text>
<line class="axis" x1="${LEFT}" y1="${BOTTOM}" x2="${RIGHT}" y2="${BOTTOM}"/>
${ticks.map((tick) => `<text x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`).join("\n")}
${points.map((point) => `<text x="${point.x}" y="${BOTTOM + 16}" text-anchor="middle">${digits.format(point.count)}</text>`).join("\n")}
<text x="${RIGHT}" y="${BOTTOM + 32}" text-anchor="end">headlines kept</text>
${budget === null ? "" : `<line class="budget" x1="${LEFT}" y1="${y(budget)}" x2="${RIGHT}" y2="${y(budget)}"/><text class="budget-word" x="${LEFT + 4}" y="${y(budget) - 5}">may be ${budget}</text>`}
<polyline class="line" points="${points.map((point) => `${point.x},${point.y}`).join(" ")}"/>
${points.map((point) => `<circle class="point" cx="${point.x}" cy="${point.y}" r="3"/><text x="${point.x}" y="${point.y + 18}" text-anchor="middle">${point.ratio.toFixed(2)}</text>`).join("\n")}
</svg>
`;
}
