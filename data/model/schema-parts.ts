import * as v from "valibot";

/** A time, in milliseconds since 1970, or a span of it. */
export const time = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A text that says something. */
export const text = v.pipe(v.string(), v.nonEmpty());
