// Formats what the tools write, exactly as prettier does.
type Formatter = (name: string, text: string) => Promise<string>;

/** The settings are fixed, so that the same contract makes the same bytes everywhere. */
const SETTINGS = { printWidth: 120, endOfLine: "lf" } as const;

let formatter: Promise<Formatter> | undefined;

/** @param name a file name whose ending says the language; no file is read or written */
export async function format(name: string, text: string): Promise<string> {
  formatter ??= loadFormatter();
  return (await formatter)(name, text);
}

/**
 * oxfmt prints the same text as prettier (tests hold it) in a twentieth of the time, but is a binary that not every system has; prettier itself runs
 * everywhere.
 */
async function loadFormatter(): Promise<Formatter> {
  try {
    const oxfmt = await import("oxfmt");
    return async (name, text) => {
      const { code, errors } = await oxfmt.format(name, text, SETTINGS);
      const [error] = errors;
      if (error !== undefined) throw new Error(`What was generated for ${name} cannot be formatted: ${error.message}`);
      return code;
    };
  } catch {
    return prettierFormatter();
  }
}

/** Prettier, for systems without oxfmt. */
export async function prettierFormatter(): Promise<Formatter> {
  const prettier = await import("prettier");
  return (filepath, text) => prettier.format(text, { ...SETTINGS, filepath });
}
