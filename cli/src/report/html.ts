/** The report as one page that needs nothing but itself: no script, no address. */
import { escapedHtml, type Finding, rules } from '../../../core/src/index.js';
import { version } from '../../../package.json';
import type { Reviewed } from '../review.js';
import { visible } from '../visible.js';
import { fixHere } from './command.js';
import { excerptIn } from './excerpt.js';
import { style } from './html-style.js';
import { suppressionOf } from './report.js';
import { summaryText } from './text.js';
import type { Format, Setting } from './writer.js';

/** Widest excerpt of a line; longer ones are cut around what is meant. */
const WIDTH = 160;

const text = (shown: string): string => escapedHtml(visible(shown));

/** The line with what is meant marked in it. */
function lineText(file: Reviewed, { span }: Finding, start: number): string {
  const { line, carets } = excerptIn(file.reading, start, span, WIDTH);
  const from = carets.search(/\^/);
  const to = from === -1 ? -1 : from + carets.slice(from).length;
  return from === -1 ? text(line) : `${text(line.slice(0, from))}<mark>${text(line.slice(from, to))}</mark>${text(line.slice(to))}`;
}

function findingHtml(setting: Setting, file: Reviewed, finding: Finding): string {
  const located = setting.locate(file, finding);
  if (located === undefined) return '';
  const { severity, rule, message, related, fixes } = finding;
  const { link, start } = located;
  const aside = suppressionOf(file, finding);
  const notes = related.flatMap((one) => {
    const there = setting.locate(file, one);
    if (there === undefined) return [];
    const name = there.link === undefined ? `${there.path}:${there.start.line}` : `${there.path}/${there.link}`;
    return [`<li><code>${text(name)}</code> ${text(one.message)}</li>`];
  });
  const remedies = fixes
    .map((fix) => fixHere(fix, located))
    .map(({ title, copy }) => `<li>${copy === undefined ? text(title) : `<code>${text(copy)}</code>`}</li>`);
  const state = aside ? `${severity}, ${text(aside.justification)}` : severity;
  return [
    `<li class="finding ${aside ? 'aside' : severity}">`,
    `<p><span class="severity">${state}</span> <span class="place">${link === undefined ? `${start.line}:${start.column}` : text(link)}</span> ${text(message)} <a class="rule" href="#${text(rule)}">${text(rule)}</a></p>`,
    `<pre>${lineText(file, finding, finding.span.start - start.column + 1)}</pre>`,
    ...(notes.length > 0 ? [`<ul class="notes">${notes.join('')}</ul>`] : []),
    ...(remedies.length > 0 ? [`<details><summary>What can be done</summary><ul>${remedies.join('')}</ul></details>`] : []),
    '</li>\n',
  ].join('\n');
}

function fileHtml(setting: Setting, file: Reviewed): string {
  const found = file.reading.findings.map((finding) => findingHtml(setting, file, finding));
  if (found.length === 0) return '';
  const name = text(file.input.shown);
  return `<section>\n<h2><bdi>${name}</bdi> <small>${text(file.reading.kind.id)}</small></h2>\n<ol>\n${found.join('')}</ol>\n</section>\n`;
}

const ruleHtml = (id: string): string => {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return '';
  const { summary, why, remedy } = rule.docs;
  return `<dt id="${text(id)}">${text(id)}</dt><dd><p>${text(summary)}</p><p>${text(why)}</p><p>${text(remedy)}</p></dd>\n`;
};

/** What the page loads: nothing; what it is styled by: itself. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const BEGIN = [
  '<!doctype html>',
  '<html lang="en">',
  '<head>',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<title>daemonlint report</title>',
  `<style>${style}</style>`,
  '</head>',
  '<body>',
  '<h1>daemonlint report</h1>',
  '<p><a href="#sum">The sum</a> and <a href="#rules">the rules</a> stand at the end.</p>',
  '',
].join('\n');

export const html: Format = (setting) => {
  const found = new Set<string>();
  return {
    begin: BEGIN,
    file(file) {
      for (const { rule } of file.reading.findings) found.add(rule);
      return fileHtml(setting, file);
    },
    end({ summary, problems, gone }) {
      const troubles = problems.map(
        ({ path, message, place }) =>
          `<li><code>${text(place ? `${path}:${place.line + 1}:${place.column + 1}` : path)}</code> ${text(message)}</li>`,
      );
      const trouble =
        troubles.length === 0 ? '' : `<section class="error"><h2>Could not be reviewed</h2><ul>${troubles.join('')}</ul></section>\n`;
      const told =
        found.size === 0
          ? ''
          : `<section><h2 id="rules">The rules behind it</h2><dl>\n${[...found].sort().map(ruleHtml).join('')}</dl></section>\n`;
      const lost = gone.map(({ path, rule }) => `<li><code>${text(path)}</code> ${text(rule)}</li>`);
      const old = lost.length === 0 ? '' : `<section><h2>Gone, and still in the baseline</h2><ul>${lost.join('')}</ul></section>\n`;
      return `${trouble}${old}<p id="sum">${text(summaryText(summary))}. daemonlint ${version}.</p>\n${told}</body>\n</html>\n`;
    },
  };
};
