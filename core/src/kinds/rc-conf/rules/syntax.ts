/** Lines that sh does not take for the assignment that is meant. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import type { RcConfLine } from '../model.js';
import { SYNTAX } from '../names.js';

export const syntax: Rule<RcConfLine> = {
  id: SYNTAX,
  severity: 'error',
  docs: {
    summary: 'A line that sh does not take for the assignment that is meant.',
    why: 'The file is a shell script. A blank beside the equals sign makes a command of the line, and a quote that is not closed swallows the lines below it, or stops the boot.',
    remedy: 'Write NAME="VALUE", without blanks around the equals sign, in straight quotes, and close them.',
    bad: [
      { path: '/etc/rc.conf', text: 'sshd_enable = "YES"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable= "YES"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable="YES\ncron_enable="YES"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable=“YES”\n' },
    ],
    good: [
      { path: '/etc/rc.conf', text: 'sshd_enable="YES" # for us\ncron_enable=yes\nhostname=\'box\'\n' },
      { path: '/etc/rc.conf', text: 'ifconfig_em0="inet 192.0.2.1 \\\n  netmask 255.255.255.0"\n' },
      { path: '/etc/rc.conf', text: 'if [ -f /etc/rc.conf.site ]; then\n  . /etc/rc.conf.site\nfi\nhostname=$(cat /etc/name)\n' },
    ],
    nearMiss: { path: '/etc/rc.conf', text: 'sshd_enable="YES"\n' },
    references: [{ title: 'sh(1): a word with = in it, and no blank before, is an assignment' }],
  },
  *checkLine(line) {
    for (const problem of line.problems)
      if (problem.rule === SYNTAX) yield { at: problem, message: problem.message, fixes: remedied(problem.remedy) };
  },
};
