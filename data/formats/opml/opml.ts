export { NotOpmlError, type OpmlFeed, type OpmlFile, readOpml } from "./read";
export { writeOpml } from "./write";
