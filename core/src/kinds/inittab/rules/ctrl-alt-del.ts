/** Ctrl-Alt-Del reboots without a login. */
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { dialectsOf } from '../dialects.js';
import type { InittabLine } from '../model.js';
import { afterFor } from '../switches.js';

const ENDS = /^(?:\/\S*\/)?(?:shutdown|reboot|halt|poweroff|init|telinit|systemctl)$/;

export const ctrlAltDel: Rule<InittabLine> = {
  id: 'inittab/ctrl-alt-del',
  severity: 'hint',
  docs: {
    summary: 'Whoever sits at the console can reboot the system.',
    why: 'Ctrl-Alt-Del needs no login: on a keyboard that others reach, or that several systems share, one slip ends all services. BusyBox does so by itself, on devices that stand in the hands of their users: there nothing is said. With -a shutdown first looks into /etc/shutdown.allow.',
    remedy: 'Comment the entry out, or give shutdown the option -a.',
    bad: [
      { path: '/etc/inittab', text: 'id:3:initdefault:\nca::ctrlaltdel:/sbin/shutdown -t3 -r now\n' },
      { path: '/etc/inittab', text: 'id:3:initdefault:\nca:12345:ctrlaltdel:/sbin/reboot\n' },
    ],
    good: [
      { path: '/etc/inittab', text: 'id:3:initdefault:\nca:12345:ctrlaltdel:/bin/echo off\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::ctrlaltdel:/sbin/reboot\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:3:initdefault:\nca::ctrlaltdel:/sbin/shutdown -a -r now\n' },
  },
  heeds: ({ dialects }) => !dialectsOf(dialects).every(({ rebootsItself }) => rebootsItself),
  *checkLine(line, context) {
    const { type, entry } = line;
    if (type !== 'setting' || entry?.does !== 'ctrlaltdel' || entry.program === undefined || !ENDS.test(entry.program.text)) return;
    if (entry.args.some(({ text }) => /^-[a-zA-Z]*a/.test(text))) return;
    yield {
      at: entry.action,
      message: `Ctrl-Alt-Del at the console runs ${entry.program.text} without asking who is there. Comment the entry out where others reach the keyboard.`,
      fixes: [{ title: 'Comment the entry out', edits: commentOut(line, '#'), safe: false, after: afterFor(context) }],
    };
  },
};
