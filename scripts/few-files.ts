import type { Plugin, Rolldown } from "vite";

/** All that is loaded before a module runs, and itself. */
function loadedBefore(context: Rolldown.PluginContext, module: string): Set<string> {
	const loaded = new Set([module]);
	for (const id of loaded)
		for (const needed of context.getModuleInfo(id)?.importedIds ?? []) loaded.add(needed);
	return loaded;
}

/** WXT puts it into every page, and it would be a file of its own with nothing in it. */
const EMPTY = /wxt-html-plugins/;

/** What may be imported once some modules run, and for which of their imports, by their places. */
function loadedLater(context: Rolldown.PluginContext, modules: ReadonlySet<string>): Map<string, string> {
	const wanted = new Set(
		[...modules].flatMap((id) => context.getModuleInfo(id)?.dynamicallyImportedIds ?? []),
	);
	const later = new Map<string, string>();
	for (const [place, id] of [...wanted].entries())
		for (const needed of loadedBefore(context, id)) later.set(needed, `${later.get(needed) ?? ""}-${place}`);
	return later;
}

/** All that a page's main module needs before it runs, and itself. */
function loadedFirst(context: Rolldown.PluginContext, page: string): Set<string> {
	const main = [...context.getModuleIds()].find((id) => id.endsWith(`/${page}/main.tsx`));
	return main === undefined ? new Set() : loadedBefore(context, main);
}

/**
 * What a new tab's script shares with other pages, and with what is imported when it is wanted, is one file
 * that has nothing else in it: apart, it takes a kilobyte more, and more requests. What the popup shares with the
 * reader beside that is another, since the popup shows nothing before it has all of its files; what a new tab may
 * want of it stays apart, or it would want all.
 */
export function fewFiles(): Plugin {
	let shared: ReadonlySet<string>;
	let wanted: ReadonlyMap<string, string>;
	let lists: ReadonlySet<string>;
	return {
		name: "few-files",
		buildEnd() {
			const newTab = loadedFirst(this, "newtab");
			const popup = loadedFirst(this, "popup");
			const options = loadedFirst(this, "options");
			const later = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.dynamicImporters.length);
			const elsewhere = new Set([
				...popup,
				...options,
				...later.flatMap((id) => [...loadedBefore(this, id)]),
			]);
			shared = new Set([...newTab].filter((id) => elsewhere.has(id)));
			const both = new Set([...popup].filter((id) => options.has(id) && !shared.has(id)));
			wanted = new Map([...loadedLater(this, newTab)].filter(([id]) => both.has(id)));
			lists = new Set([...both].filter((id) => !wanted.has(id)));
		},
		outputOptions: (options) => {
			if (options.format !== "es") return options;
			const groups = [
				{ name: "shared", test: (id: string) => shared.has(id) || EMPTY.test(id) },
				{
					name: (id: string) => `wanted${wanted.get(id)}`,
					debugName: "wanted",
					test: (id: string) => wanted.has(id),
				},
				{ name: "lists", test: (id: string) => lists.has(id) },
			];
			return { ...options, codeSplitting: { groups } };
		},
	};
}
