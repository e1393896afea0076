// The Redoc page: the viewer of Redocly's command with patches, and the contract of one language.
export { redocPage } from "./page.js";
export { redocViewer } from "./viewer.js";
