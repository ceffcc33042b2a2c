/** Records, each once by its id: of several the first. */
export function once<T extends { id: string }>(records: readonly T[]): T[] {
	const known = new Set<string>();
	return records.filter(({ id }) => !known.has(id) && known.add(id));
}
