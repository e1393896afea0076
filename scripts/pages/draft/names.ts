// Proposes names for operations and shapes, and tells reads from writes, by the contract's conventions.

const SYNONYMS: Readonly<Record<string, string>> = {
  get: "get",
  query: "get",
  detail: "get",
  info: "get",
  find: "get",
  list: "list",
  page: "list",
  search: "search",
  create: "create",
  add: "add",
  save: "save",
  update: "update",
  edit: "update",
  modify: "update",
  change: "update",
  delete: "remove",
  del: "remove",
  remove: "remove",
  cancel: "cancel",
  close: "close",
  pay: "pay",
  preview: "preview",
  render: "preview",
  confirm: "confirm",
  submit: "submit",
  upload: "upload",
  check: "check",
  book: "book",
  booking: "book",
  estimate: "estimate",
  sync: "sync",
  send: "send",
};
/** Verbs of PandaPon's Chinese titles. */
const TITLE_VERBS: [pattern: RegExp, verb: string][] = [
  [/列表/u, "list"],
  [/搜索/u, "search"],
  [/查询|获取|详情/u, "get"],
  [/上传/u, "upload"],
  [/创建/u, "create"],
  [/取消/u, "cancel"],
  [/删除/u, "remove"],
  [/新增|添加/u, "add"],
  [/更新|编辑|修改/u, "update"],
  [/提交/u, "submit"],
  [/支付/u, "pay"],
  [/预览/u, "preview"],
  [/预估/u, "estimate"],
  [/确认/u, "confirm"],
];
const READING = new Set(["get", "list", "search", "preview", "check", "estimate"]);
/** More verbs that act. A path that joins two verbs (queryAndLock) may act too. */
const ACTING = new Set(
  [
    "and or then apply approve reject refuse accept assign bind unbind clear clean purge reset refresh retry restart",
    "lock unlock freeze unfreeze enable disable activate deactivate start stop finish publish release revoke withdraw restore",
    "import export push post put set notify trigger remind register login logout subscribe unsubscribe merge split",
    "copy move transfer insert replace rename generate execute receive ship mark claim redeem recharge deduct",
    "addition cancellation confirmation creation deletion modification removal submission",
  ].flatMap((words) => words.split(" ")),
);
const ACTING_ZH = new RegExp(
  [
    "新建|增加|加入|更改|变更|保存|移除|清空|清除|重置|刷新|重试|同步|推送|发送|通知|设置|导入|导出|生成|执行|合并|拆分|并",
    "申请|审核|审批|同意|拒绝|撤销|撤回|关闭|激活|开通|启用|停用|禁用|锁定|解锁|冻结|解冻|绑定|解绑|登录|注册|注销|下单|付款|充值|扣款",
  ].join("|"),
  "u",
);
/** A call reads if the last step of its path or its title begins with one of these, or if its title ends with one. */
const READ_VERBS = new Set(["get", "query", "search", "find", "fetch", "view", "preview", "render", "estimate"]);
const TITLE_BEGINS = new Set([...READ_VERBS, "list", "check", "obtain"]);
const TITLE_ENDS = new Set(["query", "inquiry", "search", "preview", "rendering", "estimate"]);
/** Nouns that may also be the object of an action. At the end of a path they count only if the title has one too, or is empty. */
const READ_NOUNS = new Set(["list", "page", "detail", "details", "info"]);
const TITLE_NOUNS = /\blist\b|\bdetails?\b|列表|详情|榜单/iu;
const READS_ZH = /查询|获取|查看|搜|预览|预估|渲染/u;
/** Verbs that are often nouns. If there is another verb, that one is meant. */
const WEAK = new Set(["info", "detail", "page", "query", "find"]);
const NOISE = new Set(["open", "api", "pp", "v1", "v2", "to", "by", "or", "of", "the", "a", "for", "interface"]);

/** The words of a path, a name or a title, in lower case: `order/addOrUpdate` is order, add, or, update. */
export const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\{[^}]*\}/g, " ")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => /^(create|preview|query|update|cancel|submit|pay)(batch|list)$/.exec(word)?.slice(1) ?? [word])
    .filter((word) => word !== "");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const singular = (word: string): string =>
  word.length > 3
    ? word
        .replace(/ies$/, "y")
        .replace(/(?<=ss|sh|ch|x)es$/, "")
        .replace(/(?<!s)s$/, "")
    : word;
const plural = (word: string): string =>
  /(?:ss|sh|ch|x)$/.test(word) ? `${word}es` : /s$/.test(word) ? word : `${word.replace(/y$/, "ie")}s`;
/** `refundReasons` for refund-reason. */
export const camelPlural = (text: string): string => {
  const [first = "", ...rest] = wordsOf(text);
  const words = [first, ...rest.map(capital)];
  return [...words.slice(0, -1), plural(words.at(-1) ?? "")].join("");
};
export const pascal = (text: string): string => wordsOf(text).map(capital).join("");

export interface Naming {
  method: string;
  path: string;
  title: string;
  /** The beginning of the group's ids: `alibaba.orders`. */
  prefix: string;
  /** Words that every path of the group has. */
  common: readonly string[];
  /** The ids in use. */
  taken: readonly string[];
  /** Whether the answer is paginated. */
  pages: boolean;
}

/** The verb of an operation from its path, else from its title, if either has one. */
function verbOf({ path, title }: Pick<Naming, "path" | "title">): string | undefined {
  const words = wordsOf(path);
  if (words.join(" ").includes("add or update")) return "save";
  if (/^(?:url|link)$/.test(words.at(-1) ?? "")) return "get";
  const known = words.filter((word) => SYNONYMS[word] !== undefined);
  const inTitle = (): string | undefined =>
    TITLE_VERBS.find(([pattern]) => pattern.test(title))?.[1] ??
    wordsOf(title)
      .map((word) => SYNONYMS[word])
      .find((verb) => verb !== undefined);
  const last = known.filter((word) => !WEAK.has(word)).at(-1) ?? known.at(-1);
  return last === undefined ? inTitle() : SYNONYMS[last];
}

/**
 * A call is a write unless its names surely say that it only reads, because a wrong "read" would be retried.
 * GET and POST say nothing: PandaPon has a GET that cancels a refund, and most of its reads are POSTs.
 */
export function effectOf({ method, path, title }: Pick<Naming, "method" | "path" | "title">): "read" | "write" {
  if (!["GET", "HEAD", "POST"].includes(method) || namesAction(path, title)) return "write";
  const steps = path.split("/").filter((step) => step !== "" && !step.startsWith("{"));
  const last = wordsOf(steps.at(-1) ?? "");
  const words = wordsOf(title.replaceAll(/\([^)]*\)|^\s*(?:batch|paging to)\s/gi, "")).filter(
    (word) => !NOISE.has(word),
  );
  const begins = (names: ReadonlySet<string>, [first = ""]: readonly string[]): boolean => names.has(first);
  if (begins(READ_VERBS, last) || begins(TITLE_BEGINS, words)) return "read";
  if (TITLE_ENDS.has(words.at(-1) ?? "") || READS_ZH.test(title)) return "read";
  return begins(READ_NOUNS, last) && (title === "" || TITLE_NOUNS.test(title)) ? "read" : "write";
}

function namesAction(path: string, title: string): boolean {
  const acts = (word: string): boolean => ACTING.has(word) || !READING.has(SYNONYMS[word] ?? "get");
  const named = [...wordsOf(path), ...wordsOf(title).filter((word) => word !== "and" && word !== "or")];
  const titled = TITLE_VERBS.some(([pattern, verb]) => pattern.test(title) && !READING.has(verb));
  return named.some(acts) || titled || ACTING_ZH.test(title);
}

/** A free operationId of two or three words. No id is the beginning of another one. */
export function operationIdOf(naming: Naming): string {
  const { prefix, common, path, pages } = naming;
  const resource = new Set(wordsOf(prefix).flatMap((word) => [word, singular(word)]));
  const others = resource.has("cart") || resource.has("carts") ? [] : ["order", "orders"];
  const ignored = new Set([...NOISE, ...others, "alibaba", "taobao", "1688", ...resource, ...common]);
  let verb = verbOf(naming) ?? (effectOf(naming) === "read" ? "get" : undefined);
  const words = wordsOf(path).filter((word) => !ignored.has(word));
  const payLink = /^(?:url|link)$/.test(words.at(-1) ?? "");
  const nouns = words.filter((word) => payLink || SYNONYMS[word] === undefined);
  verb ??= words.at(-1) ?? (naming.method === "GET" ? "get" : "create");
  const things = nouns.filter((word) => word !== verb);
  if (verb === "get" && pages) verb = resource.has("product") ? "search" : "list";
  if (verb === "list" && things.length > 0) things.push(plural(things.pop() ?? ""));
  const batch = things.indexOf("batch");
  if (batch >= 0) things.push(...things.splice(batch, 1));
  return free(`${prefix}.${verb}${things.map(capital).join("")}`, naming);
}

const PAST: Readonly<Record<string, string>> = { modify: "modified", pay: "paid", send: "sent" };
const past = (word: string): string =>
  PAST[word] ??
  (SYNONYMS[word] === undefined ? word : word.endsWith("e") ? `${word}d` : `${word}${word === "cancel" ? "l" : ""}ed`);

/** `webhooks.alibaba.orderPriceModified` for 1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY. */
export function webhookIdOf(messageType: string, platform: string, taken: readonly string[]): string {
  const words = wordsOf(messageType.replace(/^.*_BUYER_VIEW_/, "").replace(/^(?:1688|TAOBAO)_/, ""));
  const [first = "message", ...rest] = [...words.slice(0, -1), past(words.at(-1) ?? "message")];
  const begin = /^[a-z]/.test(first) ? first : `message${first}`;
  return free(`webhooks.${platform}.${begin}${rest.map(capital).join("")}`, { taken, path: messageType });
}

/** The wanted id, with more of the path or a number if it clashes with another id. */
function free(wanted: string, { taken, path }: Pick<Naming, "taken" | "path">): string {
  const clash = (id: string): boolean =>
    taken.some(
      (other) => other.toLowerCase() === id.toLowerCase() || other.startsWith(`${id}.`) || id.startsWith(`${other}.`),
    );
  if (!clash(wanted)) return wanted;
  const longer = `${wanted}By${pascal(
    path
      .split("/")
      .filter((step) => !step.startsWith("{"))
      .at(-1) ?? "",
  )}`;
  if (!clash(longer)) return longer;
  for (let number = 2; ; number += 1) if (!clash(`${wanted}${number}`)) return `${wanted}${number}`;
}

/** Shape names of a page that say nothing, such as type names of the server's language. */
const NO_NAME = /^(?:object|map|json|string|integer|long|array|list|data|result|vo|dto|schema)?$/i;

/**
 * A name for a shape that no file of the contract has, without regard to case.
 * @param named the page's name for it; if that says nothing, `field` is used
 */
export function shapeNameOf(
  { named, field, prefix }: { named: string | undefined; field: string; prefix: string },
  taken: ReadonlySet<string>,
): string {
  const own = pascal(named ?? "").replace(/(?:List|VO|DTO|Vo|Dto)$/, "");
  const word =
    /^[A-Za-z]/.test(own) && !NO_NAME.test(own) ? own : pascal(singular(field.replace(/List$/, ""))) || "Part";
  const base = word.toLowerCase().startsWith(prefix.toLowerCase()) ? word : `${prefix}${word}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
