import { type Rule, type Ruled, readable, sure } from "./rule";

const HOST = /^(?:www\.)?github\.com$/;
/** A user's or an organisation's name. */
const OWNER = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;
/** Pages of GitHub's own that look like somebody's. */
const NO_OWNER =
	/^(?:about|account|apps|codespaces|collections|contact|customer-stories|dashboard|enterprise|events|explore|features|feed|home|issues|join|login|logout|marketplace|mobile|new|notifications|organizations|orgs|pricing|pulls|readme|search|security|sessions|settings|signup|site|solutions|sponsors|stars|team|topics|trending|watching)$/i;

const repository = (owner: string, name: string): Ruled => ({
	kind: "sure",
	feeds: [
		{ url: `https://github.com/${owner}/${name}/releases.atom`, title: `Releases of ${owner}/${name}` },
		{ url: `https://github.com/${owner}/${name}/commits.atom`, title: `Commits to ${owner}/${name}` },
	],
});

/**
 * GitHub: a person's or an organisation's public acts; a repository's releases or commits, for the user to
 * choose; its releases, tags, commits (of a branch, a folder, a file), discussions and wiki by their own pages.
 */
export const github: Rule = ({ host, path }) => {
	if (!HOST.test(host)) return undefined;
	const [first, second, ...rest] = path;
	if (first === "orgs" && second && OWNER.test(second)) {
		return rest[0] === "discussions"
			? sure(`https://github.com/orgs/${second}/discussions.atom`, `Discussions of ${second}`)
			: sure(`https://github.com/${second}.atom`, `What ${second} does on GitHub`);
	}
	if (first === undefined || !OWNER.test(first) || NO_OWNER.test(first)) return undefined;
	if (second === undefined) return sure(`https://github.com/${first}.atom`, `What ${first} does on GitHub`);

	const name = second.replace(/\.git$/, "");
	const at = `https://github.com/${first}/${name}`;
	const called = `${first}/${readable(name)}`;
	const [part, ...where] = rest;
	switch (part) {
		case "releases":
			return sure(`${at}/releases.atom`, `Releases of ${called}`);
		case "tags":
			return sure(`${at}/tags.atom`, `Tags of ${called}`);
		case "discussions":
			return sure(`${at}/discussions.atom`, `Discussions of ${called}`);
		case "wiki":
			return sure(`${at}/wiki.atom`, `Wiki of ${called}`);
		case "commits":
		case "tree":
		case "blob":
			return sure(
				`${at}/${["commits", ...where].join("/")}.atom`,
				`Commits to ${[called, ...where].join("/")}`,
			);
		default:
			return repository(first, name);
	}
};
