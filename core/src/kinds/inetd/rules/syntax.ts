/** Lines that every inetd in question refuses. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import type { InetdLine } from '../model.js';
import { SYNTAX } from '../problems.js';
import { AFTER } from '../switches.js';

export const syntax: Rule<InetdLine> = {
  id: SYNTAX,
  severity: 'error',
  docs: {
    summary: 'A line that inetd cannot read.',
    why: 'The service is not offered, whatever you meant. Most inetds skip the line; the one of FreeBSD exits over a line that is too short, and with it go all services.',
    remedy: 'Complete or correct the field that is named, or comment the line out.',
    bad: [
      { path: '/etc/inetd.conf', text: 'ftp stream tcp nowait root\n' },
      { path: '/etc/inetd.conf', text: 'ftp steam tcp nowait root /usr/sbin/in.ftpd in.ftpd\n' },
      { path: '/etc/inetd.conf', text: 'ftp stream tpc nowait root /usr/sbin/in.ftpd in.ftpd\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root internal\n' },
      { path: '/etc/inetd.conf', text: '--------------------\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'daytime stream tcp nowait root internal\n' },
      { path: '/etc/inetd.conf', text: '127.0.0.1:\nftp stream tcp nowait.40 root.daemon /usr/sbin/in.ftpd\n' },
      { path: '/etc/inetd.conf', text: 'ftp stream tcp nowait\n\troot /usr/sbin/in.ftpd in.ftpd\n' },
      { path: '/etc/inetd.conf', text: 'rstatd/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd rpc.rstatd\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ftp stream tcp nowait root /usr/sbin/in.ftpd\n' },
    references: [{ title: "The source of each inetd's parser, and 400 lines run through three of them" }],
  },
  concerns: ({ problems }) => problems.length > 0,
  *checkLine(line) {
    for (const problem of line.problems)
      if (problem.rule === SYNTAX) yield { at: problem, message: problem.message, fixes: remedied(problem.remedy, AFTER) };
  },
};
