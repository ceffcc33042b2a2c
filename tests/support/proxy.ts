import { createServer, request as forward } from "node:http";

/** A proxy on 127.0.0.1 that passes plain requests on and notes everything that goes through it. */
export interface Proxy {
	/** For example `127.0.0.1:40124`. */
	host: string;
	/** What was asked for so far, oldest first: an address, or for an encrypted one its host and port. */
	seen: string[];
	close(): Promise<void>;
}

/** Starts a proxy on a free port. It opens no tunnel: what is encrypted is noted, and refused. */
export async function startProxy(): Promise<Proxy> {
	const seen: string[] = [];
	const server = createServer((incoming, outgoing) => {
		const address = incoming.url ?? "";
		seen.push(address);
		if (!URL.canParse(address)) {
			outgoing.writeHead(400).end();
			return;
		}
		const passed = forward(address, { method: incoming.method, headers: incoming.headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		passed.on("error", () => outgoing.destroy());
		incoming.pipe(passed);
	});
	server.on("connect", ({ url = "" }, socket) => {
		seen.push(url);
		socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The proxy got no port.");
	return {
		host: `127.0.0.1:${address.port}`,
		seen,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
