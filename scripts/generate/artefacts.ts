// The files that `generate` writes, in the order in which it lists them.

export const ARTEFACTS = ["openapi.yaml", "openapi.json", "schema.d.ts", "methods.d.ts", "operations.ts"] as const;
export type ArtefactName = (typeof ARTEFACTS)[number];
export type Artefacts = Record<ArtefactName, string>;

const NOTICE = "Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.";

export const yamlBanner = `# ${NOTICE}\n`;
export const scriptBanner = `// ${NOTICE}\n`;
/** JSON has no comments, so the bundle says it in a field of its own. */
export const bundleNotice = NOTICE;
