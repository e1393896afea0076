// The pre-request script signs as the package does. (test:tools runs it in Postman's own sandbox.)
import { createHash, randomBytes } from "node:crypto";
import { runInNewContext } from "node:vm";
import { signatureDigest } from "pandapon-openapi/signing";
import { expect, test } from "vitest";
import collection from "../../generated/postman_collection.json" with { type: "json" };

const SCRIPT = collection.event.flatMap(({ script }) => script.exec).join("\n");
const CREDENTIALS = { accessKey: "key-1", accessSecret: "secret-1", userId: "2100000000001" };

/** Runs the script as Postman does, with as much of its sandbox as the script uses. */
function run(variables: Record<string, string>, headers = ["signature"]) {
  const set: Record<string, string> = {};
  const said: string[] = [];
  const text = (hex: string) => ({ toString: () => hex });
  const cryptoJs = {
    MD5: (from: string) => text(createHash("md5").update(from).digest("hex")),
    lib: { WordArray: { random: (bytes: number) => text(randomBytes(bytes).toString("hex")) } },
  };
  const pm = {
    request: { headers: { has: (name: string) => headers.includes(name) } },
    variables: {
      replaceIn: (template: string) =>
        template.replace(/\{\{(\w+)\}\}/, (whole, name: string) => variables[name] ?? whole),
      set: (name: string, value: string) => (set[name] = value),
    },
  };
  runInNewContext(`{${SCRIPT}}`, {
    pm,
    require: (name: string) => ({ "crypto-js": cryptoJs })[name],
    console: { warn: (message: string) => said.push(message) },
  });
  return { set, said };
}

test("sets time, nonce and signature for each request anew", () => {
  const nonces = new Set<string>();
  for (let time = 0; time < 20; time += 1) {
    const { set, said } = run(CREDENTIALS);
    const { nonceStr = "", timestamp = "", signature } = set;
    expect(nonceStr).toMatch(/^[\da-f]{32}$/);
    expect(timestamp).toMatch(/^\d{13}$/);
    expect(Math.abs(Date.now() - Number(timestamp))).toBeLessThan(60_000);
    expect(signature).toBe(signatureDigest(`key-1${timestamp}${nonceStr}secret-1`));
    expect(said).toEqual([]);
    nonces.add(nonceStr);
  }
  expect(nonces.size).toBe(20);
});

test.each(Object.keys(CREDENTIALS))("without %s it says so, and does not sign", (name) => {
  const { [name]: _, ...rest } = CREDENTIALS as Record<string, string>;
  const message = `the variable ${name} is empty. Set it`;
  expect(() => run(rest)).toThrow(message);
  expect(() => run({ ...rest, [name]: "" })).toThrow(message);
});

test("leaves a request without a signature header alone, and says so", () => {
  const { set, said } = run({}, []);
  expect(set).toEqual({});
  expect(said).toEqual([expect.stringMatching(/^Not signed: /)]);
});
