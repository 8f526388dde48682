/** Services that run inside TLS: nothing is said of them, though their programs are those of cleartext services. */
import { say, tcp, unmentioned } from '../build.js';
import type { Fact } from '../fact.js';

const encrypted = (id: string, port: number, inside: string, others: readonly string[] = []): Fact => ({
  id,
  name: id,
  type: 'service',
  article: unmentioned,
  level: 'none',
  what: say(`${inside} inside TLS.`, 'NMAP'),
  risk: say('Nothing crosses the network readable; what is left are the faults of the server itself.', 'OURS'),
  today: say(`${id} itself, with a current version of TLS.`, 'OURS'),
  aliases: { services: [id, ...others, String(port)] },
  ports: [tcp(port)],
});

export const encryptedServices: readonly Fact[] = [
  encrypted('imaps', 993, 'IMAP', ['simap']),
  encrypted('pop3s', 995, 'POP3', ['spop3']),
  encrypted('smtps', 465, 'SMTP', ['ssmtp']),
  encrypted('nntps', 563, 'NNTP', ['snntp']),
  encrypted('ftps', 990, 'FTP'),
  encrypted('telnets', 992, 'telnet'),
];
