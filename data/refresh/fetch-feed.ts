import type { Poll } from "../model/source";
import { failed, type Trouble, type TroubleCode } from "../model/trouble";
import { freshFor } from "./freshness";
import { BodyTooBigError, readBody } from "./read-body";
import { type Network, requestInit } from "./requests";
import { readRetryAfter } from "./retry-after";

/** How long one request may take, body included. */
export const TIMEOUT_MS = 20_000;
/** How long a body may be. */
export const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/** What a source answered. */
export type Fetched =
	| {
			kind: "body";
			bytes: Uint8Array<ArrayBuffer>;
			/** Where the body came from in the end. */
			url: string;
			contentType: string | null;
			etag?: string;
			lastModified?: string;
			/** Until when the server says that this holds, in milliseconds since 1970; absent where it says nothing. */
			freshUntil?: number;
	  }
	/** A 304: what was there is still right. */
	| { kind: "unchanged"; url: string; freshUntil?: number }
	/** `waitUntil` is what Retry-After asks for, in milliseconds since 1970. */
	| { kind: "trouble"; trouble: Trouble; waitUntil?: number };

/** In characters; real validators have some dozens. */
const VALIDATOR_LIMIT = 1_000;

/** It is the host's trouble, but for redirects, which are the address's. */
const trouble = (code: TroubleCode, url: string, status?: number): Extract<Fetched, { kind: "trouble" }> => {
	const about = code === "redirects-astray" ? url : new URL(url).host;
	return {
		kind: "trouble",
		trouble: failed(code, { about, ...(status !== undefined && { status }) }).trouble,
	};
};

function codeOf(status: number): TroubleCode {
	switch (status) {
		case 401:
		case 403:
			return "forbidden";
		case 404:
			return "not-found";
		case 410:
			return "gone";
		case 429:
		case 503:
			return "too-busy";
		default:
			return status >= 500 ? "server-failed" : "odd-answer";
	}
}

/**
 * Why a request failed before any answer. `fetch` says the same of a dead host and of a redirect that loops
 * or leads to a host without access, so the address is asked once more, without following.
 */
async function explainFailure(url: string, network: Network, signal: AbortSignal): Promise<TroubleCode> {
	try {
		const answer = await network.fetch(url, {
			...requestInit(network, signal),
			redirect: "manual",
		});
		await answer.body?.cancel();
		const isRedirect = answer.type === "opaqueredirect" || (answer.status >= 300 && answer.status < 400);
		return isRedirect ? "redirects-astray" : "unreachable";
	} catch {
		// It failed as it did the first time, which is the answer.
		return signal.aborted ? "timed-out" : "unreachable";
	}
}

function freshnessOf({ headers }: Response, { now }: Network): { freshUntil?: number } {
	const freshMs = freshFor(headers, now());
	return freshMs > 0 ? { freshUntil: now() + freshMs } : {};
}

/** A validator as received. One of absurd length isn't kept: it would be stored for each such feed. */
function validatorIn(headers: Headers, name: "etag" | "last-modified"): string | null {
	const validator = headers.get(name);
	return validator !== null && validator.length <= VALIDATOR_LIMIT ? validator : null;
}

async function readAnswer(answer: Response, url: string, network: Network): Promise<Fetched> {
	if (!answer.ok) {
		const waitUntil = readRetryAfter(answer.headers.get("retry-after"), network.now());
		await answer.body?.cancel();
		const code = codeOf(answer.status);
		return {
			...trouble(code, url, answer.status),
			...(code === "too-busy" && waitUntil !== undefined && { waitUntil }),
		};
	}
	const bytes = await readBody(answer, network.bodyLimitBytes ?? BODY_LIMIT_BYTES);
	if (bytes.length === 0) return trouble("empty-answer", url, answer.status);
	const etag = validatorIn(answer.headers, "etag");
	const lastModified = validatorIn(answer.headers, "last-modified");
	return {
		kind: "body",
		bytes,
		url: answer.url || url,
		contentType: answer.headers.get("content-type"),
		...(etag !== null && { etag }),
		...(lastModified !== null && { lastModified }),
		...freshnessOf(answer, network),
	};
}

/**
 * Asks an address politely: conditionally where validators are known, for 20 s and 10 MB at most, without
 * cookies and referrer. Never rejects; whatever goes wrong is a value.
 */
export async function fetchFeed(
	url: string,
	validators: Pick<Poll, "etag" | "lastModified">,
	network: Network,
): Promise<Fetched> {
	if (!network.isOnline()) return trouble("offline", url);
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), network.timeoutMs ?? TIMEOUT_MS);
	const { etag, lastModified } = validators;
	const isConditional = etag !== undefined || lastModified !== undefined;
	const headers: Record<string, string> = {
		...(etag !== undefined && { "if-none-match": etag }),
		...(lastModified !== undefined && { "if-modified-since": lastModified }),
	};
	let hasAnswered = false;
	try {
		const answer = await network.fetch(url, requestInit(network, stop.signal, headers));
		hasAnswered = true;
		if (answer.status === 304 && isConditional) {
			return { kind: "unchanged", url: answer.url || url, ...freshnessOf(answer, network) };
		}
		return await readAnswer(answer, url, network);
	} catch (cause) {
		if (stop.signal.aborted) return trouble("timed-out", url);
		if (cause instanceof BodyTooBigError) return trouble("too-big", url);
		return trouble(hasAnswered ? "broken-off" : await explainFailure(url, network, stop.signal), url);
	} finally {
		clearTimeout(timer);
		// Whatever is still on its way isn't wanted any more.
		stop.abort();
	}
}
