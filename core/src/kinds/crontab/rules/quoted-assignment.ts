/** An assignment that its quotes, or the lack of them, make an error. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { knowsNoAssignments } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { type Mistaken, mistakenIn, type Repair, repaired } from '../reading/mistaken.js';
import { costOf, judgesOf } from '../verdicts/cost.js';

/** None of them is safe: what is read now holds for all entries below, and with it Debian's cron reads the whole file again. */
function fixes({ text }: CrontabLine, { value }: Mistaken, repair: Repair | undefined): Fix[] {
  if (value === undefined || repair === undefined) return [];
  const edits = [{ span: value, text: repair.value }];
  // What cannot be seen stands behind it, and has a rule of its own.
  const isSame = text.slice(value.start, value.end) === repair.value;
  if (repair.comment === undefined) return isSame ? [] : [{ title: 'Write the value so that cron reads it', edits, safe: false }];
  const end = text.endsWith('\r\n') ? '\r\n' : '\n';
  return [{ title: 'Put the comment on a line of its own', edits: [insert(0, repair.comment + end), ...edits], safe: false }];
}

/** What is wrong, as a sentence. */
function fault({ by, value }: Mistaken, raw: string, repair: Repair | undefined): string {
  if (by === 'nothing' || value === undefined) return 'An empty value needs quotes: “""”.';
  if (repair?.comment !== undefined) return 'A comment needs a line of its own: nothing may stand behind the closing quote.';
  if (!raw.includes(raw[0] ?? '', 1)) return 'The quote is never closed.';
  return 'Quotes go around the whole value or nowhere: nothing may stand behind the closing quote.';
}

export const quotedAssignment: Rule<CrontabLine> = {
  id: 'crontab/quoted-assignment',
  severity: 'error',
  docs: {
    summary: 'An assignment whose quotes cron cannot read.',
    why: "To cron a value is quoted as a whole or not at all. Anything else is no assignment: cron reads the line as an entry and finds no time in it; Debian's cron then ignores the whole file.",
    remedy: 'Quote the whole value or nothing, close each quote, and give a comment its own line.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'PATH="/opt/bin":/usr/bin:/bin\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO="ann" # she wants it\r\n0 3 * * * root backup\r\n' },
      { path: '/var/spool/cron/crontabs/ann', text: "GREETING='good morning\n0 3 * * * /home/ann/bin/greet\n" },
      { path: '/var/cron/tabs/ann', text: 'MAILTO=\n0 3 * * * /home/ann/bin/greet\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'PATH="/opt/bin:/usr/bin:/bin"\nMAILTO=""\nFOO=a"b"\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: "GREETING = 'good morning'  \n0 3 * * * root greet\n" },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: 'PATH="/opt/bin:/usr/bin:/bin"\n0 3 * * * root backup\n' },
  },
  // Where there are no assignments at all, that is what is to be said.
  heeds: (context) => isRead(context) && !knowsNoAssignments(context.dialects),
  types: ['broken'],
  *checkLine(line, context) {
    const mistaken = mistakenIn(line);
    if (mistaken === undefined || mistaken.by === 'export' || mistaken.value === undefined) return;
    const raw = line.text.slice(mistaken.value.start, mistaken.value.end);
    const repair = repaired(raw);
    yield {
      at: mistaken.by === 'nothing' ? mistaken : { span: mistaken.value },
      message: `Cron cannot read this as an assignment. ${fault(mistaken, raw, repair)} ${costOf(judgesOf(line, readersOf(context)))}.`,
      fixes: fixes(line, mistaken, repair),
    };
  },
};
