import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { createBackground } from "../data/background";
import { hasAccess, onAccessGranted, onAccessRevoked } from "../data/refresh/access";
import { onAlarm } from "../data/refresh/alarms";
import { drawIcon } from "../data/refresh/draw-icon";
import { extractHere } from "../data/refresh/extract";
import { findPicturesHere } from "../data/refresh/find-pictures";
import { onNotificationClicked, onNotifyRevoked } from "../data/refresh/notifications";
import { extractOffscreen, findPicturesOffscreen, rememberLookOffscreen } from "../data/refresh/offscreen";
import { openNotice } from "../data/refresh/open-notice";
import { serve } from "../data/serve";
import { onProfileChanged } from "../data/store/profile-area";
import { rememberLook } from "../data/store/remember-look";
import { browserStore } from "../data/store/store";

/** Says what went wrong with something that nobody waits for. */
const report = (work: Promise<void>): void => {
	work.catch((cause) => console.error("The background failed.", cause));
};

// Not async, and all listeners first: a worker that is woken by an event hears it only if it listens at once.
export default defineBackground(() => {
	const background = createBackground({
		...browserStore(),
		fetch: (input, init) => fetch(input, init),
		isOnline: () => navigator.onLine,
		random: Math.random,
		hasAccess,
		drawIcon,
		// Chromium's background has no DOM.
		extract: import.meta.env.CHROME ? extractOffscreen : extractHere,
		findPictures: import.meta.env.CHROME ? findPicturesOffscreen : findPicturesHere,
		rememberLook: import.meta.env.CHROME ? rememberLookOffscreen : async (look) => rememberLook(look),
		followsKeptRedirects: import.meta.env.CHROME,
		userAgent: `HeadlineTicker/${browser.runtime.getManifest().version}`,
	});
	serve(background.handlers);
	onAlarm(() => report(background.wake()));
	onAccessGranted(() => report(background.retry("permission-needed")));
	onAccessRevoked(() => report(background.revoked()));
	onNotifyRevoked(() => report(background.settle()));
	onProfileChanged(() => report(background.followProfile()));
	onNotificationClicked((id) => report(openNotice(id)));
	browser.runtime.onInstalled.addListener(() => report(background.start()));
	browser.runtime.onStartup.addListener(() => report(background.wake()));
	self.addEventListener("online", () => report(background.retry("offline")));
	report(background.start());
});
