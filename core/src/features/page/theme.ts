/** What all pages look like: colours of the editor's theme where there is one, of the system's light or dark look elsewhere. */

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

/** The palette as custom properties. */
export function variables({ ground, text, soft, line, link, heat, clash }: Palette): string {
  const steps = heat.map(([back, front], step) => `--heat-${step}:${back};--on-heat-${step}:${front};`).join('');
  return `--ground:${ground};--text:${text};--soft:${soft};--line:${line};--link:${link};${steps}--clash:${clash[0]};--on-clash:${clash[1]};`;
}

/** Grounds, type, links and tables of every page. */
export const base = `
body{${variables(light)}}
@media (prefers-color-scheme:dark){body{${variables(dark)}}}
body:is(.vscode-dark,.vscode-high-contrast){${variables(dark)}}
body:is(.vscode-light,.vscode-high-contrast-light){${variables(light)}}
:root{color-scheme:light dark}
body{margin:0;padding:1.25em 1.5em 2em;background:var(--vscode-editor-background,var(--ground));color:var(--vscode-editor-foreground,var(--text));
font:var(--vscode-font-size,14px)/1.45 var(--vscode-font-family,system-ui,sans-serif)}
main{max-width:72em;margin:0 auto;container-type:inline-size}
h1{font-size:1.4em;font-weight:600;margin:0}h1,h2{overflow-wrap:anywhere}
h2{font-size:1.05em;font-weight:600;margin:1.4em 0 .4em}
p{margin:.2em 0}
.soft,caption,thead th,td.line{color:var(--vscode-descriptionForeground,var(--soft))}
a{color:var(--vscode-textLink-foreground,var(--link))}
code{font-family:var(--vscode-editor-font-family,ui-monospace,monospace);font-size:.95em;background:none;color:inherit;padding:0}
bdi{unicode-bidi:isolate}
.list{border-collapse:collapse;width:100%;font-size:.95em}
.list th,.list td{text-align:start;vertical-align:baseline;padding:.3em .9em .3em 0;border-bottom:1px solid var(--vscode-panel-border,var(--line))}
.list th{font-weight:600;white-space:nowrap}
.list .number{text-align:end;font-variant-numeric:tabular-nums}
.list code{overflow-wrap:anywhere}
@media (max-width:32em){body{padding:1em .75em 2em}.list th,.list td{padding-inline-end:.45em}}
`;

/** How any page is printed: dark on white. */
export const printed = `body,body:is(.vscode-dark,.vscode-high-contrast){${variables(light)}background:#fff;color:#000;padding:0;font-size:9pt}
tr{break-inside:avoid}`;
