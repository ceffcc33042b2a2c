import type { World } from "../../../../data/refresh/world";
import type { Answer } from "../../../support/feed-server";
import { servedFeeds } from "../../support/served-feeds";

/** All hosts of the web, for the tests of the file that calls this: each answers what it is told to. */
export function everyHost() {
	const server = servedFeeds();
	return {
		/** A network whose every host is the one server, which finds it under the host's name: /example.org/feed. */
		fetch: async (...[input, init]: Parameters<typeof fetch>) => {
			const { host, pathname, search } = new URL(String(input));
			const answer = await fetch(server.url(`/${host}${pathname}${search}`), init);
			return Object.defineProperty(answer, "url", { value: String(input) });
		},
		/** Sets what an address of some host answers. */
		on: (address: string, answer: Answer) => server.on(address.replace("https://", "/"), answer),
		/** The addresses that were asked, in their order. */
		asked: () => server.seen.map(({ path }) => `https://${path.slice(1)}`),
	};
}

/** Access to these hosts alone. */
export const only =
	(...hosts: string[]): World["hasAccess"] =>
	async (url) =>
		hosts.includes(new URL(url).host);

/** A page of a site. */
export const html = (body: string, headers: Record<string, string> = {}): Answer => ({
	body: `<!doctype html><title>A site</title>${body}`,
	contentType: "text/html",
	headers,
});
/** How a page names a feed. */
export const link = (href: string, title = "") =>
	`<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
