/** Both sides of a merge that nobody finished. */
import type { Related } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { physicalEnd, withoutLineEnd } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** How git marks the beginning, the middle and the end. */
const BEGINS = /^<{7} ./;
const PARTS = /^={7}$/;
const ENDS = /^>{7} ./;

/** A conflict: its three marks, each a whole line. */
interface Conflict {
  readonly begin: Span;
  readonly middle: Span;
  readonly end: Span;
}

function* conflictsIn(text: string): Iterable<Conflict> {
  let begin: Span | undefined;
  let middle: Span | undefined;
  for (let start = 0; start < text.length; ) {
    const next = physicalEnd(text, start);
    const line = withoutLineEnd(text.slice(start, next));
    const span = { start, end: start + line.length };
    if (BEGINS.test(line)) [begin, middle] = [span, undefined];
    else if (begin && PARTS.test(line)) middle = span;
    else if (begin && middle && ENDS.test(line)) {
      yield { begin, middle, end: span };
      [begin, middle] = [undefined, undefined];
    }
    start = next;
  }
}

const related = ({ middle, end }: Conflict): Related[] => [
  { span: middle, message: 'The other side begins here' },
  { span: end, message: 'The conflict ends here' },
];

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  severity: 'error',
  docs: {
    summary: 'Both sides of a merge stand in the file, with the marks of git.',
    why: 'No daemon knows these marks: it refuses the lines, some of them the whole file, and reads what both sides say.',
    remedy: 'Keep the lines of one side, or of both, and delete the three marks.',
    bad: [
      {
        path: '/etc/cron.d/backup',
        text: '<<<<<<< HEAD\n0 3 * * * root /usr/local/sbin/backup\n=======\n0 4 * * * root /usr/local/sbin/backup\n>>>>>>> night\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '<<<<<<< HEAD\r\n||||||| 1f3a\r\n#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\r\n=======\r\n>>>>>>> no ftp\r\n',
      },
    ],
    good: [{ path: '/etc/cron.d/backup', text: '# <<<<<<< HEAD\n0 3 * * * root /usr/local/sbin/backup\n# =======\n# >>>>>>> night\n' }],
    nearMiss: {
      path: '/etc/cron.d/backup',
      text: '<<<<<<< HEAD\n0 3 * * * root /usr/local/sbin/backup\n=======\n0 4 * * * root /usr/local/sbin/backup\n>>>>>>>\n',
    },
  },
  *checkDocument({ text }) {
    if (!text.includes('<<<<<<< ')) return;
    for (const conflict of conflictsIn(text))
      yield {
        at: { span: conflict.begin },
        message:
          'Here begins a merge that nobody finished: the daemon gets the lines of both sides, and marks that it cannot read. Keep the lines of one side, or of both, and delete the three marks.',
        related: related(conflict),
      };
  },
};
