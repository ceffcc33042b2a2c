interface ProgressProps {
	/** What is going on, for a screen reader. */
	label: string;
	done: number;
	total: number;
}

/** A hairline that fills up; what it counts stands in words beside it. */
export function Progress({ label, done, total }: ProgressProps) {
	return <progress class="progress" aria-label={label} value={done} max={Math.max(total, 1)} />;
}
