import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Puts a box on a page that scrolls, and notes on itself what the mouse does to it. */
const addBox = (screen: Screen) =>
	screen.evaluate(() => {
		const box = document.createElement("div");
		box.id = "box";
		box.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 10rem; height: 100px; overflow: auto";
		const content = document.createElement("div");
		content.style.height = "1000px";
		box.append(content);
		document.documentElement.append(box);
		for (const type of ["mousedown", "mouseup", "auxclick"] as const)
			addEventListener(type, ({ button, clientX, clientY, ctrlKey, shiftKey }) => {
				const held = [ctrlKey && "Control", shiftKey && "Shift"].filter(Boolean).join("+");
				box.dataset[type] = `${button} at ${Math.round(clientX)},${Math.round(clientY)} ${held}`.trim();
			});
	});

test.describe("The tests’ hands", () => {
	test("drag, turn the wheel, and click with another button or a key held", async ({ extension, feeds }) => {
		const screen = await extension.open("/options.html");
		await addBox(screen);
		const box = screen.css("#box");

		await box.drag(40, -10);
		expect(await box.attribute("data-mousedown")).toBe("0 at 80,50");
		expect(await box.attribute("data-mouseup")).toBe("0 at 120,40");

		await box.wheel(0, 120);
		await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBe(120);

		await box.click({ button: "middle" });
		expect(await box.attribute("data-auxclick")).toBe("1 at 80,50");
		await box.click({ modifiers: ["Control", "Shift"] });
		expect(await box.attribute("data-mousedown")).toBe("0 at 80,50 Control+Shift");
		await box.click();
		expect(await box.attribute("data-mousedown")).toBe("0 at 80,50");

		await test.step("a link clicked so opens in a tab of its own", async () => {
			const address = feeds.url("/page");
			feeds.on("/page", { body: "A page", contentType: "text/plain" });
			await screen.evaluate((href) => {
				const link = document.createElement("a");
				link.href = href;
				link.textContent = "Elsewhere";
				document.querySelector("#box")?.prepend(link);
			}, address);
			await box.evaluate((element) => element.scrollTo(0, 0));
			await screen.find("link", "Elsewhere").click({ button: "middle" });
			await expect.poll(() => extension.tabs()).toContain(address);
			expect(await extension.tabs()).toContain(await screen.url());
		});
	});

	test("make text twice as large", async ({ extension }) => {
		const screen = await extension.open("/options.html");
		const size = () => screen.evaluate(() => getComputedStyle(document.documentElement).fontSize);
		expect(await size()).toBe("16px");
		await screen.emulate({ text: 200 });
		await expect.poll(size).toBe("32px");
		await screen.reload();
		await expect.poll(size).toBe("32px");
	});
});
