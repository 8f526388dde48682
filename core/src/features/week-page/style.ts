/** How the page of the week looks, besides what all pages do. */
import { base, light, printed } from '../page/theme.js';

const steps = light.heat.map((_, step) => `.heat-${step}{background-color:var(--heat-${step});color:var(--on-heat-${step})}`).join('\n');
/** Where colours are few, a bar that grows tells the heat; an hour without runs has none. */
const bars = (where: string): string =>
  light.heat
    .map(
      (_, step) =>
        `${where} :is(td,.swatch).heat-${step}{background:none;color:inherit${step === 0 ? '' : `;border-bottom:${step}px solid currentColor`}}`,
    )
    .join('\n');

export const style = `${base}
.frame{overflow-x:auto;margin:.9em 0 .5em;padding:3px;scroll-padding-inline:9.5rem 3px}
.grid{border-collapse:separate;border-spacing:2px;table-layout:fixed;width:100%;min-width:41em;font-variant-numeric:tabular-nums}
.grid caption{text-align:start;padding-bottom:.4em;position:sticky;inset-inline-start:0;max-width:calc(100cqi - 6px)}
.grid thead th{font-size:.8em;font-weight:400;padding:0 0 2px;text-align:center}
.grid thead th:first-child,.grid tbody th{width:6.2rem;text-align:start}
.uneven :is(thead th:first-child,tbody th){width:9rem}
.grid :is(thead th:first-child,tbody th){position:sticky;inset-inline-start:0;z-index:2;background:var(--vscode-editor-background,var(--ground))}
.grid tbody th{font-weight:400;white-space:nowrap;font-size:.9em}
.grid tbody th b{display:inline-block;min-width:2.5em;font-weight:600}
.grid td{position:relative;height:2.35em;padding:0;text-align:center;border-radius:3px;cursor:pointer;font-size:clamp(9px,1.75cqi,13px)}
.grid td:focus-visible{outline:2px solid var(--vscode-focusBorder,var(--link));outline-offset:1px}
.grid td.shown{z-index:1;outline:2px solid var(--vscode-editor-foreground,var(--text));outline-offset:1px}
.grid td.shown:focus-visible{outline:3px solid var(--vscode-focusBorder,var(--link))}
${steps}
.grid .skipped{color:var(--soft);background:repeating-linear-gradient(135deg,var(--line) 0 2px,transparent 2px 6px)}
.grid .partly{background-image:linear-gradient(to right,var(--line) 0 3px,transparent 3px)}
.grid .again{border:1px dashed currentColor;font-size:clamp(8px,1.4cqi,11px);line-height:1.1}
.clash::after{content:"!";position:absolute;top:-5px;inset-inline-end:-4px;width:1.25em;line-height:1.25em;border-radius:50%;box-shadow:0 0 0 1px var(--vscode-editor-background,var(--ground));font-size:9px;font-weight:700;
letter-spacing:0;text-align:center;background:var(--clash);color:var(--on-clash)}
.odd{display:inline-block;margin-inline-start:.4em;padding:0 .35em;border:1px solid currentColor;border-radius:3px;font-size:.85em;line-height:1.3}
ul{list-style:none;margin:0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:.3em 1.1em;font-size:.85em}
.legend li{display:flex;align-items:center;gap:.45em}
.swatch{position:relative;display:inline-block;width:1.7em;height:1.35em;border-radius:3px;text-align:center;line-height:1.35em;box-sizing:border-box}
.legend .skipped{background:repeating-linear-gradient(135deg,var(--line) 0 2px,transparent 2px 6px)}
.legend .again{border:1px dashed currentColor}
#hour{min-height:6.5em;border-top:1px solid var(--vscode-panel-border,var(--line));margin-top:1em}
#jobs{display:grid;grid-template-columns:max-content 1fr max-content;gap:0 1.2em}
#jobs li{display:grid;grid-template-columns:subgrid;grid-column:1/-1;padding:.3em 0;align-items:baseline}
#jobs>.soft{grid-column:1/-1}
#jobs .when{font-variant-numeric:tabular-nums;white-space:nowrap}
#jobs .more{grid-column:2/4;font-size:.9em}
#jobs code{overflow-wrap:anywhere}
.list tr:target{background:var(--heat-1);color:var(--on-heat-1)}
.list tr:target :is(a,td){color:inherit}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) :is(.grid td,.swatch){border:1px solid var(--vscode-contrastBorder,currentColor)}
${bars('body:is(.vscode-high-contrast,.vscode-high-contrast-light)')}
@container (max-width:56em){.grid thead th:first-child,.grid tbody th{width:4.2rem}.uneven :is(thead th:first-child,tbody th){width:6.6rem}.month{display:none}}
@container (max-width:28em){#jobs{grid-template-columns:1fr max-content}#jobs :is(.when,.more){grid-column:1/-1}}
@media (forced-colors:active){
${bars('body')}
.grid .skipped{background:none}
.clash::after{border:1px solid}
}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) .clash::after{background:var(--vscode-editor-foreground);color:var(--vscode-editor-background)}
@media print{
${printed}
.grid td,.swatch,.clash::after{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.grid td.shown{outline:none}
.frame{overflow:visible}
#hour,.keys{display:none}
}
`;
