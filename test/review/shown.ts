/** Pages that show what programs print, as a terminal and as GitHub do: nothing is loaded, so the pictures are the same everywhere. */
import Anser from 'anser';
import MarkdownIt from 'markdown-it';

const FONT = '"DejaVu Sans Mono", monospace';

const page = (style: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>body { margin: 0 } #picture { padding: 16px 20px; width: 1240px; box-sizing: border-box } ${style}</style></head><body><div id="picture">${body}</div></body></html>`;

const escaped = (text: string): string => Anser.escapeForHtml(text);

/** Colours of the dark theme of VS Code's terminal, so that the bright ones can be read on its ground. */
const TERMINAL = `
  #picture { background: #1f1f1f; color: #cccccc; font: 13px/1.45 ${FONT} }
  pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
  .command { color: #ffffff } .command::before { content: "$ "; color: #6a9955 }
  .ansi-red-fg { color: #f14c4c } .ansi-yellow-fg { color: #e5e510 } .ansi-blue-fg { color: #3b8eea }
  .ansi-cyan-fg { color: #29b8db } .ansi-green-fg { color: #23d18b } .ansi-bold { font-weight: bold } .ansi-dim { opacity: 0.65 }
  .ansi-underline { text-decoration: underline }`;

/** A terminal in which `command` was typed and printed `output`, with its ANSI colours. */
export function terminalPage(command: string, output: string): string {
  const shown = Anser.ansiToHtml(escaped(output.trimEnd()), { use_classes: true });
  return page(TERMINAL, `<pre class="command">${escaped(command)}</pre>\n<pre>${shown}</pre>`);
}

interface Annotation {
  readonly level: string;
  readonly place: string;
  readonly title: string;
  readonly message: string;
}

/** What the runner reads in the value of a workflow command. */
const decoded = (value: string): string => value.replace(/%(25|0D|0A|3A|2C)/g, (part) => decodeURIComponent(part));

/** The annotations in the log of a step. */
export const annotationsIn = (log: string): readonly Annotation[] =>
  [...log.matchAll(/^::(error|warning|notice) ([^\n]*?)::(.*)$/gm)].map(([, level = '', properties = '', message = '']) => {
    const {
      file = '',
      line = '',
      title = '',
    } = Object.fromEntries(properties.split(',').map((property) => property.split(/=(.*)/s).map(decoded).slice(0, 2)));
    return { level, place: `${file}#L${line}`, title, message: decoded(message) };
  });

const GITHUB = `
  #picture { background: #ffffff; color: #1f2328; font: 14px/1.5 "DejaVu Sans", sans-serif }
  h2 { font-size: 16px; margin: 0 0 8px } h3 { font-size: 18px; margin: 0 0 12px } code { font: 12px ${FONT}; background: #eff1f3; padding: 2px 5px; border-radius: 4px }
  section { border: 1px solid #d1d9e0; border-radius: 6px; padding: 14px 16px; margin-bottom: 16px } section:last-child { margin-bottom: 0 }
  .annotation { border-left: 3px solid; padding: 2px 12px; margin: 10px 0; white-space: pre-line } .annotation b { display: block } .annotation small { color: #59636e }
  .error { border-color: #cf222e } .warning { border-color: #bf8700 } .notice { border-color: #0969da }
  table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #d1d9e0; padding: 6px 12px; text-align: left; vertical-align: top } a { color: #0969da; text-decoration: none }`;

/** The page of a run on GitHub: what the step annotated, and what it added to the summary of the job. */
export function runPage(log: string, summary: string): string {
  const annotations = annotationsIn(log)
    .map(
      ({ level, place, title, message }) =>
        `<div class="annotation ${level}"><b>${escaped(title)}</b><small>${escaped(place)}</small>\n${escaped(message)}</div>`,
    )
    .join('');
  // GitHub lets these few tags through; all else that a file might say is escaped by the report already.
  const rendered = new MarkdownIt({ html: true }).render(summary);
  return page(GITHUB, `<section><h2>Annotations</h2>${annotations}</section><section>${rendered}</section>`);
}
