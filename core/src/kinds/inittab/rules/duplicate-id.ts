/** Two entries with the same id: sysvinit skips the later. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import { dialectsOf } from '../dialects.js';
import type { InittabEntry, InittabLine } from '../model.js';

/** An id that nobody has: that of its terminal, as is the custom, else its own with a digit in the place of the last character. */
function freeId({ id, args }: InittabEntry, taken: ReadonlySet<string>): string | undefined {
  const terminal = args.map(({ text }) => /^(?:\/dev\/)?tty(\w{1,4})$/.exec(text)?.[1]).find((name) => name !== undefined);
  const stem = (id?.text ?? '').slice(0, 3);
  return [...(terminal === undefined ? [] : [terminal]), ...Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`)].find(
    (one) => !taken.has(one),
  );
}

export const duplicateId: Rule<InittabLine> = {
  id: 'inittab/duplicate-id',
  severity: 'warning',
  docs: {
    summary: 'Two entries with the same id.',
    why: 'sysvinit tells entries apart by their ids: it logs an error and skips the later one, so its process is never started.',
    remedy: 'Give the later entry an id of its own, of one to four characters.',
    bad: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n1:23:respawn:/sbin/getty 38400 tty2\n' },
    ],
    good: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\n~~:S:wait:/sbin/sulogin\n~~:S:respawn:/sbin/sulogin\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::once:/usr/sbin/own\n' },
      { path: '/etc/inittab', text: 'ap::sysinit:/sbin/autopush -f /etc/own\nap::sysinit:/sbin/soconfig -f /etc/own\n' },
    ],
    nearMiss: {
      path: '/etc/inittab',
      text: 'id:2:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n2:23:respawn:/sbin/getty 38400 tty2\n',
    },
    references: [{ title: 'sysvinit 3.06, init.c, read_inittab' }],
  },
  *checkDocument({ lines, starts }, { dialects }) {
    if (!dialectsOf(dialects).every(({ idsOnce }) => idsOnce)) return;
    const seen = new Map<string, number>();
    let taken: ReadonlySet<string> | undefined;
    for (const [index, line] of lines.entries()) {
      if (beginsBranch(line)) seen.clear();
      const { type, entry } = line;
      const id = entry?.id;
      if (id === undefined || (type !== 'entry' && type !== 'setting') || id.text === '~~') continue;
      const before = seen.get(id.text);
      const earlier = before === undefined ? undefined : lines[before]?.entry?.id;
      if (before === undefined || earlier === undefined || entry === undefined) {
        seen.set(id.text, index);
        continue;
      }
      taken ??= new Set(lines.flatMap((one) => one.entry?.id?.text ?? []));
      const own = freeId(entry, taken);
      const at = { span: shift(id.span, starts[index] ?? 0) };
      yield {
        at,
        message: `The id “${id.text}” is taken: init skips this entry. Give it an id of its own.`,
        related: [{ span: shift(earlier.span, starts[before] ?? 0), message: 'The entry that has it' }],
        fixes: own === undefined ? [] : [{ title: `Give it the id ${own}`, edits: [replace(at, own)], safe: false }],
      };
    }
  },
};
