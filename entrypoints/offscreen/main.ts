import { extractHere } from "@/data/refresh/extract";
import { findPicturesHere } from "@/data/refresh/find-pictures";
import { serveOffscreen } from "@/data/refresh/offscreen";

serveOffscreen({ extract: extractHere, findPictures: findPicturesHere, close: () => window.close() });
