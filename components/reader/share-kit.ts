export { markdownOf } from "./share-markdown";
export { type Draft, draftPage } from "./share-page";
