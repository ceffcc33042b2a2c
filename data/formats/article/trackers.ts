/** Hosts, with all under them, whose pictures and frames only count readers or show them advertisements. */
const HOSTS = `
2o7.net adnxs.com adsrvr.org amazon-adsystem.com bat.bing.com bluekai.com buysellads.com carbonads.com
chartbeat.net clicky.com cloudflareinsights.com counter.theconversation.com counter.yadro.ru criteo.com
doubleclick.net everesttech.net feedsportal.com getclicky.com google-analytics.com googleadservices.com
googlesyndication.com googletagmanager.com hit.xiti.com imrworldwide.com ioam.de ivwbox.de mc.yandex.ru
moatads.com omtrdc.net outbrain.com pheedo.com pixel.wp.com px.ads.linkedin.com quantserve.com revcontent.com
rubiconproject.com scorecardresearch.com segment.io statcounter.com stats.wordpress.com taboola.com tiqcdn.com
top-fwz1.mail.ru vgwort.de yieldmo.com zemanta.com
`
	.trim()
	.split(/\s+/);

/** What counts readers on hosts that serve other things as well: host and path. */
const PATHS = [
	/^(?:www\.)?facebook\.com\/tr\b/,
	/^(?:analytics\.)?t(?:witter\.com|\.co)\/i\/adsct/,
	/^(?:feeds\d*|rss)\.[^/]+\/~(?:r|ff|at)\//,
	/^feeds\.wordpress\.com\/1\.0\//,
	/^(?:[^/]+\.)?medium\.com\/_\/stat\b/,
	/^(?:[^/]+\.)?substack\.com\/(?:o|open)\b/,
	/^[^/]*list-manage\.com\/track\//,
	/\/(?:piwik|matomo)\.php/,
	/\/(?:1x1|blank|clear|count|pixel|spacer|transparent)\.gif(?:$|\?)/,
	/\/(?:open|pixel)\/track\b|\/track(?:ing)?\/(?:open|pixel)\b/,
];

const endings = (host: string): string[] =>
	host.split(".").map((_, place, labels) => labels.slice(place).join("."));

const known = new Set(HOSTS);

/** Whether an absolute address is there to count readers, and not to be looked at. */
export function isTracker(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { hostname, pathname, search } = new URL(address);
	if (endings(hostname).some((ending) => known.has(ending))) return true;
	const page = hostname + pathname.toLowerCase() + search;
	return PATHS.some((path) => path.test(page));
}
