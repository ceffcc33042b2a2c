/** A Date holds no time after this, nor before its opposite, in milliseconds since 1970 (ECMA-262, section 21.4.1.1). */
export const LAST_TIME = 8.64e15;
