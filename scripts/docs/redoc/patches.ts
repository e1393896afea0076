// The changes of Redoc's script: its texts, its search, exact digits, and nothing from other hosts. `__docs` is in client.ts.
import { ANNOTATION } from "./marks.js";
import type { Patch } from "./patch.js";

const BEHAVIOUR: readonly Patch[] = [
  {
    name: "labels in the reader's language",
    from: "translate:(e,t)=>(typeof t==`string`?t:t?.defaultValue)||e||``",
    to: "translate:(e,t)=>__docs.label(e,(typeof t==`string`?t:t?.defaultValue)||e||``)",
  },
  {
    // Chinese has no spaces between words: `forward` finds only the first word of a run.
    name: "search finds words inside a run of Chinese",
    from: "index:MDe},tokenize:`forward`",
    to: "index:MDe},tokenize:`full`",
  },
  {
    // Redoc drops a result if a word of two signs is found inside of others only. Chinese and Thai write no spaces.
    name: "words inside a run of Chinese are whole words",
    from: "TDe=/[\\p{L}\\p{N}_-]/u",
    to: "TDe=/(?![\\p{Script=Han}\\p{Script=Thai}])[\\p{L}\\p{N}_-]/u",
  },
  {
    name: "search shows an operation before the texts that name it",
    from: "+uOe(t,n)+n.parameterScore}",
    to: "+uOe(t,n)+n.parameterScore+__docs.named(e.text,r.text)}",
  },
  {
    // All operations have the same ones: `signature` would find each of them before the section on signing.
    name: "search ranks no operation by its way to sign",
    from: "let i=(t.parameters??[])[n],a=t=>e4(e,n,t)",
    to: "let i=(t.parameters??[])[n];if(/^security/.test(i?.place))return 0;let a=t=>e4(e,n,t)",
  },
  {
    name: "how many fields are hidden, in an order that fits other languages",
    from: "s&&u.push(r?r(`array`,`array`):`array`),u.push(l)",
    to: "u.push(l)",
  },
  {
    // The policy of the page forbids to make code of text, and a browser reports each attempt as an error.
    name: "search without code made of text",
    from: "globalThis;try{return e._factory??=Function(XDe),!0}catch{return!1}",
    to: "globalThis;return!1",
  },
  {
    name: "no logo from another host",
    from: "let[t,n]=(0,B.useState)(!1);return(0,B.useEffect)(()=>{n(!0)},[]),t?(0,V.jsx)(`img`,{alt:`redocly logo`",
    to: "let[t,n]=(0,B.useState)(!1);return`Redoc`;return(0,B.useEffect)(()=>{n(!0)},[]),t?(0,V.jsx)(`img`,{alt:`redocly logo`",
  },
  {
    name: "a name for the button of the dark mode",
    from: '"aria-label":t,size:`small`,variant:`outlined`,icon:(0,V.jsx)(hke',
    to: '"aria-label":__docs.label(`fixed.colorMode`,`Switch color mode`),size:`small`,variant:`outlined`,icon:(0,V.jsx)(hke',
  },
  {
    name: "names of links to a place",
    from: '"aria-label":t??`link to ${e}`',
    to: '"aria-label":__docs.linkTo(t??`link to ${e}`)',
  },
  {
    name: "a translated name of the payload's tab",
    from: "languages:n.map(e=>({...e,key:Dj(e),",
    to: "languages:n.map(e=>({...e,key:e.key??Dj(e),",
  },
  {
    name: "the keyboard opens the search",
    from: '"data-testid":`search-trigger`,children:i===`button`',
    to: '"data-testid":`search-trigger`,...__docs.button(e),children:i===`button`',
  },
  {
    name: "no buttons that hand the page to other sites",
    from: "if(!r.specUrl)return(0,V.jsx)(k$",
    to: "return(0,V.jsx)(k$",
  },
  {
    // It copies a part of the contract, and a section is none.
    name: "no button that copies a section",
    from: "if(!l)return null;let u=a===th.GRAPHQL",
    to: "if(!l||e.startsWith(`/guide-`))return null;let u=a===th.GRAPHQL",
  },
  {
    name: "exact digits in a payload",
    from: "className:`token `+u,children:JSON.stringify(a)",
    to: "className:`token `+__docs.kind(a,u),children:__docs.exact(JSON.stringify(a))",
  },
  {
    name: "exact digits in a copied payload",
    from: "g=JSON.stringify(e,null,2);return(0,V.jsx)(cae",
    to: "g=__docs.exact(JSON.stringify(e,null,2));return(0,V.jsx)(cae",
  },
  {
    name: "exact digits in a copied operation",
    from: "xo.copyCustom(e),a(`done`)",
    to: "xo.copyCustom(__docs.exact(e)),a(`done`)",
  },
  {
    name: "Markdown annotations in signs of our own",
    from: "var fR=`{%`,pR=`%}`",
    to: `var fR=\`${ANNOTATION.open}\`,pR=\`${ANNOTATION.close}\``,
  },
  {
    name: "tags in Markdown are text",
    from: "new Wz.Tokenizer({html:!0,",
    to: "new Wz.Tokenizer({html:!1,",
  },
  {
    name: "inline drawings",
    from: "Wz.renderers.react(e,B.default,n),as:`div`",
    to: "Wz.renderers.react(e,__docs.react(B.default),n),as:`div`",
  },
  {
    name: "label fixed.and, among the ways to sign",
    from: "sF,{children:` and `})]},e.name))",
    to: "sF,{children:` ${__docs.label(`fixed.and`,`and`)} `})]},e.name))",
  },
];

/** Texts that Redoc does not hand to its translator. `@` stands for the text, in backticks, in a piece of the script. */
const FIXED: readonly (readonly [key: string, english: string, piece: string])[] = [
  ["fixed.search.placeholder", "Search docs...", "placeholder:@,isLoading"],
  ["fixed.search.hint", "Search endpoints, schemas, and more...", "children:@"],
  ["fixed.search.searching", "Searching...", "children:@"],
  ["fixed.search.none", "No results", "children:@"],
  ["fixed.search.navigate", "to navigate", "text:@"],
  ["fixed.search.select", "to select", "text:@"],
  ["fixed.search.exit", "to exit", "text:@"],
  ["fixed.search.cancel", "Cancel", "children:@"],
  ["fixed.search.open", "Search trigger button", '"aria-label":@'],
  ["fixed.colorMode", "Switch color mode", "tip:@"],
  ["fixed.menu.open", "Open navigation menu", "`Close navigation menu`:@"],
  ["fixed.menu.close", "Close navigation menu", '"aria-label":e?@:'],
  ["fixed.sidebar.hide", "Hide sidebar", '"aria-label":n?`Show sidebar`:@'],
  ["fixed.sidebar.show", "Show sidebar", '"aria-label":n?@:'],
  ["fixed.schemeType", "Scheme type:", "(0,V.jsx)(bF,{label:@,value:e.type}),"],
  ["fixed.location", "Location:", "label:@"],
  ["fixed.responseStatus", "Response status", '"aria-label":@'],
  ["fixed.noPayload", "// No payload sample", "emptyMessage:@"],
  ["fixed.items", "Items ", "?@:``}${t===1"],
  ["fixed.enum", "Enum:", "?`Value:`:@}`}"],
  ["fixed.value", "Value:", "t===1?@:"],
  ["fixed.more", "Find more info here", ":@}bb()"],
  ["fixed.recursive", "Recursive", "HC,{children:@"],
  ["fixed.array", "array", "IC,{children:@"],
  ["fixed.copy", "Copy", '"aria-label":@'],
  ["fixed.fold", "collapse", '"aria-label":@'],
  ["fixed.and", "and", "fF,{label:@})]},e.name))"],
  ["fixed.docsBy", "API docs by", "(0,V.jsx)(`p`,{children:@"],
];

const labelled = ([key, english, piece]: (typeof FIXED)[number]): Patch => ({
  name: `label ${key}`,
  from: piece.replace("@", () => `\`${english}\``),
  to: piece.replace("@", () => `__docs.label(\`${key}\`,\`${english}\`)`),
});

/** English texts that Redoc shows whatever the language, by the key that we give them. */
export const FIXED_LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FIXED.map(([key, english]) => [key, english])),
  "fixed.linkTo": "link to {title}",
};

export const PATCHES: readonly Patch[] = [...BEHAVIOUR, ...FIXED.map(labelled)];
