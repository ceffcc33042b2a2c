import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

/** Lets a build ask 127.0.0.1, as users let theirs ask their sources' hosts. */
export async function allowLocalhost(/** @type {string} */ build) {
	const path = join(build, "manifest.json");
	const manifest = JSON.parse(await readFile(path, "utf8"));
	await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }));
}

/**
 * A server on 127.0.0.1.
 * @param {import("node:http").RequestListener} answer
 */
export async function serve(answer) {
	const server = createServer(answer);
	await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("A server got no port.");
	return {
		address: `http://127.0.0.1:${address.port}`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/**
 * Answers with a feed, or that it is unchanged where it is asked for with this tag.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ tag: string, feed: () => string }} what
 */
export function answerFeed(request, response, { tag, feed }) {
	const etag = `"${tag}"`;
	const isUnchanged = request.headers["if-none-match"] === etag;
	response.writeHead(isUnchanged ? 304 : 200, { etag, "content-type": "application/rss+xml" });
	response.end(isUnchanged ? undefined : feed());
}
