import { expect, test } from "vitest";
import { sayPlace } from "@/components/reader/audio-player";

test("a place in a recording is said as players say it", () => {
	expect([0, 59.9, 61, 3600, 3723].map(sayPlace)).toEqual(["0:00", "0:59", "1:01", "1:00:00", "1:02:03"]);
});
