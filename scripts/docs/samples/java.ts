// A call in Java 17, with its standard library.
import type { SampleRequest } from "./request.js";
import { CAN_FAIL, jsonText, proving, quoted, UNKNOWN_SIGN } from "./text.js";

export function javaSample(request: SampleRequest): string {
  const { method, target, body, server, hasCode, flag } = request;
  const { uses, isSigned, query, headers } = proving(request, (name) => `System.getenv("${name}")`);
  const hasBody = body !== undefined;
  const url = [
    `var url = base + "${target}"`,
    ...query.map(({ name, value }, index) => {
      const mark = index > 0 || target.includes("?") ? "&" : "?";
      return `    + "${mark}${name}=" + URLEncoder.encode(${value}, UTF_8)`;
    }),
  ];
  const publisher = hasBody ? "BodyPublishers.ofString(body)" : "BodyPublishers.noBody()";
  const imports = [
    "java.net.URI",
    ...(query.length > 0 ? ["java.net.URLEncoder"] : []),
    "java.net.http.HttpClient",
    "java.net.http.HttpRequest",
    ...(hasBody || method !== "GET" ? ["java.net.http.HttpRequest.BodyPublishers"] : []),
    "java.net.http.HttpResponse.BodyHandlers",
    ...(isSigned ? ["java.security.MessageDigest"] : []),
    "java.time.Duration",
    ...(isSigned ? ["java.util.HexFormat"] : []),
    ...(uses("nonce") ? ["java.util.UUID"] : []),
    "java.util.regex.Pattern",
  ];
  const statements = [
    `var base = System.getenv().getOrDefault("PANDAPON_BASE_URL", ${quoted(server)});`,
    ...(uses("timestamp") ? ["var timestamp = String.valueOf(System.currentTimeMillis());"] : []),
    ...(uses("nonce") ? [`var nonce = UUID.randomUUID().toString().replace("-", "");`] : []),
    ...(isSigned ? SIGN : []),
    ...(hasBody ? [`var body = ${textBlock(jsonText(body))};`] : []),
    ...(uses("PANDAPON_WAREHOUSE_SIGN") ? [`// ${UNKNOWN_SIGN}`] : []),
    ...(query.length > 0 ? [`${url.join("\n")};`] : []),
    `var request = HttpRequest.newBuilder(URI.create(${query.length > 0 ? "url" : `base + "${target}"`}))`,
    ...headers.map(({ name, value }) => `    .header("${name}", ${value})`),
    ...(hasBody ? [`    .header("content-type", "application/json")`] : []),
    "    .timeout(Duration.ofSeconds(30))",
    hasBody && method === "POST" ? `    .POST(${publisher})` : methodOf(method, publisher),
    "    .build();",
    "var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();",
    "System.out.println(answer);",
    `// ${CAN_FAIL}`,
    ...checkOf(hasCode, flag),
  ];
  return [
    "// java -Dfile.encoding=UTF-8 Call.java",
    ...imports.map((name) => `import ${name};`),
    ...(isSigned || query.length > 0 ? ["import static java.nio.charset.StandardCharsets.UTF_8;"] : []),
    "",
    "public class Call {",
    "    public static void main(String[] args) throws Exception {",
    ...statements.flatMap((statement) => statement.split("\n")).map((line) => (line === "" ? "" : `        ${line}`)),
    "    }",
    "}",
    "",
  ].join("\n");
}

const SIGN = [
  `var key = System.getenv("PANDAPON_ACCESS_KEY");`,
  `var text = key + timestamp + nonce + System.getenv("PANDAPON_ACCESS_SECRET");`,
  `var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));`,
  "var signature = HexFormat.of().withUpperCase().formatHex(digest);",
];

const methodOf = (method: string, publisher: string): string =>
  method === "GET" && publisher.endsWith("noBody()") ? "    .GET()" : `    .method("${method}", ${publisher})`;

function checkOf(hasCode: boolean, flag: SampleRequest["flag"]): string[] {
  const code = hasCode ? "!code.find() ||" : "code.find() &&";
  const second = flag && String.raw`Pattern.compile("\"${flag.at(-1)}\"\\s*:\\s*false").matcher(answer).find()`;
  return [
    String.raw`var code = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d+)").matcher(answer);`,
    `if (${code} !code.group(1).equals("200")${second === undefined ? "" : `\n    || ${second}`}) {`,
    `    throw new IllegalStateException("The call failed.");`,
    "}",
  ];
}

/** Three quotation marks in a row, or one at the end, would end it. */
const textBlock = (text: string): string =>
  `"""\n${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', String.raw`""\"`)
    .replace(/"$/, String.raw`\"`)}"""`;
