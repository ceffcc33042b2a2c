import { type Rule, readable, sure } from "./rule";

const STACK_EXCHANGE =
	/^(?:(?:(?:[a-z]{2}|meta)\.)?stackoverflow\.com|superuser\.com|serverfault\.com|askubuntu\.com|mathoverflow\.net|stackapps\.com|(?!www\.|api\.)[a-z\d-]+(?:\.meta)?\.stackexchange\.com)$/;

/** Stack Exchange: a site's newest questions, those of one tag or several, one question, one person. */
export const stackExchange: Rule = ({ url, host, path: [first, second, third] }) => {
	if (!STACK_EXCHANGE.test(host)) return undefined;
	const at = `${url.origin}/feeds`;
	if (first === undefined || (first === "questions" && second === undefined))
		return sure(at, `Newest questions at ${host}`);
	if (first === "questions" && second === "tagged" && third) {
		// An address joins tags with a plus sign, a feed with a word.
		const tags = readable(third).split(/[+ ]/).filter(Boolean).join(" and ");
		const asked = new URLSearchParams({ tagnames: tags, sort: "newest" });
		return sure(`${at}/tag?${asked}`, `${tags} at ${host}`);
	}
	if (!second || !/^\d+$/.test(second)) return undefined;
	if (first === "questions" || first === "q")
		return sure(`${at}/question/${second}`, "Answers to the question");
	if (first === "users") return sure(`${at}/user/${second}`, `${readable(third ?? second)} at ${host}`);
	return undefined;
};

/** Wikipedia in any language: the changes to a page. */
export const wikipedia: Rule = ({ host, path: [first, ...rest] }) => {
	const language = /^([a-z-]+)\.(?:m\.)?wikipedia\.org$/.exec(host)?.[1];
	if (!language || language === "www" || first !== "wiki" || rest.length === 0) return undefined;
	const title = readable(rest.join("/"));
	const asked = new URLSearchParams({ title, action: "history", feed: "atom" });
	return sure(
		`https://${language}.wikipedia.org/w/index.php?${asked}`,
		`Changes to ${title.replaceAll("_", " ")}`,
	);
};

/** arXiv: what is new in a field or a whole archive. */
export const arxiv: Rule = ({ host, path: [first, field] }) => {
	const isArxiv = /^(?:(?:www|export)\.)?arxiv\.org$/.test(host);
	const name = /^[a-z-]+(?:\.[a-z-]+)?$/i.exec(field ?? "")?.[0];
	if (!isArxiv || !name || !/^(?:list|archive)$/.test(first ?? "")) return undefined;
	return sure(`https://rss.arxiv.org/rss/${name}`, `New in ${name} at arXiv`);
};

/** PyPI: a package's releases. */
export const pypi: Rule = ({ host, path: [first, name] }) =>
	host === "pypi.org" && first === "project" && name
		? sure(`https://pypi.org/rss/project/${name}/releases.xml`, `Releases of ${readable(name)}`)
		: undefined;

/** Steam: news of a game. */
export const steam: Rule = ({ host, path }) => {
	if (host !== "store.steampowered.com") return undefined;
	const game = path.indexOf("app");
	const id = game < 0 ? undefined : path[game + 1];
	return id && /^\d+$/.test(id) && path[0] !== "feeds"
		? sure(`https://store.steampowered.com/feeds/news/app/${id}`, "News of the game")
		: undefined;
};
