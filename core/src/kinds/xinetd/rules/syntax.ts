/** Blocks and lines that xinetd refuses. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { block } from '../example.js';
import { SYNTAX } from '../judge.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const WHOLE = ['socket_type = stream', 'wait = no', 'user = root', 'server = /usr/sbin/in.telnetd'];

export const syntax: Rule<XinetdLine> = {
  id: SYNTAX,
  severity: 'error',
  docs: {
    summary: 'A block that xinetd cannot read, or a value that it does not take.',
    why: 'xinetd writes a line to its log and goes on without the service; a } that is missing takes the next service with it. A wrong value in defaults ends xinetd, and with it all services.',
    remedy: 'Write { and } alone on their lines, a blank before each =, and the value that the message asks for.',
    bad: [
      { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE).replace('\n{', ' {') },
      { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE, 'disable=yes') },
      { path: '/etc/xinetd.d/telnet', text: block('telnet', 'socket_type = stream', 'user = root', 'server = /usr/sbin/in.telnetd') },
      { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE, 'instances = many') },
      { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE).replace(/}\n$/, '') },
      { path: '/etc/xinetd.conf', text: 'defaults\n{\n\tcps = fast 10\n}\n' },
      { path: '/etc/xinetd.conf', text: block('telnet', ...WHOLE).replace('service', 'servce') },
      { path: '/etc/xinetd.d/telnet', text: `${block('telnet', ...WHOLE)}}\n` },
    ],
    good: [
      { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE, 'DISABLE =Yes') },
      { path: '/etc/xinetd.d/telnet', text: block('telnet', 'disable = yes', 'wait = maybe') },
      { path: '/etc/xinetd.d/telnet.conf', text: block('telnet', 'disable = yes', ...WHOLE) },
      { path: '/etc/xinetd.conf', text: 'defaults\n{\n\tinstances = 60\n\tcps = 25 30\n}\n\nincludedir /etc/xinetd.d\n' },
    ],
    nearMiss: { path: '/etc/xinetd.d/telnet', text: block('telnet', ...WHOLE, 'instances = 5') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over such blocks' }],
  },
  *checkLine({ problems, tokens }) {
    // A } at the end of the file costs nothing but a line in the log.
    const isIdle = tokens.length === 1 && tokens[0]?.text === '}';
    for (const problem of problems)
      if (problem.rule === SYNTAX)
        yield {
          at: problem,
          message: problem.message,
          fixes: remedied(problem.remedy, AFTER),
          ...(isIdle && { severity: 'warning' as const }),
        };
  },
};
