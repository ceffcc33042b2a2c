import { afterAll, beforeAll, beforeEach } from "vitest";
import { type FeedServer, startFeedServer } from "../../support/feed-server";

/**
 * A feed server for the tests of the file that calls this: it runs while they do, and has been asked nothing at the
 * beginning of each. What a path answers stays until it is set anew.
 */
export function servedFeeds(): Omit<FeedServer, "close"> {
	let started: FeedServer | undefined;
	const server = (): FeedServer => {
		if (!started) throw new Error("The feed server runs in tests and their hooks alone.");
		return started;
	};
	beforeAll(async () => {
		started = await startFeedServer();
	});
	afterAll(() => started?.close());
	beforeEach(() => {
		server().seen.length = 0;
	});
	return {
		get origin() {
			return server().origin;
		},
		get seen() {
			return server().seen;
		},
		url: (path) => server().url(path),
		on: (path, answer) => server().on(path, answer),
		to: (path) => server().to(path),
	};
}
