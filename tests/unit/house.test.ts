import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** What each room of the house may import, besides its own files; the longest prefix of a path is its room. */
const ROOMS: Record<string, { rooms: string[]; browser?: true }> = {
	entrypoints: { rooms: ["components", "data", "assets"], browser: true },
	components: { rooms: ["data"] },
	"data/model": { rooms: [] },
	"data/formats": { rooms: ["data/model"] },
	"data/edition": { rooms: ["data/model"] },
	"data/store": { rooms: ["data/model"], browser: true },
	"data/refresh": { rooms: ["data/model", "data/formats", "data/store"], browser: true },
	"data/commands.ts": { rooms: ["data/model"] },
	"data/send.ts": { rooms: ["data/model", "data/commands.ts"], browser: true },
	"data/serve.ts": { rooms: ["data/model", "data/commands.ts"], browser: true },
	"data/handlers": { rooms: ["data/model", "data/store", "data/refresh", "data/commands.ts"] },
	"data/background.ts": {
		rooms: ["data/model", "data/edition", "data/store", "data/refresh", "data/handlers", "data/commands.ts"],
	},
};

const roomOf = (path: string): string | undefined =>
	Object.keys(ROOMS)
		.filter((room) => path === room || path.startsWith(`${room}/`))
		.sort((a, b) => b.length - a.length)[0];

const files = ["entrypoints", "components", "data"].flatMap((room) =>
	readdirSync(room, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(room, name)),
);

interface Import {
	file: string;
	to: string;
}

const imports: Import[] = files.flatMap((file) =>
	[...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, to = ""]) => ({
		file,
		to: to.startsWith("@/") ? to.slice(2) : to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
	})),
);

const inHouse = (to: string) => /^(?:entrypoints|components|data|assets|tests)(?:\/|$)/.test(to);
const asFile = (to: string) => (to.startsWith("data/") && to.split("/").length === 2 ? `${to}.ts` : to);

describe("the arrows between the rooms", () => {
	test("there is a house to look at", () => {
		expect(files.length).toBeGreaterThan(40);
		expect(imports.length).toBeGreaterThan(100);
	});

	test("every file stands in a room that is known", () => {
		expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
	});

	test("entrypoints wire, components show, data knows: nothing imports against the arrows", () => {
		const against = imports.filter(({ file, to }) => {
			if (!inHouse(to)) return false;
			const from = roomOf(file) ?? "";
			const target = roomOf(asFile(to)) ?? to.split("/")[0] ?? "";
			const allowed = [from, ...(ROOMS[from]?.rooms ?? [])];
			return !allowed.some((room) => target === room || target.startsWith(`${room}/`));
		});
		expect(against).toEqual([]);
	});

	test("only the store, refreshing, the two ends of messages and the entrypoints know the browser", () => {
		const knowing = imports.filter(
			({ file, to }) =>
				/^(?:wxt\/browser|webextension-polyfill)$/.test(to) && !ROOMS[roomOf(file) ?? ""]?.browser,
		);
		expect(knowing).toEqual([]);
	});

	test("nobody reaches for the browser behind its door", () => {
		const reaching = files.filter((file) =>
			/\b(?:chrome|globalThis\.browser)\.\w/.test(readFileSync(file, "utf8")),
		);
		expect(reaching).toEqual([]);
	});

	test("components reach neither storage nor the network themselves", () => {
		const reaching = files
			.filter((file) => file.startsWith("components/"))
			.filter((file) =>
				/\b(?:localStorage|sessionStorage|indexedDB|fetch)\b\s*[.(]/.test(readFileSync(file, "utf8")),
			);
		expect(reaching).toEqual([]);
	});
});
