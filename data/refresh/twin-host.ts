/**
 * The same address with `www.` where it had none, and without where it had. Sites send people from one to
 * the other, and a browser follows such a redirect only where both may be read.
 */
export function twinAddress(address: string): string | undefined {
	const url = new URL(address);
	const isName = /[a-z]/i.test(url.hostname) && url.hostname.includes(".");
	if (!isName) return undefined;
	url.hostname = url.hostname.startsWith("www.") ? url.hostname.slice(4) : `www.${url.hostname}`;
	return url.href;
}
