// The entry `pandapon-codegen/docs`: the docs page of a bundle, for use from a program.
export { docs, type DocsOptions } from "../docs/index.js";
