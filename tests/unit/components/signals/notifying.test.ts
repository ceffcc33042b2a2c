import { describe, expect, it, vi } from "vitest";
import { createChangeSettings } from "../../../../components/signals/change-settings";
import { createNotes } from "../../../../components/signals/notes";
import { createNotifying } from "../../../../components/signals/notifying";
import { DEFAULT_SETTINGS } from "../../../../data/model/settings";

function setUp(ask: () => Promise<boolean>) {
	const notes = createNotes();
	const send = vi.fn(async () => ({ ok: true as const, value: DEFAULT_SETTINGS }));
	return { notes, send, turn: createNotifying(createChangeSettings(send as never, notes), notes, ask) };
}

describe("turning notifications on", () => {
	it("asks the browser within the click, and is saved when it is granted", async () => {
		const ask = vi.fn(async () => true);
		const { notes, send, turn } = setUp(ask);
		const turning = turn(true);
		expect(ask).toHaveBeenCalledTimes(1);
		await turning;
		expect(send).toHaveBeenCalledWith("changeSettings", { notify: true });
		expect(notes.status.value?.text).toBe("Saved.");
	});

	it("says that it was refused, and changes nothing", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		for (const ask of [async () => false, () => Promise.reject(new Error("No click."))]) {
			const { notes, send, turn } = setUp(ask);
			await turn(true);
			expect(send).not.toHaveBeenCalled();
			expect(notes.alert.value?.text).toMatch(/stays off/);
		}
		complain.mockRestore();
	});

	it("asks for nothing to turn them off", async () => {
		const ask = vi.fn(async () => false);
		const { send, turn } = setUp(ask);
		await turn(false);
		expect(ask).not.toHaveBeenCalled();
		expect(send).toHaveBeenCalledWith("changeSettings", { notify: false });
	});
});
