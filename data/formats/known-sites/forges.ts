import { type Rule, readable, sure } from "./rule";

/** What every path inside a GitLab project has before its own part, on whatever host. */
const GITLAB_MARK = "-";
/** Pages of Codeberg's own that look like somebody's. */
const NO_OWNER =
	/^(?:admin|api|assets|attachments|avatars|explore|issues|milestones|notifications|org|pulls|repo|user)$/i;

/**
 * GitLab: a project's releases, tags and commits by their own pages, on any host that has paths like GitLab's;
 * a project, a group or a person at gitlab.com must be tried, because their addresses look alike.
 */
export const gitlab: Rule = ({ url, host, path }) => {
	const isHome = host === "gitlab.com";
	const mark = path.indexOf(GITLAB_MARK);
	const project = mark < 0 ? path : path.slice(0, mark);
	const at = `${url.origin}/${project.join("/")}`;
	const called = project.map(readable).join("/");
	if (mark >= 2) {
		const kind = isHome ? "sure" : "guess";
		const [part, ...where] = path.slice(mark + 1);
		if (part === "releases")
			return { kind, feeds: [{ url: `${at}/-/releases.atom`, title: `Releases of ${called}` }] };
		if (part === "tags")
			return { kind, feeds: [{ url: `${at}/-/tags?format=atom`, title: `Tags of ${called}` }] };
		if (/^(?:commits|tree|blob)$/.test(part ?? "") && where.length > 0) {
			const commits = `${at}/-/commits/${where.join("/")}?format=atom`;
			return { kind, feeds: [{ url: commits, title: `Commits to ${called}` }] };
		}
	}
	if (!isHome || project.length === 0) return undefined;
	const activity = { url: `${at}.atom`, title: `What happens in ${called}` };
	const releases = { url: `${at}/-/releases.atom`, title: `Releases of ${called}` };
	return { kind: "guess", feeds: project.length > 1 ? [releases, activity] : [activity] };
};

/** Codeberg: a person's or an organisation's acts; a repository's releases or all that happens in it. */
export const codeberg: Rule = ({ host, path: [owner, name, part] }) => {
	if (host !== "codeberg.org" || owner === undefined || NO_OWNER.test(owner)) return undefined;
	const at = `https://codeberg.org/${owner}`;
	if (name === undefined) return sure(`${at}.rss`, `What ${readable(owner)} does on Codeberg`);
	const called = `${readable(owner)}/${readable(name)}`;
	const releases = { url: `${at}/${name}/releases.rss`, title: `Releases of ${called}` };
	if (part === "releases") return { kind: "sure", feeds: [releases] };
	if (part === "tags") return sure(`${at}/${name}/tags.rss`, `Tags of ${called}`);
	return {
		kind: "sure",
		feeds: [releases, { url: `${at}/${name}.rss`, title: `What happens in ${called}` }],
	};
};
