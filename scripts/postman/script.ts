// The pre-request script of the collection. Postman and newman run it before each request, not this package.

/** The variables that the script sets. The headers of a request use them. */
export const COMPUTED = ["nonceStr", "timestamp", "signature"];
export const ACCESS_KEY = "accessKey";
/** Only the script reads it. */
export const SECRET = "accessSecret";

/**
 * The rule of src/signing/signature.ts. `replaceIn` reads a variable of any kind: of the collection, an environment or a run.
 * Bruno translates each of these calls, but reads only variables of a run with `pm.variables.get`.
 */
export const SIGN = `// Signs the request: signature = UPPER(hex(MD5(accessKey + timestamp + nonceStr + accessSecret))).
// The headers of the request take the values from the variables that are set here.
const { MD5, lib } = require("crypto-js");

const read = (name) => {
  const value = pm.variables.replaceIn("{{" + name + "}}");
  if (value === "" || value.startsWith("{{")) {
    throw new Error("Not signed: the variable " + name + " is empty. Set it in an environment or in the collection.");
  }
  return value;
};

if (pm.request.headers.has("signature")) {
  const accessKey = read("accessKey");
  const accessSecret = read("accessSecret");
  read("userId");
  // Milliseconds, as on PandaPon's pages. PandaPon does not state the unit; third-party clients send seconds.
  const timestamp = String(Date.now());
  const nonceStr = lib.WordArray.random(16).toString();
  pm.variables.set("timestamp", timestamp);
  pm.variables.set("nonceStr", nonceStr);
  pm.variables.set("signature", MD5(accessKey + timestamp + nonceStr + accessSecret).toString().toUpperCase());
} else {
  console.warn("Not signed: this request has no signature header. Its description says what to set.");
}`;
