// How the HTML pages look: light and dark, narrow and wide, on screen and on paper.
export const STYLE = `
:root{color-scheme:light dark;--text:#1c1e21;--soft:#5a6068;--line:#d8dce1;--back:#fff;--box:#f5f6f8;--link:#0b57d0}
@media(prefers-color-scheme:dark){:root{--text:#e4e6e9;--soft:#a9b0b8;--line:#3a4048;--back:#16181b;--box:#1f2226;--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--text);background:var(--back);overflow-wrap:break-word}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--back);padding:.5rem}
header,main,footer,nav.all{max-width:66rem;overflow-wrap:break-word;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding-top:1rem;border-bottom:1px solid var(--line);padding-bottom:.75rem}
header .home{font-weight:600;margin-right:auto}[aria-current]{font-weight:600}
h1{font-size:1.75rem;line-height:1.25;overflow-wrap:anywhere}h2{font-size:1.3rem;margin-top:2rem}h3{font-size:1.1rem}
code,pre{font:.875em/1.5 ui-monospace,"Cascadia Code",Menlo,Consolas,monospace}
code{background:var(--box);padding:.1em .3em;border-radius:4px;overflow-wrap:anywhere}
pre{background:var(--box);padding:.75rem 1rem;overflow-x:auto;border-radius:6px;border:1px solid var(--line)}pre code{padding:0;background:none;overflow-wrap:normal}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
td.type,td.mark{color:var(--soft)}
summary{cursor:pointer;padding:.3rem 0}
.soft,footer{color:var(--soft);font-size:.875rem}footer{margin:3rem auto 2rem;border-top:1px solid var(--line);padding-top:1rem}
.here{margin:1.5rem 0 -.75rem}[aria-current]{font-weight:600}
table:not(.fields) td>a>code,table:not(.fields) :first-child>code{white-space:nowrap}
@media(min-width:40rem){.fields{table-layout:fixed}.fields th:first-child{width:25%}.fields th:nth-child(2){width:11%}.fields th:last-child{width:19%}.fields.marks th:nth-child(3){width:10%}}
.method{font-weight:600;text-transform:uppercase}
svg{max-width:100%;height:auto}.flow svg{width:24rem}
@media(max-width:40rem){.wide table:not(.fields){min-width:34rem}.fields thead{display:none}.fields tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--line)}.fields td{display:block;border:0;padding:.1rem 0}}
@media print{header,nav.all,.skip,footer{display:none}details{display:block}pre{white-space:pre-wrap}a{color:inherit}}
`.replaceAll("\n", "");
