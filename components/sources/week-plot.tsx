import { countOf } from "../words/count";

const DAY_WIDTH = 5;
const GAP = 2;
const HEIGHT = 18;

/** How many headlines came on each of the last seven days, as a small plot that says its sum. */
export function WeekPlot({ days }: { days: number[] }) {
	const sum = days.reduce((total, day) => total + day, 0);
	if (sum === 0) return <span>None this week</span>;
	const most = Math.max(...days, 1);
	const width = days.length * (DAY_WIDTH + GAP) - GAP;
	return (
		<span class="week-plot">
			<svg
				role="img"
				aria-label={`By day: ${days.join(", ")}`}
				width={width}
				height={HEIGHT}
				viewBox={`0 0 ${width} ${HEIGHT}`}
			>
				{days.map((day, index) => {
					const height = Math.max((day / most) * HEIGHT, 1);
					return (
						<rect
							// A day has no name but its place.
							key={`${index}`}
							x={index * (DAY_WIDTH + GAP)}
							y={HEIGHT - height}
							width={DAY_WIDTH}
							height={height}
						/>
					);
				})}
			</svg>
			{countOf(sum, "headline")} this week
		</span>
	);
}
