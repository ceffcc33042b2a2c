/** What stands between the names of nested folders in a group. */
export const GROUP_SEPARATOR = " / ";

/** How deep folders are told apart; what is nested deeper counts as part of the deepest. */
export const DEEPEST_GROUP = 32;

/** A title, or a folder's name, on one line. */
export const onOneLine = (text: string | undefined): string => text?.replace(/\s+/gu, " ").trim() ?? "";
