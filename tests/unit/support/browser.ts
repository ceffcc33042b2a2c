import { fakeBrowser } from "wxt/testing/fake-browser";

/** What the toolbar button shows. */
export const button = { text: "", title: "" };

/** The permission patterns and the permissions that the user has granted. */
export const granted = new Set<string>();

interface Wanted {
	origins?: string[];
	permissions?: string[];
}

const allOf = ({ origins = [], permissions = [] }: Wanted) => [...origins, ...permissions];

/** Who sends a message. */
interface Sender {
	id: string;
	url: string;
}

/** A page of the extension, as the sender of a message. */
const ownPage = (): Sender => ({
	id: fakeBrowser.runtime.id,
	url: `${ORIGIN}/popup.html`,
});

const ORIGIN = `chrome-extension://${fakeBrowser.runtime.id}`;

type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => unknown;

const listeners: Listener[] = [];

/**
 * WXT's browser in memory, and the parts of ours that it leaves out. Use it in a test file as
 * `vi.mock("wxt/browser", () => import("../support/browser"))`.
 */
export const browser = Object.assign(fakeBrowser, {
	runtime: Object.assign(fakeBrowser.runtime, {
		getURL: (path: string) => ORIGIN + path,
		onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
		/** As the browsers do it: only a listener that returns true may answer later. */
		sendMessage: (message: unknown, sender = ownPage()) =>
			new Promise<unknown>((respond, refuse) => {
				if (listeners.length === 0) refuse(new Error("Receiving end does not exist."));
				const results = listeners.map((listener) => listener(message, sender, respond));
				if (!results.includes(true)) respond(undefined);
			}),
	}),
	action: {
		setBadgeText: async ({ text }: { text: string }) => {
			button.text = text;
		},
		setTitle: async ({ title }: { title: string }) => {
			button.title = title;
		},
		setBadgeBackgroundColor: async () => {},
	},
	permissions: {
		contains: async (wanted: Wanted) => allOf(wanted).every((one) => granted.has(one)),
		request: async (wanted: Wanted) => {
			for (const one of allOf(wanted)) granted.add(one);
			return true;
		},
		onAdded: { addListener: () => {} },
	},
});

/** Empties the browser, for the next test. */
export function resetBrowser(): void {
	fakeBrowser.reset();
	granted.clear();
	listeners.length = 0;
	Object.assign(button, { text: "", title: "" });
}
