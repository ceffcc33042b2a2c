import { STEPS } from "../../../data/store/archive-steps";
import type { Kept } from "./kept";

const FRONT_SIZE = 500;

/** Newest first, as the archive's index has them. */
const byAge = (one: { age: number; id: string }, other: { age: number; id: string }) =>
	one.age - other.age || (one.id < other.id ? -1 : 1);

const twice = (values: readonly string[]) => values.filter((value, place) => values.indexOf(value) !== place);

/** What is torn or doubled in the archive. */
function flawsOfArchive({ version, headlines, marks, articles }: Kept["archive"]): string[] {
	const ids = new Map(headlines.map((headline) => [headline.id, headline]));
	const shelved = new Set(marks.map(({ id }) => id));
	return [
		...(version === STEPS.length ? [] : [`the archive is of version ${version}`]),
		...headlines
			.filter(({ title, source, publishedAt, age }) => !title || !source || age !== -publishedAt)
			.map(({ id }) => `the headline ${id} is torn`),
		...twice(headlines.map(({ source, title, link }) => `${source} ${link} ${title}`)).map(
			(name) => `the headline “${name}” is there twice`,
		),
		...headlines.filter(({ id }) => !shelved.has(id)).map(({ id }) => `the headline ${id} is on no shelf`),
		...twice(marks.map(({ id }) => id)).map((id) => `the mark ${id} is there twice`),
		...marks.filter(({ id }) => !ids.has(id)).map(({ id }) => `the mark ${id} has no headline`),
		...marks
			.filter(({ id, muted, waits }) => waits || muted !== (ids.get(id)?.mutedBy !== undefined))
			.map(({ id }) => `the mark ${id} counts wrongly`),
		...articles.filter((id) => !ids.has(id)).map((id) => `the article ${id} has no headline`),
	];
}

/** In what the front and the badge differ from what the archive says. */
function flawsOfFront({ archive, front, badge }: Kept): string[] {
	const followed = new Set(front.sources.map(({ id }) => id));
	const hidden = new Set(archive.removed);
	const shown = archive.headlines.filter(
		({ source, mutedBy }) => followed.has(source) && !hidden.has(source) && !mutedBy,
	);
	const newest = shown.sort(byAge).slice(0, FRONT_SIZE);
	const marks = new Map(archive.marks.map((mark) => [mark.id, mark]));
	const unread = shown.filter(({ id }) => marks.get(id)?.read === undefined).length;
	const differing = newest.filter(({ id }) => {
		const [kept, published] = [marks.get(id), front.marks[id]];
		return kept?.read !== published?.read || kept?.saved !== published?.saved;
	});
	const isSame = newest.map(({ id }) => id).join() === front.headlines.map(({ id }) => id).join();
	const text = unread === 0 ? "" : unread > 999 ? "999+" : String(unread);
	return [
		...(isSame ? [] : ["the front’s headlines aren’t the archive’s newest"]),
		...differing.map(({ id }) => `the front’s mark of ${id} isn’t the archive’s`),
		...(front.ticker.unread === unread
			? []
			: [`the front counts ${front.ticker.unread} unread, not ${unread}`]),
		...(badge === text ? [] : [`the badge says “${badge}”, not “${text}”`]),
		...(archive.joining === 0 ? [] : ["the list of sources isn’t settled"]),
		...followedTwice(front.sources),
	];
}

const followedTwice = (sources: Kept["front"]["sources"]) =>
	twice(sources.flatMap(({ url }) => url ?? [])).map((url) => `${url} is followed twice`);

/** All that is wrong with what is kept; nothing, where it is whole. */
export const flawsOf = (kept: Kept): string[] => [...flawsOfArchive(kept.archive), ...flawsOfFront(kept)];
