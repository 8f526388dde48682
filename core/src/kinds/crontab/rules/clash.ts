/** Many jobs of one file that start at the same minute. */

import type { Document } from '../../../model/document.js';
import { memo } from '../../../model/memo.js';
import type { Report, Rule } from '../../../model/rule.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { type Crowded, crowdedIn } from '../timing/crowds.js';

const timeSpan = (line: CrontabLine | undefined): Span => (line?.shape?.macro ?? line?.shape?.fields[0])?.span ?? { start: 0, end: 1 };

type Placing = Pick<Document<CrontabLine>, 'lines' | 'starts'>;

/** A report, and the lines that it names, with where they were. */
interface Placed extends Placing {
  readonly report: Report;
}

const placed = memo<Crowded, Placed>();

/** The report on one of a crowd: the same while all that it names stays in its place, as it does at most keystrokes. */
function reportOn(one: Crowded, { lines, starts }: Placing): Report {
  const { index, message, namedAt, fixes } = one;
  const others = namedAt === index ? one.others : [namedAt];
  const named = [index, ...others];
  const known = placed.get(one);
  if (known && named.every((at, place) => lines[at] === known.lines[place] && starts[at] === known.starts[place])) return known.report;
  const spanOf = (at: number): Span => shift(timeSpan(lines[at]), starts[at] ?? 0);
  const report: Report = {
    at: { span: spanOf(index) },
    message,
    related: others.map((other) => ({
      span: spanOf(other),
      message: namedAt === index ? 'this one starts then, too' : 'the same four others start with this one, and are named there',
    })),
    fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, starts[index] ?? 0)) })),
  };
  placed.set(one, { report, lines: named.flatMap((at) => lines[at] ?? []), starts: named.map((at) => starts[at] ?? 0) });
  return report;
}

export const clash: Rule<CrontabLine> = {
  id: 'crontab/clash',
  severity: 'info',
  docs: {
    summary: 'Five or more jobs of the file start at the same minute.',
    why: 'They want the processor, the disk and the network at once, and each takes longer than it would alone. Four are let pass; from the fifth on each is named.',
    remedy: 'Give some of them another minute.',
    bad: [
      {
        path: '/etc/cron.d/night',
        text: '0 3 * * * root /opt/a\n0 3 * * * root /opt/b\n0 3 * * * root /opt/c\n0 3 * * * root /opt/d\n0 3 * * * root /opt/e\n',
      },
      {
        path: '/var/spool/cron/ann',
        text: '@daily /opt/a\n0 * * * * /opt/b\n0 0 * * * /opt/c\n0 0 1 * * /opt/d\n@daily /opt/e\n@daily /opt/f\n',
      },
    ],
    good: [
      {
        path: '/etc/cron.d/night',
        text: '0 3 * * 1 root /opt/a\n0 3 * * 2 root /opt/b\n0 3 * * 3 root /opt/c\n0 3 * * 4 root /opt/d\n0 3 * * 5 root /opt/e\n',
      },
      {
        path: '/var/spool/cron/ann',
        text: '* * * * * /opt/a\n* * * * * /opt/b\n* * * * * /opt/c\n* * * * * /opt/d\n0 3 * * * /opt/e\n',
      },
      {
        path: '/etc/cron.d/night',
        text: '0 3 31 4,6 * root /opt/a\n0 3 * 4 * root /opt/b\n0 3 * 4 * root /opt/c\n0 3 * * * root /opt/d\n0 3 * * * root /opt/e\n',
      },
    ],
    nearMiss: {
      path: '/etc/cron.d/night',
      text: '0 3 * * * root /opt/a\n0 3 * * * root /opt/b\n0 3 * * * root /opt/c\n0 3 * * * root /opt/d\n1 3 * * * root /opt/e\n',
    },
  },
  checkDocument: (document, context) => crowdedIn(document.lines, context).map((one) => reportOn(one, document)),
};
