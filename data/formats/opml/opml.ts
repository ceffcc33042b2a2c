export { NotOpmlError, type OpmlFeed, readOpml } from "./read";
export { writeOpml } from "./write";
