/** A backslash in a command of anacrontab. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import { anacronsAmong } from '../anacron/anacrons.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

/** Backslashes that are none of a line's end. */
const LOST = /\\(?!\r?\n|$)/;

/** Puts each escaped sign in quotes, where no quotes stand that this would get in the way of. */
function quoting(command: Word): Fix[] {
  if (/["'`]/.test(command.text)) return [];
  const edits = [...command.text.matchAll(/\\([^\\\r\n])/g)].map(({ index, 0: escaped, 1: sign = '' }) => {
    const start = command.span.start + index;
    return replace({ span: { start, end: start + escaped.length } }, `'${sign}'`);
  });
  return edits.length === 0 ? [] : [{ title: 'Put the signs in quotes instead', edits, safe: false }];
}

export const anacronBackslash: Rule<CrontabLine> = {
  id: 'crontab/anacron-backslash',
  severity: 'warning',
  docs: {
    summary: 'A command in anacrontab has a backslash in it.',
    why: 'The anacron of Debian drops every backslash of its file, and so does that of cronie before 1.5.6: only before a line feed one means anything to them. The shell gets `;` where `\\;` is written, and `find … -exec … \\;` fails.',
    remedy: 'Put the sign in quotes, or the command in a script.',
    bad: [{ path: '/etc/anacrontab', text: '7 15 sweep find /tmp -mtime +7 -exec rm {} \\;\n' }],
    good: [{ path: '/etc/anacrontab', text: '7 15 sweep \\\n find /tmp -mtime +7 -delete\n' }],
    nearMiss: { path: '/etc/anacrontab', text: "7 15 sweep find /tmp -mtime +7 -exec rm {} ';'\n" },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  concerns: ({ job }) => job !== undefined,
  *checkLine({ type, job }, { dialects }) {
    const at = job === undefined || type !== 'entry' ? -1 : job.command.text.search(LOST);
    if (job === undefined || at === -1) return;
    const start = job.command.span.start + at;
    const among = anacronsAmong(dialects);
    const who = among.map(({ title, dropsBackslashes }) => (dropsBackslashes === true ? title : `${title} before ${dropsBackslashes}`));
    yield {
      at: { span: { start, end: start + 1 } },
      // Those that are about mostly leave it.
      ...(among.every(({ dropsBackslashes }) => dropsBackslashes !== true) && { severity: 'info' as const }),
      message: `${listed(who)} ${who.length === 1 ? 'drops' : 'drop'} this backslash, as every one: the shell does not get it. Put the sign behind it in quotes, or the command in a script.`,
      fixes: quoting(job.command),
    };
  },
};
