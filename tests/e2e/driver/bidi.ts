import WebSocket from "ws";

/** An element as WebDriver BiDi names it. */
export interface Shared {
	sharedId: string;
}

/** What the driver uses of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): what is asked, and answered. */
export interface Methods {
	"session.new": [{ capabilities: object }, object];
	"browser.close": [object, object];
	"webExtension.install": [{ extensionData: { type: "path"; path: string } }, { extension: string }];
	"browsingContext.create": [{ type: "tab"; background?: boolean }, { context: string }];
	"browsingContext.close": [{ context: string }, object];
	"browsingContext.activate": [{ context: string }, object];
	"browsingContext.navigate": [{ context: string; url: string; wait: "complete" }, { url: string }];
	"browsingContext.reload": [{ context: string; wait: "complete" }, object];
	"browsingContext.getTree": [
		{ "moz:scope"?: "chrome" },
		{ contexts: { context: string; url: string; children?: object[] | null }[] },
	];
	"browsingContext.setViewport": [{ context: string; viewport: { width: number; height: number } }, object];
	"browsingContext.captureScreenshot": [{ context: string }, { data: string }];
	"browsingContext.locateNodes": [
		{ context: string; locator: object; startNodes?: Shared[] },
		{ nodes: Shared[] },
	];
	"emulation.setScreenSettingsOverride": [
		{ contexts: [string]; screenArea: { width: number; height: number } },
		object,
	];
	"script.callFunction": [
		{
			functionDeclaration: string;
			target: { context: string };
			arguments: object[];
			awaitPromise: true;
			userActivation?: boolean;
		},
		Called,
	];
	"input.performActions": [{ context: string; actions: object[] }, object];
	"input.setFiles": [{ context: string; element: Shared; files: string[] }, object];
}

type Called =
	| { type: "success"; result: { value?: unknown } }
	| { type: "exception"; exceptionDetails: { text: string } };

type Incoming =
	| { type: "success"; id: number; result: unknown }
	| { type: "error"; id: number; error: string; message: string };

/** A WebDriver BiDi command that was refused. */
export class BidiError extends Error {
	/** For example `no such node`. */
	readonly code: string;

	constructor(method: string, code: string, message: string) {
		super(`${method}: ${code}: ${message}`);
		this.code = code;
	}
}

/** A connection to a browser that speaks WebDriver BiDi. */
export class Bidi {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (answer: Incoming | undefined) => void>();
	#last = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.on("message", (data) => this.#take(JSON.parse(String(data))));
		socket.on("close", () => {
			for (const answer of this.#waiting.values()) answer(undefined);
			this.#waiting.clear();
		});
	}

	/** Connects to the address that the browser printed, and starts a session. */
	static async connect(address: string): Promise<Bidi> {
		const socket = new WebSocket(`${address}/session`);
		await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
		const bidi = new Bidi(socket);
		await bidi.send("session.new", { capabilities: {} });
		return bidi;
	}

	/** Sends a command and waits for its answer. */
	async send<M extends keyof Methods>(method: M, params: Methods[M][0]): Promise<Methods[M][1]> {
		const id = ++this.#last;
		const answer = await new Promise<Incoming | undefined>((answered) => {
			this.#waiting.set(id, answered);
			this.#socket.send(JSON.stringify({ id, method, params }), (cause) => cause && answered(undefined));
		});
		if (answer === undefined) throw new BidiError(method, "gone", "the browser has closed");
		if (answer.type === "error") throw new BidiError(method, answer.error, answer.message);
		// What a method answers is the standard's promise.
		return answer.result as Methods[M][1];
	}

	/** Runs a function in a page or window; elements go in as they are, and what comes back is JSON. */
	async call(context: string, fn: string, args: readonly (Shared | Json)[]): Promise<unknown> {
		const answer = await this.send("script.callFunction", {
			functionDeclaration: `async (...all) => JSON.stringify(await (${fn})(...all.map((one) => one instanceof Node ? one : JSON.parse(one))))`,
			target: { context },
			arguments: args.map((arg) =>
				arg instanceof Json ? { type: "string", value: arg.text } : { type: "node", ...arg },
			),
			awaitPromise: true,
		});
		if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
		return typeof answer.result.value === "string" ? JSON.parse(answer.result.value) : undefined;
	}

	#take(message: Incoming): void {
		this.#waiting.get(message.id)?.(message);
		this.#waiting.delete(message.id);
	}
}

/** An argument that goes to a page as JSON. */
export class Json {
	/** The argument, written as JSON; undefined becomes null. */
	readonly text: string;

	constructor(value: unknown) {
		this.text = JSON.stringify(value) ?? "null";
	}
}
