/** Orders names as people look for them: whatever their case and accents, and “Part 9” before “Part 10”. */
export const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
