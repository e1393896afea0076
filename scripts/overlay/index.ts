// Corrections of a contract by the people who use it: OpenAPI Overlay 1.0 and 1.1.
export { applyOverlay } from "./apply.js";
export { readOverlay } from "./read.js";
