// The name of the file of a path or a webhook. It is safe on Linux, Windows and macOS: other characters are written as `=3A`.
const SAFE = /^[\w.~{}-]$/;
/** Names that Windows reserves, a dot at the end, and a folder that is named as a file is. */
const UNSAFE_STEP = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.(?:ya?ml)?$/i;

/**
 * The file, relative to the spec folder, with forward slashes: `paths/shop/order/{orderId}=3Acancel.yaml`.
 * @param key the path, or the message type of a webhook
 * @param taken files that exist already: the name differs from them in more than the case of its letters
 */
export function pathFile(key: string, webhook: boolean, taken: Iterable<string> = []): string {
  const others = [...taken].map((name) => name.split("/"));
  const steps = webhook ? ["webhooks", key] : ["paths", ...key.split("/").slice(1)];
  const names: string[] = [];
  for (const [index, step] of steps.entries()) {
    const end = index === steps.length - 1 ? ".yaml" : "";
    const name = (UNSAFE_STEP.test(step) ? coded(step) : [...step].map(codedUnlessSafe).join("")) + end;
    const beside = others.filter((other) => names.every((one, at) => other[at] === one)).map((other) => other[index]);
    const collides = beside.some((other) => other !== name && other?.toLowerCase() === name.toLowerCase());
    names.push(collides ? coded(step) + end : name);
  }
  return names.join("/");
}

/** Whether the name of a file stands for this path or message type, and is safe. */
export function isPathFile(file: string, key: string, webhook: boolean): boolean {
  const [section, ...steps] = file.replace(/\.yaml$/, "").split("/");
  if (section !== (webhook ? "webhooks" : "paths") || !file.endsWith(".yaml")) return false;
  const isSafe = steps.every((step) => [...step].every((char) => char === "=" || SAFE.test(char)));
  return (
    isSafe &&
    !steps.some((step) => UNSAFE_STEP.test(step)) &&
    (webhook ? "" : "/") + steps.map(decoded).join("/") === key
  );
}

const codedUnlessSafe = (char: string): string => (SAFE.test(char) ? char : coded(char));
const coded = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const decoded = (step: string): string =>
  step.replaceAll(/(?:=[\dA-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll("=", ""), "hex").toString());
