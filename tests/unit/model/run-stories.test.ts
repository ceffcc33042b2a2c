import { describe, expect, test } from "vitest";
import { RunArchive } from "../support/run-archive";

const ids = (headlines: readonly { id: string }[]) => headlines.map(({ id }) => id);

describe("a story in the run", () => {
	const title = "Twitter appoints Elon Musk to board";

	test("comes once, and names who else tells it", () => {
		const archive = new RunArchive().add(
			{ title, source: "a" },
			{ title: `${title} - Source b`, source: "b" },
			{ source: "c" },
		);
		expect(archive.run.total).toBe(2);
		const [told] = archive.next.filter((one) => one.copies);
		expect(told).toMatchObject({ title: title });
		expect(told?.copies).toEqual([{ id: "h001", sourceTitle: "Source b" }]);
	});

	test("counts once in place and total, before and after it is shown", () => {
		const archive = new RunArchive().add({ title, source: "a" }, { title, source: "b" }, { source: "c" });
		archive.showAll();
		expect(archive.run).toMatchObject({ place: 2, before: 0, total: 2 });
	});

	test("isn’t shown any more once any of its headlines is read", () => {
		const archive = new RunArchive().add({ title, source: "a" }, { title, source: "b" }, { source: "c" });
		archive.marks = { h001: { read: 1 } };
		archive.publish();
		expect(archive.run.total).toBe(1);
	});

	test("isn’t shown again when another source tells it later", () => {
		const archive = new RunArchive().add({ title, source: "a" }, { source: "c" });
		archive.showAll();
		archive.add({ title, source: "b" });
		expect(archive.run).toMatchObject({ place: 2, total: 2 });
		expect(archive.next).toEqual([]);
	});

	test("keeps the headline that it stands under when another source tells it later", () => {
		const archive = new RunArchive().add({ title, source: "a" }, { source: "c" });
		const before = ids(archive.next);
		archive.add({ title, source: "b", publishedAt: 9_000 });
		expect(ids(archive.next)).toEqual(before);
		expect(archive.run.total).toBe(2);
	});

	test("goes first where any of its headlines is watched", () => {
		const archive = new RunArchive().add(
			{ source: "c" },
			{ title, source: "a" },
			{ title, source: "b", watched: true },
		);
		expect(archive.next[0]).toMatchObject({ id: "h002", copies: [{ id: "h001" }] });
	});

	test("is opened by an address that says nothing of where the reader came from", () => {
		const archive = new RunArchive().add({ url: "https://a.example/1?utm_source=feed&id=7" });
		expect(archive.next.map(({ url }) => url)).toEqual(["https://a.example/1?id=7"]);
	});

	test("says whether it is saved", () => {
		const archive = new RunArchive().add({ source: "a" });
		archive.marks = { h000: { saved: 1 } };
		archive.publish();
		expect(archive.next[0]?.saved).toBe(true);
	});
});
