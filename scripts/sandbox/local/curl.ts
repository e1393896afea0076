// A signed request as a line for curl in bash.

/** A request as the client sends it. */
export interface Shown {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/**
 * @param variables names of environment variables by header: they are used instead of the value, which is not shown
 * @returns lines that bash takes as one command
 */
export function curlLines(
  { method, url, headers, body }: Shown,
  variables: Readonly<Record<string, string>>,
): string[] {
  const parts = [
    ...(method === (body === undefined ? "GET" : "POST") ? [] : [`-X ${method}`]),
    ...Object.entries(headers).map(([name, value]) => {
      const variable = variables[name];
      return `-H ${variable === undefined ? quoted(`${name}: ${value}`) : `"${name}: $${variable}"`}`;
    }),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ];
  return [`curl ${quoted(url)}`, ...parts.map((part) => `  ${part}`)].map(
    (line, index) => line + (index < parts.length ? " \\" : ""),
  );
}

/** In single quotes, bash takes every character as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
