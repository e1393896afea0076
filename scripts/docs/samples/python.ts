// A call in Python, with its standard library.
import { printValue } from "../../generate/print.js";
import type { SampleRequest } from "./request.js";
import { CAN_FAIL, proving, quoted, UNKNOWN_SIGN } from "./text.js";

export function pythonSample(request: SampleRequest): string {
  const { method, target, body, server, hasCode, flag } = request;
  const { uses, isSigned, ...proofs } = proving(request, (name) => `os.environ["${name}"]`);
  const hasBody = body !== undefined;
  const pair = ({ name, value }: { name: string; value: string }): string => `    "${name}": ${value},`;
  const query = proofs.query.map(pair);
  const imports = [
    ...(isSigned ? ["hashlib"] : []),
    "json",
    "os",
    ...(uses("nonce") ? ["secrets"] : []),
    ...(uses("timestamp") ? ["time"] : []),
  ];
  const headers = [...proofs.headers.map(pair), ...(hasBody ? [`    "content-type": "application/json",`] : [])];
  const url = query.length === 0 ? `base + "${target}"` : "url";
  const sent = [url, hasBody ? "json.dumps(body).encode()" : "None", "headers"];
  if (method !== (hasBody ? "POST" : "GET")) sent.push(`method="${method}"`);
  return [
    ...imports.map((name) => `import ${name}`),
    ...(query.length === 0 ? [] : ["from urllib.parse import urlencode"]),
    "from urllib.request import Request, urlopen",
    "",
    `base = os.environ.get("PANDAPON_BASE_URL", ${quoted(server)})`,
    ...(uses("timestamp") ? ["timestamp = str(time.time_ns() // 1_000_000)"] : []),
    ...(uses("nonce") ? ["nonce = secrets.token_hex(16)"] : []),
    ...(isSigned ? SIGN : []),
    ...(query.length === 0 ? [] : [`# ${UNKNOWN_SIGN}`, "query = {", ...query, "}"]),
    ...(query.length === 0 ? [] : [`url = base + "${target}${target.includes("?") ? "&" : "?"}" + urlencode(query)`]),
    ...(headers.length > 1
      ? ["headers = {", ...headers, "}"]
      : [`headers = {${headers.join("").trim().replace(/,$/, "")}}`]),
    ...(hasBody ? [`body = ${literal(body)}`] : []),
    "",
    `request = Request(${sent.join(", ")})`,
    "with urlopen(request, timeout=30) as response:",
    "    answer = json.load(response)",
    `# ${CAN_FAIL}`,
    `if ${failed(hasCode, flag)}:`,
    "    raise SystemExit(json.dumps(answer, ensure_ascii=False))",
    "print(json.dumps(answer, ensure_ascii=False, indent=2))",
    "",
  ].join("\n");
}

const SIGN = [
  `key = os.environ["PANDAPON_ACCESS_KEY"]`,
  `secret = os.environ["PANDAPON_ACCESS_SECRET"]`,
  "signature = hashlib.md5((key + timestamp + nonce + secret).encode()).hexdigest().upper()",
];

function failed(hasCode: boolean, flag: SampleRequest["flag"]): string {
  const code = `answer.get("code"${hasCode ? "" : ", 200"}) != 200`;
  return flag === undefined ? code : `${code} or answer${flag.map((name) => `[${quoted(name)}]`).join("")} is False`;
}

/** Python's integers have no limit. */
const literal = (value: unknown): string =>
  printValue(value, {
    text: (text) => quoted(text, escaped),
    word: (word) => WORDS[String(word)] ?? "None",
    indent: "    ",
    spaced: false,
    lastComma: true,
    width: 80,
  });

const WORDS: Readonly<Record<string, string>> = { true: "True", false: "False", null: "None" };

/** Python has no surrogate pairs: a character beyond 16 bits has an escape of eight digits. */
function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
