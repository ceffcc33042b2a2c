/** The biggest file that is read, in bytes. 50,000 headlines with 20,000 articles take about a tenth. */
export const FILE_LIMIT = 256_000_000;

/** How many files may be in it. */
export const ENTRY_LIMIT = 5_000;

/** The longest name of one, in bytes. */
export const NAME_LIMIT = 100;

/** How big one of them may be when it is unpacked, in bytes; several hold no more than {@link PART_BYTES} each. */
export const UNPACKED_LIMIT = 32_000_000;

/** How big all may be together when they are unpacked, in bytes. */
export const TOTAL_LIMIT = 1_000_000_000;

/** Text shrinks to a tenth or so. What shrinks to less than this, and isn't small, was made to burst. */
export const RATIO_LIMIT = 200;
/** So much, in bytes, is small. */
export const SMALL = 32_000_000;

/** How big a part with several records becomes about, in bytes: it is made or read without holding up a page. */
export const PART_BYTES = 200_000;

/** How deep what is in a file may nest. */
export const DEPTH_LIMIT = 12;
