/**
 * The addresses that a site most often sends people to from this one: the same under https, then with `www.`
 * where it had none and without where it had. A browser follows such a redirect only where both may be read,
 * and doesn't say where it led.
 */
export function twinAddresses(address: string): string[] {
	const url = new URL(address);
	const isName = /[a-z]/i.test(url.hostname) && url.hostname.includes(".");
	if (!isName) return [];
	const secure = new URL(url);
	secure.protocol = "https:";
	const twin = new URL(secure);
	twin.hostname = url.hostname.startsWith("www.") ? url.hostname.slice(4) : `www.${url.hostname}`;
	return [secure.href, twin.href].filter((other) => other !== url.href);
}
