import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** What one path of the server answers; an empty answer is an empty page with status 200. */
export interface Answer {
	/** 200 where absent, or 302 with `redirectTo`. */
	status?: number;
	body?: string | Uint8Array;
	/** A file whose bytes are the body. */
	file?: string | URL;
	/** `application/xml` where absent; null sends none. */
	contentType?: string | null;
	headers?: Record<string, string>;
	/** An absolute address or a path; a path that leads to itself is a loop. */
	redirectTo?: string;
	/** Sent as it is; a request that names it in If-None-Match gets a 304 (RFC 9110, section 13.1.2). */
	etag?: string;
	/** An HTTP date; a request whose If-Modified-Since is no older gets a 304 (RFC 9110, section 13.1.3). */
	lastModified?: string;
	/** Milliseconds to wait before the first byte. */
	delay?: number;
	/** Sends the body in pieces of so many bytes, with a pause of so many milliseconds after each. */
	drip?: { bytes: number; pause: number };
	/** Repeats the body until the client goes away. */
	endless?: boolean;
	/** Takes the request and never answers. */
	silent?: boolean;
	/** Cuts the connection in place of an answer. */
	reset?: boolean;
	/** Cuts the connection after so many bytes of the body. */
	cutAfter?: number;
}

/** One request as it arrived. */
export interface Seen {
	method: string;
	/** With its query. */
	path: string;
	headers: IncomingMessage["headers"];
	/** When it arrived, in milliseconds since 1970. */
	at: number;
	/** The status that it was answered with; absent while it waits, or where the connection was cut. */
	status?: number;
}

/** A server on 127.0.0.1 that answers as it is told. */
export interface FeedServer {
	/** For example `http://127.0.0.1:40123`. */
	origin: string;
	/** All requests so far, oldest first. */
	seen: Seen[];
	/** The address of a path. */
	url(path: string): string;
	/** Sets what a path answers from now on; a path that was never set answers 404. */
	on(path: string, answer: Answer | ((request: Seen) => Answer)): void;
	/** The requests for a path, oldest first. */
	to(path: string): Seen[];
	close(): Promise<void>;
}

/** Strips what makes a validator weak: If-None-Match compares weakly (RFC 9110, section 8.8.3.2). */
const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

function isUnchanged(answer: Answer, headers: IncomingMessage["headers"]): boolean {
	const tags = headers["if-none-match"];
	if (tags !== undefined)
		return answer.etag !== undefined && tags.split(",").map(opaque).includes(opaque(answer.etag));
	const since = headers["if-modified-since"];
	return (
		since !== undefined &&
		answer.lastModified !== undefined &&
		Date.parse(answer.lastModified) <= Date.parse(since)
	);
}

function headersOf(answer: Answer): Record<string, string> {
	const { contentType = "application/xml", etag, lastModified, redirectTo } = answer;
	return {
		...(contentType === null ? {} : { "content-type": contentType }),
		...(etag === undefined ? {} : { etag }),
		...(lastModified === undefined ? {} : { "last-modified": lastModified }),
		...(redirectTo === undefined ? {} : { location: redirectTo }),
		...answer.headers,
	};
}

async function sendBody(answer: Answer, response: ServerResponse): Promise<void> {
	const body = answer.file === undefined ? Buffer.from(answer.body ?? "") : await readFile(answer.file);
	if (answer.cutAfter !== undefined) {
		const part = body.subarray(0, answer.cutAfter);
		// What was handed to the system before the cut still arrives.
		response.write(part, () => response.socket?.resetAndDestroy());
		return;
	}
	if (answer.drip === undefined && !answer.endless) {
		response.end(body);
		return;
	}
	const { bytes, pause } = answer.drip ?? { bytes: body.length, pause: 0 };
	do {
		for (let start = 0; start < body.length && !response.destroyed; start += bytes) {
			response.write(body.subarray(start, start + bytes));
			await wait(pause);
		}
	} while (answer.endless && body.length > 0 && !response.destroyed);
	response.end();
}

async function respond(answer: Answer, request: Seen, response: ServerResponse): Promise<void> {
	if (answer.delay !== undefined) await wait(answer.delay);
	if (answer.silent) return;
	if (answer.reset) {
		response.destroy();
		return;
	}
	const unchanged = isUnchanged(answer, request.headers);
	request.status = unchanged ? 304 : (answer.status ?? (answer.redirectTo === undefined ? 200 : 302));
	response.writeHead(request.status, headersOf(answer));
	if (unchanged) response.end();
	else await sendBody(answer, response);
}

/** Starts a server on a free port. */
export async function startFeedServer(): Promise<FeedServer> {
	const answers = new Map<string, Answer | ((request: Seen) => Answer)>();
	const seen: Seen[] = [];
	const server = createServer((incoming, response) => {
		const path = incoming.url ?? "/";
		const request: Seen = {
			method: incoming.method ?? "GET",
			path,
			headers: incoming.headers,
			at: Date.now(),
		};
		seen.push(request);
		const found = answers.get(path) ?? { status: 404, body: "Not here.", contentType: "text/plain" };
		const answer = typeof found === "function" ? found(request) : found;
		respond(answer, request, response).catch((cause) => response.destroy(cause));
	});
	// Node drops a connection after 5 s, which may be when a browser asks again on it.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The feed server got no port.");
	const origin = `http://127.0.0.1:${address.port}`;
	return {
		origin,
		seen,
		url: (path) => origin + path,
		on: (path, answer) => answers.set(path, answer),
		to: (path) => seen.filter((request) => request.path === path),
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
