/** An assignment that a later one replaces, in the same file or in one that is read later. */

import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import { pathOnHost } from '../../../model/host.js';
import type { Report, Rule } from '../../../model/rule.js';
import type { Edit } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { RcConfLine } from '../model.js';
import { laterThan } from '../order.js';
import { isDefaults } from '../path.js';
import { overriddenIn } from '../settle.js';
import { systemOf } from '../systems.js';

/** Switches of the document that a file read later turns over. */
function* turnedOver(document: Document<RcConfLine>, { path, host, dialects }: Context): Iterable<Report> {
  const system = systemOf(dialects);
  // There rc.conf is the system's own, and rc.conf.local the place to change it.
  if (system.id === 'openbsd' || isDefaults(path)) return;
  const later = laterThan(pathOnHost(host, path), host);
  if (later.size === 0) return;
  for (const [index, { type, assignment, tokens }] of document.lines.entries()) {
    const name = tokens.find(({ role }) => role === 'name');
    const by = name && later.get(name.text);
    // Where this file itself says otherwise below, that is told.
    if (type !== 'entry' || name === undefined || by === undefined || assignment === undefined || assignment.open) continue;
    const isOn = system.stateOf(assignment.value?.text ?? '', assignment.variable) ?? false;
    const counts = by.launch.state === 'on';
    if (isOn === counts) continue;
    const { fact } = by.launch;
    yield {
      at: { span: shift(name.span, document.starts[index] ?? 0) },
      ...(fact !== undefined && { subject: fact }),
      ...(isOn && { severity: 'info' as const }),
      message: `${assignment.variable} is set again in ${by.file.path}, which is read later and counts: ${name.text} is ${counts ? 'started all the same' : 'not started'}. Change it there.`,
      related: [{ span: by.launch.span, file: by.file.path, message: `${name.text} is ${counts ? 'on' : 'off'} here` }],
    };
  }
}

const wholeLine = ({ lines, starts }: Document<RcConfLine>, at: number): Edit => {
  const start = starts[at] ?? 0;
  return { span: { start, end: start + (lines[at]?.text.length ?? 0) }, text: '' };
};

export const overridden: Rule<RcConfLine> = {
  id: 'rc-conf/overridden',
  severity: 'warning',
  docs: {
    summary: 'An assignment that a later one replaces, in the same file or in one that is read later.',
    why: 'FreeBSD reads rc.conf, then rc.conf.local, then the file of the service in rc.conf.d, each from the top, and the last value counts. Who finds the first line, or changes it, is misled.',
    remedy: 'Keep the one that is meant, and delete the other.',
    bad: [
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\nsshd_enable="YES"\ninetd_enable="NO"\n' },
      { path: '/etc/rc.conf', text: 'hostname="a.example"\nhostname="b.example"\n' },
      { path: '/etc/rc.conf', text: 'rwhod_enable="NO"\n', host: { 'etc/rc.conf.local': 'rwhod_enable="YES"\n' } },
      { path: '/etc/rc.conf.local', text: 'sshd_enable="YES"\n', host: { 'etc/rc.conf.d/sshd': 'sshd_enable="NO"\n' } },
    ],
    good: [
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\nsshd_enable="YES"\n' },
      { path: '/etc/rc.conf', text: 'ifaces="lo0"\nifaces="$ifaces em0"\n' },
      { path: '/etc/rc.conf', text: 'inetd_enable="NO"\nif test -f /x; then\n  inetd_enable="YES"\nfi\n' },
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\ninetd_enable="YES"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable="YES"\n', host: { 'etc/rc.conf.local': 'sshd_enable=yes\n' } },
      { path: '/etc/rc.conf.local', text: 'ntpd_enable="YES"\n', host: { 'etc/rc.conf': 'ntpd_enable="NO"\n' } },
      { path: '/etc/rc.conf', text: 'sshd_enable="YES"\n', host: { 'etc/rc.conf.d/inetd': 'sshd_enable="NO"\n' } },
    ],
    nearMiss: { path: '/etc/rc.conf', text: '#inetd_enable="YES"\nsshd_enable="YES"\ninetd_enable="NO"\n' },
    references: [{ title: 'rc.conf(5): a shell script that sets variables' }, { title: 'rc.subr(8), load_rc_config' }],
  },
  *checkDocument(document, context) {
    yield* turnedOver(document, context);
    for (const { line, by } of overriddenIn(document)) {
      const [first, last] = [document.lines[line]?.assignment, document.lines[by]?.assignment];
      const name = document.lines[line]?.tokens.find(({ role }) => role === 'name');
      const later = document.lines[by]?.tokens.find(({ role }) => role === 'name');
      // The same value twice misleads nobody.
      if (first === undefined || name === undefined || later === undefined || first.value?.text === last?.value?.text) continue;
      yield {
        at: { span: shift(name.span, document.starts[line] ?? 0) },
        message: `${first.variable} is set again below, and the last value counts: this line changes nothing. Keep the one that is meant.`,
        related: [{ span: shift(later.span, document.starts[by] ?? 0), message: `This value counts` }],
        fixes: [{ title: 'Delete this line', edits: [wholeLine(document, line)], safe: false }],
      };
    }
  },
};
