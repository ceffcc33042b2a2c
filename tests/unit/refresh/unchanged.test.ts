import { describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { createRefresher } from "../../../data/refresh/refresher";
import { readItems } from "../../../data/store/items";
import { rss } from "../support/world";
import { servedSources } from "./served-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const at = servedSources();
const { server, follow, polls } = at;

describe("a feed that has nothing new", () => {
	it("is asked conditionally the second time, and all is left as it was at a 304", async () => {
		const lastModified = "Thu, 24 Jul 2025 10:00:00 GMT";
		server.on("/a", { body: rss(["One"]), etag: 'W/"odd tag"', lastModified });
		await follow("a");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		const { ticker } = await readItems(["ticker"]);
		at.world.clock.now += MINUTE_MS;
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 0 });
		expect(server.to("/a")[1]?.headers).toMatchObject({
			"if-none-match": 'W/"odd tag"',
			"if-modified-since": lastModified,
		});
		expect((await polls()).a).toMatchObject({ outcome: "unchanged", etag: 'W/"odd tag"', lastModified });
		expect((await readItems(["ticker"])).ticker).toEqual(ticker);
	});

	it("is known again by its body without any validator", async () => {
		server.on("/a", { body: rss(["One"]) });
		await follow("a");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		at.world.clock.now += MINUTE_MS;
		await refresher.refresh();
		expect((await polls()).a?.outcome).toBe("unchanged");
	});

	it("is neither read nor kept again though it comes with a new ETag each time", async () => {
		let version = 0;
		server.on("/a", () => ({ body: rss(["One"]), etag: `"${version++}"` }));
		await follow("a");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		const reading = vi.spyOn(TextDecoder.prototype, "decode");
		const { ticker } = await readItems(["ticker"]);
		const archive = await at.world.archive();
		for (let time = 0; time < 3; time += 1) {
			const revision = await archive.get("meta", "meta");
			at.world.clock.now += MINUTE_MS;
			await refresher.refresh();
			expect(await archive.get("meta", "meta")).toEqual(revision);
		}
		expect(reading).not.toHaveBeenCalled();
		reading.mockRestore();
		expect((await readItems(["ticker"])).ticker).toEqual(ticker);
		expect(server.to("/a").map(({ headers }) => headers["if-none-match"])).toEqual([
			undefined,
			'"0"',
			'"1"',
			'"2"',
		]);
		expect((await polls()).a).toMatchObject({ outcome: "unchanged", etag: '"3"' });
	});

	it("has its 304 called odd where nobody asked for one", async () => {
		server.on("/a", { status: 304 });
		await follow("a");
		await createRefresher(at.world).refresh();
		expect((await polls()).a).toMatchObject({ outcome: "odd-answer", status: 304, failures: 1 });
	});
});
