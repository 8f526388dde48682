/** A comparison as a page that needs nothing but itself. */
import { alsoText, type Sheet, type SheetItem, type SheetRow, type SheetSection } from '../../../core/src/index.js';
import { visible } from '../visible.js';

const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#1b1f23;background:#fff}
h1{font-size:1.4em}h2{font-size:1.1em;margin-top:2em}code,th{font:13px/1.5 ui-monospace,monospace}
article{border-left:4px solid #9a6700;padding:.2em 1em;margin:1em 0}article.off{border-color:#1a7f37}article.otherwise{border-color:#0969da}article.alarm{border-color:#cf222e}
h3{font-size:1em;margin:.2em 0}table{border-collapse:collapse}th{text-align:left;font-weight:normal;color:#59636e}th,td{padding:.1em 1em .1em 0;vertical-align:top}
del{color:#59636e}strong{color:#cf222e}.soft{color:#59636e}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th,del,.soft{color:#9198a1}strong{color:#ff7b72}}`;

const CLASSES = { '+': 'on', '-': 'off', '~': 'otherwise' } as const;

function rowHtml({ label, before, after, alarm }: SheetRow): string {
  const was = before === undefined ? '' : `<del>${escaped(before)}</del>`;
  const now = after === undefined ? '' : alarm ? `<strong>${escaped(after)}</strong>` : `<ins>${escaped(after)}</ins>`;
  return `<tr><th scope="row">${escaped(label)}</th><td>${was}</td><td>${now}</td></tr>`;
}

function itemHtml({ mark, title, where, more, rows, note, alarm }: SheetItem): string {
  const places =
    where.length === 0
      ? ''
      : ` <span class="soft"><code>${where.map(escaped).join('</code>, <code>')}</code>${more === undefined ? '' : ` and ${more} more`}</span>`;
  const table = rows.length === 0 ? '' : `<table>${rows.map(rowHtml).join('')}</table>`;
  return `<article class="${CLASSES[mark]}${alarm ? ' alarm' : ''}"><h3>${mark} <code>${escaped(title)}</code>${places}</h3>${
    note === undefined ? '' : `<p>${escaped(note)}</p>`
  }${table}</article>`;
}

const sectionHtml = ({ title, items, quiet }: SheetSection): string => {
  const list = items.map(itemHtml).join('\n');
  return quiet ? `<details><summary>${title}: ${items.length}</summary>${list}</details>` : `<h2>${title}</h2>\n${list}`;
};

export function comparisonPage({ headline, hosts }: Sheet, title: string): string {
  const parts = hosts.flatMap(({ host, sections, also }) => [
    ...(host === '' ? [] : [`<h2><code>${escaped(host)}</code></h2>`]),
    ...(also.length === 0 ? [] : [`<p>${alsoText(also, (name) => `<code>${escaped(name)}</code>`)}</p>`]),
    ...sections.map(sectionHtml),
  ]);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(headline)}</p>
${parts.join('\n')}
</body>
</html>
`;
}
