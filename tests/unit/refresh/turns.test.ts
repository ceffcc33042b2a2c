import { expect, it } from "vitest";
import { createTurns } from "../../../data/refresh/turns";

const breathe = () => new Promise<void>((go) => setImmediate(go));

it("runs so many at once in all and for one host, and all in the end", async () => {
	const turns = createTurns({ total: 6, perHost: 2 });
	const running: string[] = [];
	let most = 0;
	let mostOfOne = 0;
	const work = (host: string) =>
		turns(host, async () => {
			running.push(host);
			most = Math.max(most, running.length);
			mostOfOne = Math.max(mostOfOne, running.filter((other) => other === host).length);
			await breathe();
			running.splice(running.indexOf(host), 1);
			return host;
		});
	const hosts = [..."aaaaaaaabbbbccccddddeeee"];
	expect(await Promise.all(hosts.map(work))).toEqual(hosts);
	expect(most).toBe(6);
	expect(mostOfOne).toBe(2);
});

it("lets nobody wait for a turn that failed", async () => {
	const turns = createTurns({ total: 1, perHost: 1 });
	const failing = turns("a", () => Promise.reject(new Error("No.")));
	await expect(failing).rejects.toThrow("No.");
	expect(await turns("a", async () => "done")).toBe("done");
});
