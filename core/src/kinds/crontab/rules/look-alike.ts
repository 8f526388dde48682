/** A blank, a quote or a dash of typeset text, as it comes with what was copied from a page. */
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { endsInside, openIn } from '../../../text/shell/shell.js';
import { commandLineOf } from '../commands/command-line.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ENTITIES, ENTITY, LOOK_ALIKE, MARKS, PLAIN } from '../reading/look-alikes.js';
import { costOf, judgesOf } from '../verdicts/cost.js';

/** So many of a line are looked at: each is asked for with all that stands before it. */
const MOST = 200;

/** Where the last word of the command ends: behind it may stand a comment of the shell. */
function commandEnd(line: CrontabLine): number | undefined {
  const ends = (commandLineOf(line)?.runs ?? []).flatMap(({ piece }) =>
    [...piece.words, ...piece.redirections].map(({ span }) => span.end),
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Offsets of those that stand where they matter: not in quotes of the shell, nor in a comment of it. */
function placesIn(line: CrontabLine): readonly number[] {
  const text = withoutLineEnd(line.text);
  const start = line.shape?.command?.span.start ?? text.length;
  const end = commandEnd(line) ?? text.length;
  const pattern = new RegExp(LOOK_ALIKE.source, 'g');
  return [...text.slice(0, Math.max(start, end)).matchAll(pattern)]
    .map(({ index }) => index)
    .slice(0, MOST)
    .filter((at) => at < start || !endsInside(text, start, at));
}

function what(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const plain = PLAIN[character];
  if (plain === '') return `An invisible character stands here (${code}): to cron and the shell it is a letter. Delete it`;
  if (plain === undefined)
    return `This is no blank, though it looks like one (${code}): to cron and the shell it is a letter. Write an ordinary one`;
  return `“${character}” is a letter to the shell (${code}), no ${plain.startsWith('-') ? 'dash before an option' : 'quote'}. Write ${plain}`;
}

const QUOTE = /[\u201c\u201d\u201e\u2018\u2019]/;

/** The mark that closes typeset quotes belongs to what opened them, wherever it stands. */
const CLOSING = /[\u201c\u201d\u2018\u2019](?=\s|[;|&)]|$)/g;

/** `2>&amp;1`: what a page writes for characters of the shell, where these would stand. */
function entitiesIn(line: CrontabLine): Report | undefined {
  const { start } = commandLineOf(line) ?? { start: 0 };
  const end = commandEnd(line) ?? start;
  const words = [...line.text.slice(start, end).matchAll(new RegExp(ENTITY.source, 'g'))]
    .slice(0, MOST)
    .map(({ 0: text, index }) => ({ text, span: { start: start + index, end: start + index + text.length } }))
    .filter(({ span }) => openIn(line.text, start, span.start) === undefined);
  const [first] = words;
  if (first === undefined) return undefined;
  return {
    at: first,
    message: `“${first.text}” is how a page writes “${ENTITIES[first.text] ?? ''}”: to the shell its “&” ends the command. Write the character itself.`,
    fixes: [
      {
        title: 'Write the characters themselves in this line',
        edits: words.map((word) => replace(word, ENTITIES[word.text] ?? '')),
        safe: false,
      },
    ],
  };
}

export const lookAlike: Rule<CrontabLine> = {
  id: 'crontab/look-alike',
  severity: 'warning',
  docs: {
    summary: 'A blank, a quote or a dash that only looks like one, or a character as HTML writes it.',
    why: 'Pages and word processors put no-break spaces, curly quotes and long dashes in the place of plain ones, and what is copied from them has these. Cron parts fields at blanks and tabs alone, and the shell knows no quotes but its own. What is copied from the source of a page has `&amp;` where `&` is meant.',
    remedy: 'Write the plain character.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0\u00a03 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/bin/report \u2013all\n' },
      { path: '/etc/cron.d/report', text: '0 3 * * * root mail -s \u201cIt is done\u201d ann </dev/null\n' },
      { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/bin/report >/dev/null 2>&amp;1\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '\u200b0 3 * * * /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '0 3 * * * root echo "<b>a&nbsp;b</b>" > /srv/page # &amp;\n' },
      {
        path: '/etc/cron.d/report',
        text: '# \u201cEvery\u00a0day\u201d \u2013 at three\n0 3 * * * root mail -s "It\u2019s \u201cdone\u201d \u2013 all" ann </dev/null # \u201cyes\u201d\n',
      },
      { path: '/etc/cron.d/report', text: '0 3 * * * root /srv/caf\u00e9/report 10\u201320\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/bin/report -all\n' },
  },
  heeds: isRead,
  types: ['entry', 'broken', 'setting'],
  marks: MARKS,
  *checkLine(line, context) {
    const entities = entitiesIn(line);
    if (entities) yield entities;
    const places = placesIn(line);
    const [first] = places;
    if (first === undefined) return;
    const judges = line.type === 'broken' ? judgesOf(line, readersOf(context)) : [];
    const all = new Set(places);
    if (places.some((at) => QUOTE.test(line.text[at] ?? ''))) for (const { index } of line.text.matchAll(CLOSING)) all.add(index);
    const character = (at: number): string => line.text[at] ?? '';
    yield {
      at: { span: { start: first, end: first + 1 } },
      ...(judges.length > 0 && { severity: 'error' as const }),
      message: `${what(character(first))}.${judges.length > 0 ? ` ${costOf(judges)}.` : ''}`,
      fixes: [
        {
          title: 'Write plain blanks, quotes and dashes in this line',
          edits: [...all].sort((a, b) => a - b).map((at) => replace({ span: { start: at, end: at + 1 } }, PLAIN[character(at)] ?? ' ')),
          safe: false,
        },
      ],
    };
  },
};
