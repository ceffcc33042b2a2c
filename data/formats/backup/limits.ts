/**
 * The biggest file that is read, in bytes. 50,000 headlines with 20,000 articles take 25 MB; 300 sources of 2,000
 * headlines, which is what is kept unless somebody chooses otherwise, some 300 MB.
 */
export const FILE_LIMIT = 512_000_000;

/** How many files may be in it; as many as {@link TOTAL_LIMIT} has of {@link PART_BYTES}. */
export const ENTRY_LIMIT = 20_000;

/** The longest name of one, in bytes. */
export const NAME_LIMIT = 100;

/** How big one of them may be when it is unpacked, in bytes; several hold no more than {@link PART_BYTES} each. */
export const UNPACKED_LIMIT = 32_000_000;

/**
 * How big all may be together when they are unpacked, in bytes: 600,000 headlines of 6 kB. They are unpacked one by
 * one, and squeezed again before the next is; what was made to burst is known by {@link RATIO_LIMIT}.
 */
export const TOTAL_LIMIT = 4_000_000_000;

/** Text shrinks to a tenth or so. What shrinks to less than this, and isn't small, was made to burst. */
export const RATIO_LIMIT = 200;
/** So much, in bytes, is small. */
export const SMALL = 32_000_000;

/** How big a part with several records becomes about, in bytes: it is made or read without holding up a page. */
export const PART_BYTES = 200_000;

/** How deep what is in a file may nest. */
export const DEPTH_LIMIT = 12;
