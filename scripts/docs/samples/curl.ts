// A call in bash: openssl signs it, curl sends it.
import { isObject } from "../../core/node.js";
import type { SampleRequest } from "./request.js";
import { CAN_FAIL, jsonText, UNKNOWN_SIGN } from "./text.js";

export function curlSample({ method, target, body, proofs, server, hasCode, flag }: SampleRequest): string {
  const uses = (value: string): boolean => proofs.some((one) => one.value === value);
  const hasBody = body !== undefined;
  const options = [
    ...(method === (hasBody ? "POST" : "GET") ? [] : [`-X ${method}`]),
    ...proofs.map(({ in: place, name, value }) =>
      place === "header" ? `-H "${name}: $${value}"` : `--url-query "${name}=$${value}"`,
    ),
    ...(hasBody ? [`-H "content-type: application/json"`, `-d "$body"`] : []),
  ];
  return [
    `base=\${PANDAPON_BASE_URL:-${inShell(server)}}`,
    ...(uses("timestamp") ? ["timestamp=$(date +%s)000"] : []),
    ...(uses("nonce") ? ["nonce=$(openssl rand -hex 16)"] : []),
    ...(uses("signature") ? [SIGN] : []),
    ...(uses("PANDAPON_WAREHOUSE_SIGN") ? [`# ${UNKNOWN_SIGN}`] : []),
    ...(hasBody ? [`body=${inShell(jsonText(body))}`] : []),
    "",
    `answer=$(curl -sS "$base${target}"${options.map((option) => ` \\\n  ${option}`).join("")})`,
    `printf '%s\\n' "$answer"`,
    "",
    `# ${CAN_FAIL}`,
    ...checkOf(hasCode, flag),
    "",
  ].join("\n");
}

const SIGN = `signature=$(printf %s "$PANDAPON_ACCESS_KEY$timestamp$nonce$PANDAPON_ACCESS_SECRET" |
  openssl md5 -r | cut -c-32 | tr a-f A-F)`;

/** Its status is not 0 if the call failed. `exit` would close the terminal that this is pasted into. */
function checkOf(hasCode: boolean, flag: SampleRequest["flag"]): string[] {
  const code = hasCode ? "$code != *[!0-9]200" : "-n $code && $code != *[!0-9]200";
  const second = flag === undefined ? "" : ` || grep -qE '"${flag.at(-1)}" *: *false' <<<"$answer"`;
  return [
    `code=$(grep -oE '"code" *: *"?[0-9]+' <<<"$answer" | head -n 1)`,
    `if [[ ${code} ]]${second}; then`,
    `  echo "The call failed." >&2`,
    `  false`,
    `fi`,
  ];
}

/** In single quotes, the shell takes every character as it is. */
const inShell = (text: string): string =>
  /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * A push of a message to a receiver, signed as PandaPon probably signs it.
 * @param message the contract's example
 */
export function curlPush(message: unknown): string {
  // A receiver refuses a message that is too old.
  const body = isObject(message) && "timestamp" in message ? { ...message, timestamp: NOW } : message;
  const text = inShell(jsonText(body)).replace(NOW, () => `'"$timestamp"'`);
  return [
    `url=\${WEBHOOK_URL:-http://127.0.0.1:3000}`,
    "timestamp=$(date +%s)000",
    `body=${text}`,
    `authorization=$(printf %s "$PANDAPON_ACCESS_KEY$body" |`,
    `  openssl dgst -sha256 -hmac "$PANDAPON_ACCESS_SECRET" -r | cut -c-64)`,
    "",
    `curl -sS -o /dev/null -w '%{http_code}\\n' "$url" \\`,
    `  -H "authorization: $authorization" \\`,
    `  -H "content-type: application/json" \\`,
    `  -d "$body"`,
    "",
  ].join("\n");
}

const NOW = "timestamp-of-now";
