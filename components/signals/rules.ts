import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { MarkedHeadline } from "@/data/model/headline";
import type { Rule, RuleDraft, RuleId } from "@/data/model/rule";
import type { Source } from "@/data/model/source";
import { failed } from "@/data/model/trouble";
import { joinRows, type Row } from "../headlines/rows";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** A rule with what is said of it. */
export interface RuleEntry {
	rule: Rule;
	/** What it looks for, in words. */
	name: string;
	/** How many headlines it hides; 0 for one that watches. */
	hides: number;
}

/** The user's rules, and what can be done with them. */
export interface Rules {
	/** Those that a rule can be about. */
	readonly sources: ReadonlySignal<readonly Source[]>;
	/** The last added first. */
	readonly entries: ReadonlySignal<RuleEntry[]>;
	/** The mute rules that hide anything. */
	readonly hiding: ReadonlySignal<RuleEntry[]>;
	/** The newest headlines that one of the rules concerns, while they are shown. */
	readonly shown: ReadonlySignal<{ rule: RuleId; rows: Row[] } | null>;
	/** Shows what a rule concerns, or puts it away. */
	toggleShown(rule: Rule): void;
	/** Adds a rule; answers whether that went well. */
	add(draft: RuleDraft): Promise<boolean>;
	/** Removes a rule, and offers to undo it. */
	remove(entry: RuleEntry): Promise<void>;
}

/** As many hidden headlines are shown as a page bears; the count says how many there are. */
const SHOWN = 200;

/** What a rule looks for, in words. */
function nameOf({ match }: Rule, sources: readonly Source[]): string {
	if (match.kind === "words") return match.text;
	if (match.kind === "pattern") return `/${match.text}/`;
	return sources.find(({ id }) => id === match.source)?.title ?? "A source that you don’t follow";
}

/** Makes the model of the rules; `readMatched` reads what one concerns from the archive. */
export function createRules(
	front: Followed<"rules" | "muted" | "sources" | "headlines" | "marks">,
	send: Send,
	notes: Notes,
	readMatched: (rule: Rule, count: number) => Promise<MarkedHeadline[]>,
): Rules {
	const showing = signal<RuleId | null>(null);
	const shown = signal<{ rule: RuleId; rows: Row[] } | null>(null);

	const entries = computed(() =>
		front.rules.value
			.map((rule) => ({
				rule,
				name: nameOf(rule, front.sources.value),
				hides: rule.act === "mute" ? (front.muted.value[rule.id] ?? 0) : 0,
			}))
			.reverse(),
	);

	const read = async (rule: Rule) => {
		try {
			const matched = await readMatched(rule, SHOWN);
			if (showing.value !== rule.id) return;
			const marks = Object.fromEntries(matched.map(({ headline, mark }) => [headline.id, mark]));
			const headlines = matched.map(({ headline }) => headline);
			shown.value = { rule: rule.id, rows: joinRows(headlines, marks, front.sources.value) };
		} catch (cause) {
			console.error("What a rule concerns could not be read.", cause);
			notes.take(failed("storage-unreadable"));
		}
	};
	effect(() => {
		const rule = front.rules.value.find(({ id }) => id === showing.value);
		// Read again whenever what is hidden may have changed.
		front.muted.value;
		front.headlines.value;
		if (rule) void read(rule);
		else shown.value = null;
	});

	const add = async (draft: RuleDraft) => notes.take(await send("addRule", draft));
	const restore = async (rule: RuleDraft, name: string) => {
		const { act, match, where, until } = rule;
		if (await add({ act, match, where, ...(until !== undefined && { until }) }))
			notes.tell(`${name} is ${act === "mute" ? "muted" : "watched"} again.`);
	};

	return {
		sources: front.sources,
		entries,
		hiding: computed(() => entries.value.filter(({ hides }) => hides > 0)),
		shown,
		toggleShown({ id }) {
			shown.value = null;
			showing.value = showing.value === id ? null : id;
		},
		async add(draft) {
			const rule = await add(draft);
			if (rule)
				notes.tell(`${nameOf(rule, front.sources.value)} is ${rule.act === "mute" ? "muted" : "watched"}.`);
			return rule !== null;
		},
		async remove({ rule, name }) {
			if (!notes.take(await send("removeRule", { id: rule.id }))) return;
			notes.tell(`${name} is no longer ${rule.act === "mute" ? "muted" : "watched"}.`, {
				label: "Undo",
				act: () => void restore(rule, name),
			});
		},
	};
}
