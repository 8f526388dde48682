/** Two entries with one terminal and one process, of which BusyBox keeps the later. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import { dialectsOf } from '../dialects.js';
import type { InittabEntry, InittabLine } from '../model.js';

/** What BusyBox tells entries apart by: the terminal, with /dev/ or without, and the process to the letter. */
const keyOf = ({ written: { id, process } }: InittabEntry): string => `${id.text.replace(/^\/dev\//, '')}\n${process.text}`;

/** Actions of OpenWrt's procd, which keeps both. */
const PROCD = /^(?:askconsole|askconsolelate|respawnlate)$/;

export const replacedEntry: Rule<InittabLine> = {
  id: 'inittab/replaced-entry',
  severity: 'warning',
  docs: {
    summary: 'An entry whose terminal and process a later one has too, to BusyBox.',
    why: 'BusyBox tells entries apart by these two alone: the later takes the place of the earlier, whatever their actions are. What was to run at boot and once more later runs once, and nothing says so.',
    remedy: 'Take one of them out, or write the process in another way, as with a blank more.',
    bad: [{ path: '/etc/inittab', text: '::sysinit:/opt/own/bin/sync\n::shutdown:/opt/own/bin/sync\n' }],
    good: [
      { path: '/etc/inittab', text: 'tty1::askfirst:-/bin/login\ntty2::askfirst:-/bin/login\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\na:2:once:/opt/own/bin/sync\nb:3:once:/opt/own/bin/sync\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: '::sysinit:/opt/own/bin/sync\n::shutdown:/opt/own/bin/sync-all\n' },
    references: [{ title: 'BusyBox 1.35 of Debian, run with such a file' }],
  },
  *checkDocument({ lines, starts }, { dialects }) {
    if (!dialectsOf(dialects).every(({ replacesAlike }) => replacesAlike) || lines.some(({ entry }) => PROCD.test(entry?.does ?? '')))
      return;
    const later = new Map<string, number>();
    for (let index = lines.length - 1; index >= 0; index--) {
      const line = lines[index];
      if (line !== undefined && beginsBranch(line)) later.clear();
      const entry = line?.type === 'entry' || line?.type === 'setting' ? line.entry : undefined;
      if (entry === undefined) continue;
      const by = later.get(keyOf(entry));
      const kept = by === undefined ? undefined : lines[by]?.entry;
      if (by === undefined || kept === undefined) {
        later.set(keyOf(entry), index);
        continue;
      }
      yield {
        at: { span: shift(entry.action.span, starts[index] ?? 0) },
        message: `A later entry has the same terminal and the same process: BusyBox keeps that one alone, and ${kept.does === entry.does ? 'this one counts for nothing' : `this one does not run as ${entry.action.text}`}. Write the process in another way if both are wanted.`,
        related: [{ span: shift(kept.action.span, starts[by] ?? 0), message: 'The entry that counts' }],
      };
    }
  },
};
