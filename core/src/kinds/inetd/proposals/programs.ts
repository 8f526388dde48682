/** Servers, and the arguments that they are known to need. */

import type { Fact } from '../../../knowledge/fact.js';
import { factByProgram, factByService } from '../../../knowledge/index.js';
import type { Proposal } from '../../../model/editing.js';
import { baseName } from '../../../text/base-name.js';
import type { Dialect } from '../dialects.js';
import { isWrapper } from '../entry.js';
import type { InetdLine } from '../model.js';
import type { Place } from './place.js';

/** Where systems keep their servers. */
const SBIN = '/usr/sbin/';

/** Arguments with which a program serves one connection, or serves with care. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly [text: string, about: string])[]>> = {
  sshd: [['-i', 'Serves the one connection that inetd hands over.']],
  'in.tftpd': [['-s', 'Shows nothing but the directory that follows.']],
  tftpd: [['-s', 'Shows nothing but the directory that follows.']],
  rsync: [['--daemon', 'Serves the modules of rsyncd.conf.']],
  cvs: [['pserver', 'Serves the repositories that --allow-root names.']],
  git: [
    ['daemon', 'Serves repositories; --inetd goes with it.'],
    ['--inetd', 'Serves the one connection that inetd hands over.'],
  ],
  exim4: [['-bs', 'Speaks SMTP with the one connection that inetd hands over.']],
  smbd: [['-i', 'Serves in the foreground.']],
};

const isBuiltIn = (service: string, socket: string, dialects: readonly Dialect[]): boolean =>
  dialects.some(({ builtins }) => builtins.both.includes(service) || (socket === 'stream' && builtins.stream.includes(service)));

const detailOf = (isUsed: boolean): string => (isUsed ? 'server of other entries of this file' : 'server');

export function serverProposals({ word, before }: Place, dialects: readonly Dialect[], lines: readonly InetdLine[]): Proposal[] {
  const [service, socket, protocol] = before.map(({ text }) => text);
  const fact: Fact | undefined = service === undefined ? undefined : factByService(service, protocol);
  const used = [...new Set(lines.flatMap(({ type, entry }) => (type === 'entry' && entry ? [entry.server.text] : [])))];
  const known = [
    ...(isBuiltIn(service ?? '', socket ?? '', dialects) ? ['internal'] : []),
    ...(fact?.aliases.programs ?? []).map((name) => `${SBIN}${name}`),
  ];
  const common = [`${SBIN}tcpd`];
  return [...new Set([...known, ...used, ...common])]
    .filter((label) => label !== word.text)
    .map((label) => {
      const about =
        label === 'internal'
          ? 'inetd answers by itself.'
          : label.endsWith('/tcpd')
            ? 'Asks hosts.allow and hosts.deny first.'
            : factByProgram(label)?.what.text;
      return { label, detail: detailOf(used.includes(label)), ...(about && { about }), span: word.span, role: 'server' };
    });
}

export function argumentProposals({ index, word, before }: Place): Proposal[] {
  const server = before[5]?.text ?? '';
  if (server === 'internal') return [];
  const [service, , protocol] = before.map(({ text }) => text);
  const wrapped = isWrapper(server);
  if (index === 6) {
    const fact = service === undefined ? undefined : factByService(service, protocol);
    const names = wrapped ? (fact?.aliases.programs ?? []) : [baseName(server)];
    return names.map((label) => ({
      label,
      detail: wrapped ? 'the server that is started' : 'the name it is started under',
      span: word.span,
      role: 'argument',
    }));
  }
  const program = wrapped ? baseName(before[6]?.text ?? '') : baseName(server);
  const written = new Set(before.slice(6).map(({ text }) => text));
  return (ARGUMENTS[program] ?? [])
    .filter(([label]) => !written.has(label))
    .map(([label, about]) => ({ label, detail: `of ${program}`, about, span: word.span, role: 'argument' }));
}
