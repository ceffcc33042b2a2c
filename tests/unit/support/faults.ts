import { AsyncLocalStorage } from "node:async_hooks";
import { wrap } from "idb";
import "fake-indexeddb/auto";
import { browser } from "./browser";

/** What befalls a call on storage or the network. */
type Fate = "goes on" | "fails" | "stops";

/** What befalls the calls of one background, by their numbers; from one that it stops at, nothing answers any more. */
export interface Fates {
	of: (call: number) => Fate;
	/** The names of its calls so far, in their order. */
	calls: string[];
	isStopped: boolean;
	/** Its transactions, which the browser gives up with it. */
	transactions: IDBTransaction[];
}

/** The fates of a background to which all goes well, but for what is told. */
export const fates = (of: Fates["of"] = () => "goes on"): Fates => ({
	of,
	calls: [],
	isStopped: false,
	transactions: [],
});

const current = new AsyncLocalStorage<Fates>();

/** Does something to which the fates apply, and to whatever it sets off. */
export const under = <T>(given: Fates, work: () => Promise<T>): Promise<T> => current.run(given, work);

const never = () => new Promise<never>(() => {});

function giveUp(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// It has ended already.
	}
}

/** Lets a transaction end with its background, which hears nothing more of it then. */
function follow(given: Fates, transaction: IDBTransaction): void {
	given.transactions.push(transaction);
	for (const name of ["abort", "error", "complete"])
		transaction.addEventListener(name, (event) => given.isStopped && event.stopImmediatePropagation());
	// Whoever waits for its requests hears of its end, and need not wait for that too.
	wrap(transaction).done.catch(() => {});
	if (given.isStopped) giveUp(transaction);
}

/** What befalls the call that is made now. */
function meet(name: string): Fate {
	const given = current.getStore();
	if (!given) return "goes on";
	if (given.isStopped) return "stops";
	given.calls.push(name);
	const fate = given.of(given.calls.length - 1);
	if (fate === "stops") {
		given.isStopped = true;
		for (const transaction of given.transactions) giveUp(transaction);
	}
	return fate;
}

/** A call on the browser or the network that meets its fate. */
export function fated<A extends unknown[], R>(
	name: string,
	real: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
	return async (...args) => {
		const fate = meet(name);
		if (fate === "stops") return never();
		if (fate === "fails") throw new Error(`${name} failed.`);
		return real(...args);
	};
}

/** A request that nobody will answer. */
const unanswered = (): IDBRequest => new IDBRequest();

type Requests = Record<string, (...args: unknown[]) => IDBRequest>;
const REQUESTS = [
	"get",
	"getKey",
	"getAll",
	"getAllKeys",
	"count",
	"put",
	"add",
	"delete",
	"clear",
	"openCursor",
];

/** Lets every request to IndexedDB, and every call on the browser, meet its fate. To be called once. */
export function bringFates(): void {
	const begin = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (...args) {
		const transaction = begin.apply(this, args);
		const given = current.getStore();
		if (given) follow(given, transaction);
		return transaction;
	};
	for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
		// Both have their requests as methods that give requests.
		const methods = prototype as unknown as Requests;
		for (const name of REQUESTS) {
			const real = methods[name];
			if (!real) continue;
			methods[name] = function (this: IDBObjectStore | IDBIndex, ...args) {
				const fate = meet(`indexedDB ${name}`);
				if (fate === "stops") return unanswered();
				const request = real.apply(this, args);
				const { transaction } = "objectStore" in this ? this.objectStore : this;
				if (fate === "fails") giveUp(transaction);
				return request;
			};
		}
	}
	const { local, session } = browser.storage;
	const parts = { local, session, alarms: browser.alarms, action: browser.action };
	for (const [part, object] of Object.entries(parts)) {
		// All that the product calls of these is asynchronous.
		const methods = object as unknown as Record<string, unknown>;
		for (const name of ["get", "set", "remove", "create", "clear", "setBadgeText", "setTitle"]) {
			const real = methods[name];
			if (typeof real === "function")
				methods[name] = fated(`${part}.${name}`, (...args: unknown[]) => real.apply(object, args));
		}
	}
}
