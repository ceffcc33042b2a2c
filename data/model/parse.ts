import * as v from "valibot";

/** What a schema makes of anything; undefined for what doesn't fit it. */
export function parse<T>(schema: v.GenericSchema<unknown, T>, written: unknown): T | undefined {
	const parsed = v.safeParse(schema, written);
	return parsed.success ? parsed.output : undefined;
}
