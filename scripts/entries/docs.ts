// The entry `pandapon-codegen/docs`: builds the docs site of a bundle from a program.
export { docs, type DocsOptions } from "../docs/index.js";
