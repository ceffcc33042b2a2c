import { extractHere } from "@/data/refresh/extract";
import { serveExtraction } from "@/data/refresh/offscreen";

serveExtraction(extractHere, () => window.close());
