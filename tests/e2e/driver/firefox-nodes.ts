import { type Bidi, BidiError, Json, type Shared } from "./bidi";
import { isContainer, isLabelled, mayBeNamed } from "./page-functions";
import { CONTAINERS, candidatesFor } from "./roles";
import { until } from "./until";

/** One step on the way to elements: from those found so far, or the document, to others. */
type Step = (from: Shared[] | undefined) => Promise<Shared[]>;

/** A way to elements in a tab of Firefox, gone anew at each use. */
export class FirefoxNodes {
	readonly #bidi: Bidi;
	readonly #context: string;
	readonly #steps: readonly Step[];

	/** Begins at the document where there are no steps. */
	constructor(bidi: Bidi, context: string, steps: readonly Step[] = []) {
		this.#bidi = bidi;
		this.#context = context;
		this.#steps = steps;
	}

	/**
	 * Firefox works out role and name of everything under where it starts, a millisecond each: seconds for
	 * a long list. So it is asked only about what can have the role and the name by its markup, and not
	 * about what holds much, whose role and name the markup alone decides.
	 */
	byRole(role: string, name?: string): FirefoxNodes {
		const likely = this.byCss(candidatesFor(role));
		if (CONTAINERS.includes(role)) return likely.keep(isContainer, role, name ?? null);
		const named = name === undefined ? likely : likely.keep(mayBeNamed, name);
		const value = name === undefined ? { role } : { role, name };
		return named.#then(async (from = []) => {
			const confirmed = await Promise.all(
				from.map(async (element) => {
					const nodes = await this.#locate({ type: "accessibility", value }, [element]);
					return nodes.some((node) => node.sharedId === element.sharedId);
				}),
			);
			return from.filter((_, index) => confirmed[index]);
		});
	}

	byCss(selector: string): FirefoxNodes {
		return this.#then(async (from) =>
			from?.length === 0 ? [] : this.#locate({ type: "css", value: selector }, from),
		);
	}

	byLabel(label: string): FirefoxNodes {
		return this.byCss("input, select, textarea").keep(isLabelled, label);
	}

	/** Only those that pass a test, which runs in the page. */
	keep<A extends unknown[]>(test: (element: Element, ...args: A) => boolean, ...args: A): FirefoxNodes {
		return this.#then(async (from = []) => {
			const kept = await this.#call(from, test, args);
			return from.filter((_, index) => kept[index]);
		});
	}

	nth(index: number): FirefoxNodes {
		return this.#then(async (from = []) => from.slice(index, index + 1));
	}

	/** All that are there now. */
	all(): Promise<Shared[]> {
		return this.#retry(() => this.#go());
	}

	/** The first one, once it is there. */
	first(): Promise<Shared> {
		return until("an element", async () => (await this.all())[0]);
	}

	/** Runs a function in the page on each that is there now. */
	each<A extends unknown[], R>(
		fn: (element: Element, ...args: A) => R | Promise<R>,
		...args: A
	): Promise<R[]> {
		return this.#retry(async () => this.#call(await this.#go(), fn, args));
	}

	#locate(locator: object, startNodes?: Shared[]): Promise<Shared[]> {
		return this.#bidi
			.send("browsingContext.locateNodes", {
				context: this.#context,
				locator,
				...(startNodes && { startNodes }),
			})
			.then(({ nodes }) => nodes);
	}

	async #call<A extends unknown[], R>(
		elements: Shared[],
		fn: (element: Element, ...args: A) => R | Promise<R>,
		args: A,
	): Promise<R[]> {
		if (elements.length === 0) return [];
		const answer = await this.#bidi.call(
			this.#context,
			`(args, ...elements) => Promise.all(elements.map((element) => (${fn})(element, ...args)))`,
			[new Json(args), ...elements],
		);
		// An answer for each element, by way of JSON.
		return answer as R[];
	}

	#then(step: Step): FirefoxNodes {
		return new FirefoxNodes(this.#bidi, this.#context, [...this.#steps, step]);
	}

	async #go(): Promise<Shared[]> {
		let found: Shared[] | undefined;
		for (const step of this.#steps) found = await step(found);
		return found ?? [];
	}

	/** Goes again where the page has replaced what was found on the way. */
	async #retry<T>(ask: () => Promise<T>): Promise<T> {
		const { answer } = await until("a page at rest", async () => {
			try {
				return { answer: await ask() };
			} catch (cause) {
				if (cause instanceof BidiError && cause.code === "no such node") return undefined;
				throw cause;
			}
		});
		return answer;
	}
}
