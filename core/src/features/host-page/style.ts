/** How the report looks, besides what all pages do. */
import { base, printed } from '../page/theme.js';

export const style = `${base}
ul{list-style:none;margin:0;padding:0}
article{margin-top:2.5em;border-top:1px solid var(--vscode-panel-border,var(--line));padding-top:.6em}
article h2{font-size:1.4em;margin-top:0}h3{font-size:1.05em;font-weight:600;margin:1.4em 0 .4em}
nav ul{display:flex;flex-wrap:wrap;gap:.3em 1.2em;margin:.8em 0}
.numbers{display:flex;flex-wrap:wrap;gap:.4em 2em;margin:.8em 0}
.numbers b{font-size:1.5em;font-weight:600;margin-inline-end:.3em;font-variant-numeric:tabular-nums}
.warning{--mark:#b3261e}.info{--mark:#2868b0}.hint{--mark:#8a6d00}:is(.fine,.on){--mark:#2e7d32}
body:is(.vscode-dark,.vscode-high-contrast) :is(.warning){--mark:#ff8a80}
body:is(.vscode-dark,.vscode-high-contrast) .info{--mark:#6cb2ff}
body:is(.vscode-dark,.vscode-high-contrast) .hint{--mark:#e6c34a}
body:is(.vscode-dark,.vscode-high-contrast) :is(.fine,.on){--mark:#7bc67e}
@media (prefers-color-scheme:dark){body:not([class*=vscode]) .warning{--mark:#ff8a80}body:not([class*=vscode]) .info{--mark:#6cb2ff}body:not([class*=vscode]) .hint{--mark:#e6c34a}body:not([class*=vscode]) :is(.fine,.on){--mark:#7bc67e}}
tr>th[scope=row]{border-inline-start:4px solid var(--mark,transparent);padding-inline-start:.6em}
.list td.places{min-width:14em}
.places li{white-space:nowrap}
@container (max-width:40em){.list td.places{min-width:7em}.places li,.list th{white-space:normal}.list :is(th[scope=row],td){overflow-wrap:anywhere}.list th[scope=row]{min-width:5.5em}}
details{margin:.2em 0}
summary{cursor:pointer;color:var(--vscode-textLink-foreground,var(--link))}
:is(a,summary):focus-visible{outline:2px solid var(--vscode-focusBorder,var(--link));outline-offset:1px}
.boot{margin:1em 0;max-width:46em;overflow-x:auto}
.boot svg{width:100%;min-width:34em;height:auto;font-size:12px}
.boot text{fill:currentColor}
.boot .mark line{stroke:var(--vscode-panel-border,var(--line))}
.boot .mark text,.boot .number{fill:var(--vscode-descriptionForeground,var(--soft));font-size:11px}
.boot .step line{stroke:var(--mark);stroke-width:2;opacity:.55}
.boot .step circle{fill:var(--mark)}
@media (forced-colors:active){.boot .step line{stroke:CanvasText}.boot .step circle{fill:CanvasText}}
@media print{
${printed}
nav{display:none}
article{break-before:page;border:0}
details>*{display:block}
.boot{break-inside:avoid}
.boot .step circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
