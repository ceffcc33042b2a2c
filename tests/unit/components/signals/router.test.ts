import { describe, expect, it } from "vitest";
import { createRouter } from "@/components/signals/router";
import { fakeWindow } from "../support/address";

const at = (id: string) => ({ top: { id, above: 0 } });

describe("the router", () => {
	it("brings back where the list stood at each address", () => {
		const { window, back, forward } = fakeWindow();
		const router = createRouter(window);
		router.keep({});
		router.keep(at("first"));
		router.go({ room: "article", id: "b" });
		router.keep(at("second"));
		back();
		expect(router.returned.value).toEqual(at("first"));
		forward();
		expect(router.returned.value).toEqual(at("second"));
	});

	it("keeps nothing with an address that the window is at already, and that isn't shown yet", () => {
		const { window, backUntold } = fakeWindow("#/?since=day");
		const router = createRouter(window);
		router.keep(at("first"));
		router.go({ room: "article", id: "b" });
		const tell = backUntold();
		router.keep(at("second"));
		tell();
		expect(router.returned.value).toEqual(at("first"));
	});
});
