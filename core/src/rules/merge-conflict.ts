/** Both sides of a merge that nobody finished. */
import type { Fix, Related } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { physicalEnd, withoutLineEnd } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** How git marks the beginning, the middle and the end. */
const BEGINS = /^<{7} ./;
const BASE = /^\|{7} ./;
const PARTS = /^={7}$/;
const ENDS = /^>{7} ./;

/** A conflict: its marks, each a whole line without its end. */
interface Conflict {
  readonly begin: Span;
  /** Where git shows what both sides had: from here up to the middle. */
  readonly base: Span | undefined;
  readonly middle: Span;
  readonly end: Span;
}

function* conflictsIn(text: string): Iterable<Conflict> {
  let begin: Span | undefined;
  let base: Span | undefined;
  let middle: Span | undefined;
  for (let start = 0; start < text.length; ) {
    const next = physicalEnd(text, start);
    const line = withoutLineEnd(text.slice(start, next));
    const span = { start, end: start + line.length };
    if (BEGINS.test(line)) [begin, base, middle] = [span, undefined, undefined];
    else if (begin && !middle && BASE.test(line)) base = span;
    else if (begin && PARTS.test(line)) middle = span;
    else if (begin && middle && ENDS.test(line)) {
      yield { begin, base, middle, end: span };
      [begin, base, middle] = [undefined, undefined, undefined];
    }
    start = next;
  }
}

const related = ({ middle, end }: Conflict): Related[] => [
  { span: middle, message: 'The other side begins here' },
  { span: end, message: 'The conflict ends here' },
];

/** Leaves the lines of one side, or of both, and takes all else of the conflict away. */
function fixesOf(text: string, { begin, base, middle, end }: Conflict): Fix[] {
  const behind = ({ end: at }: Span) => physicalEnd(text, at);
  const upper = { start: behind(begin), end: (base ?? middle).start };
  const lower = { start: behind(middle), end: end.start };
  const keeping = (title: string, ...kept: readonly Span[]): Fix => {
    const gaps = [begin.start, ...kept.flatMap((span) => [span.start, span.end]), behind(end)];
    const edits = kept.concat([end]).map((_, at) => ({ span: { start: gaps[2 * at] ?? 0, end: gaps[2 * at + 1] ?? 0 }, text: '' }));
    return { title, edits: edits.filter(({ span }) => span.end > span.start), safe: false };
  };
  const name = ({ start, end: at }: Span) => text.slice(start + 8, at);
  return [
    keeping(`Keep the lines above, of ${name(begin)}`, upper),
    keeping(`Keep the lines below, of ${name(end)}`, lower),
    keeping('Keep the lines of both', upper, lower),
  ];
}

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
        fixes: fixesOf(text, conflict),
      };
  },
};
