/** Settings that xinetd knows and passes over all the same. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { IGNORED } from '../judge.js';
import type { XinetdLine } from '../model.js';
import { AFTER, disableEdits } from '../switches.js';

const block = (...lines: readonly string[]): string =>
  `# daemonlint: keep finger\nservice finger\n{\n\tsocket_type = stream\n\twait = no\n\tuser = nobody\n\tserver = /usr/sbin/in.fingerd\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

export const ignoredSetting: Rule<XinetdLine> = {
  id: IGNORED,
  severity: 'warning',
  docs: {
    summary: 'A setting, or a value of a list, that xinetd ignores for the way in which it is written.',
    why: 'Too many or too few values, an operator that does not go with the attribute, a second setting, or a place where it does not belong: xinetd logs a warning and goes on without. So it does with an address that it cannot read: who was to be shut out may connect. `disable = yes # why` leaves the service on.',
    remedy: 'Write it as the message says. Comments go on lines of their own.',
    bad: [
      { path: '/etc/xinetd.d/finger', text: block('disable = yes # nobody uses it') },
      { path: '/etc/xinetd.d/finger', text: block('disable = no', 'disable = yes') },
      { path: '/etc/xinetd.d/finger', text: block('instances += 5') },
      { path: '/etc/xinetd.conf', text: 'defaults\n{\n\tdisable = yes\n}\n' },
      { path: '/etc/xinetd.d/finger', text: block('no_access = 10.0.0.') },
    ],
    good: [
      { path: '/etc/xinetd.d/finger', text: block('# nobody uses it', 'disable = yes') },
      { path: '/etc/xinetd.d/finger', text: block('only_from = 10.0.0.0/8', 'only_from += 192.168.1.0/24') },
      { path: '/etc/xinetd.d/finger', text: block('disable = yes', 'disable = no') },
    ],
    nearMiss: { path: '/etc/xinetd.d/finger', text: block('instances = 5') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over each attribute and all kinds of address' }],
  },
  *checkLine(line) {
    const isOn = line.type === 'entry' && line.service?.off === undefined;
    const wished = !isOn
      ? []
      : (line.settings ?? []).filter(
          ({ attribute, values: [first] }) => attribute.text.toLowerCase() === 'disable' && first?.text.toLowerCase() === 'yes',
        );
    for (const problem of line.problems) {
      if (problem.rule !== IGNORED) continue;
      const isWished = wished.some(({ attribute, values }) =>
        [attribute, ...values].some(({ span }) => span.start >= problem.span.start && span.end <= problem.span.end),
      );
      const edits = isWished ? disableEdits(line) : [];
      yield {
        at: problem,
        message: problem.message,
        fixes:
          edits.length > 0
            ? [{ title: 'Set disable = yes so that it counts', edits, safe: false, after: AFTER }]
            : remedied(problem.remedy, AFTER),
      };
    }
  },
};
