// How the Redoc page looks beside Redoc's own styles: the bar at the top, drawings, paper, and colours with enough contrast.

/** The height of the bar, in pixels. */
export const BAR = 44;

export const STYLE = `
body{margin:0}
@media(prefers-color-scheme:dark){html:not(.light){background:#16181b}}
.skip{position:fixed;z-index:60;left:-99rem;top:0}.skip:focus{left:0;padding:.75rem;background:var(--bg-color,#fff);color:var(--text-color-primary,#000)}
.bar{position:fixed;z-index:50;top:0;left:0;right:0;height:${BAR}px;display:flex;align-items:center;gap:1rem;padding:0 1rem;box-sizing:border-box;overflow-x:auto;white-space:nowrap;font:14px/1.5 system-ui,sans-serif;color:var(--text-color-primary,#1c1e21);background:var(--bg-color,#fff);border-bottom:1px solid var(--border-color-secondary,#d8dce1)}
.bar a{color:inherit;text-decoration:none;padding:.3rem 0}.bar a:hover{text-decoration:underline}.bar .home{font-weight:600;margin-right:auto}
.bar nav{display:flex;gap:.75rem;position:sticky;right:-1rem;padding:.3rem 1rem .3rem 0;margin-right:-1rem;background:inherit}.bar [aria-current]{font-weight:600}
.bar a:focus-visible{outline:2px solid currentColor;outline-offset:2px}
#redoc{padding-top:${BAR}px}
.drawing svg{width:24rem;max-width:100%;height:auto}.drawing a{fill:var(--link-color-primary,#0b57d0)}
noscript main{display:block;max-width:60rem;margin:0 auto;padding:${BAR + 16}px 1rem 2rem;font:16px/1.6 system-ui,sans-serif}
[data-testid=search-trigger]>div,.schema-name{color:var(--text-color-primary)!important}
html.light:root{--color-blue-6:#0b5ed7;--code-block-tokens-string-color:#2058b8;--code-block-tokens-function-color:#9a4d08;--code-block-tokens-comment-color:#646673}
html.light:root .tag-post{--tag-color:#1a55d0}html.light:root .tag-get{--tag-color:#12703f}
html.dark:root{--code-block-tokens-keyword-color:#ff7ab8;--code-block-tokens-comment-color:#a3a5b3}
@media(max-width:40rem){.bar{gap:.6rem;font-size:13px}.bar nav{gap:.6rem}.bar nav [aria-current]{display:none}#redoc h1{font-size:1.5rem;line-height:1.3}}
@media print{.bar,.skip{display:none}#redoc{padding:0}}
`.replaceAll("\n", "");
