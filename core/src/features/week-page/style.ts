/** How the page looks: colours of the editor's theme where there is one, of the system's light or dark look elsewhere. */

/** Ground and text of a step of heat. */
export type Shade = readonly [ground: string, text: string];

export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly link: string;
  /** From an empty hour to the busiest. */
  readonly heat: readonly Shade[];
  readonly clash: Shade;
}

export const light: Palette = {
  ground: '#ffffff',
  text: '#1f2328',
  soft: '#59636e',
  line: '#c8ced6',
  link: '#0a58b5',
  heat: [
    ['#f3f5f8', '#59636e'],
    ['#d0e4f9', '#12294a'],
    ['#a9cef4', '#12294a'],
    ['#79b0e8', '#0b1f3b'],
    ['#2868b0', '#ffffff'],
    ['#0f3c73', '#ffffff'],
  ],
  clash: ['#b3261e', '#ffffff'],
};

export const dark: Palette = {
  ground: '#1f1f1f',
  text: '#d6d6d6',
  soft: '#a0a6ad',
  line: '#45494f',
  link: '#6cb2ff',
  heat: [
    ['#282a2e', '#a0a6ad'],
    ['#193a5e', '#e8f2fd'],
    ['#1c4f82', '#f2f8ff'],
    ['#2369ad', '#ffffff'],
    ['#64abee', '#0a1522'],
    ['#bcdcff', '#0a1522'],
  ],
  clash: ['#d62f25', '#ffffff'],
};

function variables({ ground, text, soft, line, link, heat, clash }: Palette): string {
  const steps = heat.map(([back, front], step) => `--heat-${step}:${back};--on-heat-${step}:${front};`).join('');
  return `--ground:${ground};--text:${text};--soft:${soft};--line:${line};--link:${link};${steps}--clash:${clash[0]};--on-clash:${clash[1]};`;
}

const steps = light.heat.map((_, step) => `.heat-${step}{background-color:var(--heat-${step});color:var(--on-heat-${step})}`).join('\n');
/** Where colours are few, a bar that grows tells the heat. */
const bars = (where: string): string =>
  light.heat
    .map((_, step) => `${where} :is(td,.swatch).heat-${step}{background:none;color:inherit;border-bottom:${step}px solid currentColor}`)
    .join('\n');

export const style = `
body{${variables(light)}}
@media (prefers-color-scheme:dark){body{${variables(dark)}}}
body:is(.vscode-dark,.vscode-high-contrast){${variables(dark)}}
body:is(.vscode-light,.vscode-high-contrast-light){${variables(light)}}
:root{color-scheme:light dark}
body{margin:0;padding:1.25em 1.5em 2em;background:var(--vscode-editor-background,var(--ground));color:var(--vscode-editor-foreground,var(--text));
font:var(--vscode-font-size,14px)/1.45 var(--vscode-font-family,system-ui,sans-serif)}
main{max-width:72em;margin:0 auto;container-type:inline-size}
h1{font-size:1.4em;font-weight:600;margin:0}
h2{font-size:1.05em;font-weight:600;margin:1.4em 0 .4em}
p{margin:.2em 0}
.soft,caption,thead th,td.line{color:var(--vscode-descriptionForeground,var(--soft))}
a{color:var(--vscode-textLink-foreground,var(--link))}
code{font-family:var(--vscode-editor-font-family,ui-monospace,monospace);font-size:.95em;background:none;color:inherit;padding:0}
bdi{unicode-bidi:isolate}
.frame{overflow-x:auto;margin:.9em 0 .5em;padding:3px}
.grid{border-collapse:separate;border-spacing:2px;table-layout:fixed;width:100%;min-width:30em;font-variant-numeric:tabular-nums}
.grid caption{text-align:start;padding-bottom:.4em}
.grid thead th{font-size:.8em;font-weight:400;padding:0 0 2px;text-align:center}
.grid thead th:first-child,.grid tbody th{width:6.2rem;text-align:start}
.uneven :is(thead th:first-child,tbody th){width:9rem}
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
.list{border-collapse:collapse;width:100%;font-size:.95em}
.list th,.list td{text-align:start;vertical-align:baseline;padding:.3em .9em .3em 0;border-bottom:1px solid var(--vscode-panel-border,var(--line))}
.list th{font-weight:600;white-space:nowrap}
.list .number{text-align:end;font-variant-numeric:tabular-nums}
.list code{overflow-wrap:anywhere}
.list tr:target{background:var(--heat-1);color:var(--on-heat-1)}
.list tr:target :is(a,td){color:inherit}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) .grid td{border:1px solid var(--vscode-contrastBorder,currentColor)}
${bars('body:is(.vscode-high-contrast,.vscode-high-contrast-light)')}
@container (max-width:56em){.grid thead th:first-child,.grid tbody th{width:4.2rem}.uneven :is(thead th:first-child,tbody th){width:6.6rem}.month{display:none}}
@media (forced-colors:active){
${bars('body')}
.grid .skipped{background:none}
.clash::after{border:1px solid}
}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) .clash::after{background:var(--vscode-editor-foreground);color:var(--vscode-editor-background)}
@media print{
body,body:is(.vscode-dark,.vscode-high-contrast){${variables(light)}background:#fff;color:#000;padding:0;font-size:9pt}
.grid td,.swatch,.clash::after{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.grid td.shown{outline:none}
.frame{overflow:visible}
#hour,.keys{display:none}
tr{break-inside:avoid}
}
`;
