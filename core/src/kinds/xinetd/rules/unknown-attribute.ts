/** Attributes that xinetd does not know. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { UNKNOWN } from '../judge.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const block = (line: string): string =>
  `service finger\n{\n\tsocket_type = stream\n\twait = no\n\tuser = nobody\n\tserver = /usr/sbin/in.fingerd\n\tdisable = no\n\t${line}\n}\n`;

const keep = '# daemonlint: keep finger\n';

export const unknownAttribute: Rule<XinetdLine> = {
  id: UNKNOWN,
  severity: 'warning',
  docs: {
    summary: 'An attribute that xinetd does not know.',
    why: 'xinetd ignores the line: what it was to limit or to forbid is neither limited nor forbidden.',
    remedy: 'Correct the name, or take the line out.',
    bad: [
      { path: '/etc/xinetd.d/finger', text: keep + block('only_form = 10.0.0.0/8') },
      { path: '/etc/xinetd.d/finger', text: keep + block('disabled = finger') },
    ],
    good: [{ path: '/etc/xinetd.conf', text: 'defaults\n{\n\tdisabled = finger\n}\n' }],
    nearMiss: { path: '/etc/xinetd.d/finger', text: keep + block('only_from = 10.0.0.0/8') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over each attribute' }],
  },
  concerns: ({ problems }) => problems.some(({ rule }) => rule === UNKNOWN),
  *checkLine({ problems }) {
    for (const problem of problems)
      if (problem.rule === UNKNOWN) yield { at: problem, message: problem.message, fixes: remedied(problem.remedy, AFTER) };
  },
};
