// Formats generated text exactly as prettier does.
type Formatter = (name: string, text: string) => Promise<string>;

/** The settings are fixed: the same contract gives the same bytes on every machine. */
const SETTINGS = { printWidth: 120, endOfLine: "lf" } as const;

let formatter: Promise<Formatter> | undefined;

/** @param name a file name, whose extension tells the language; no file is read or written */
export async function format(name: string, text: string): Promise<string> {
  formatter ??= loadFormatter();
  return (await formatter)(name, text);
}

/**
 * oxfmt prints the same text as prettier (a test compares them) in a twentieth of the time. It is a binary and does not exist for every system;
 * prettier runs everywhere.
 */
async function loadFormatter(): Promise<Formatter> {
  try {
    const oxfmt = await import("oxfmt");
    return async (name, text) => {
      const { code, errors } = await oxfmt.format(name, text, SETTINGS);
      const [error] = errors;
      if (error !== undefined) throw new Error(`The generated ${name} cannot be formatted: ${error.message}`);
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
