import { extractHere } from "@/data/refresh/extract";
import { findPicturesHere } from "@/data/refresh/find-pictures";
import { serveOffscreen } from "@/data/refresh/offscreen";
import { rememberLook } from "@/data/store/remember-look";

serveOffscreen({
	extract: extractHere,
	findPictures: findPicturesHere,
	rememberLook,
	close: () => window.close(),
});
