import type { Lost } from "./readers";

/** Something stored that couldn't be used, as it was found. */
export interface SetAside {
	id: number;
	/** When it was found, in milliseconds since 1970. */
	at: number;
	/** The item or the store of the archive that it was in. */
	where: string;
	/** Its place or key there; absent where it was the whole. */
	place?: number | string;
	why: Lost["why"] | "unopenable" | "lost";
	what: unknown;
}

/** Something to be set aside. */
export type Found = Omit<SetAside, "id">;
