/** More than that of an address nobody types off paper. */
const LENGTH = 60;

/** A web address as paper shows it: without its scheme, what it is asked and its fragment, and not too long. */
export function shortAddress(address: string): string {
	const { host, pathname } = new URL(address);
	const whole = `${host.replace(/^www\./, "")}${decodedPath(pathname).replace(/\/$/, "")}`;
	return whole.length > LENGTH ? `${whole.slice(0, LENGTH - 1)}…` : whole;
}

/** A path in its own script, where it is one; what can't be seen stays as it is written. */
function decodedPath(path: string): string {
	try {
		return decodeURI(path).replace(/[\s\p{C}]/gu, encodeURIComponent);
	} catch {
		return path;
	}
}
