/** RPC versions of which the higher stands first. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { dialectsOf } from '../dialects.js';
import type { InetdLine } from '../model.js';
import { costsOf } from '../problems.js';
import { disputeOf, readAgain } from '../refused.js';
import { AFTER } from '../switches.js';

const REVERSED = /^(\d+)-(\d+)$/;

export const rpcVersions: Rule<InetdLine> = {
  id: 'inetd/rpc-versions',
  severity: 'warning',
  docs: {
    summary: 'RPC versions with the higher one first.',
    why: 'inetd announces the versions from the first number up to the second. Of 3 to 1 there is none, so the port mapper never hears of the service. The inetd of OpenBSD refuses the line.',
    remedy: 'Write the lower version first.',
    bad: [{ path: '/etc/inetd.conf', text: '390001/3-1 dgram rpc/udp wait root /opt/own/bin/rpc.own rpc.own\n' }],
    good: [{ path: '/etc/inetd.conf', text: '390001/3 dgram rpc/udp wait root /opt/own/bin/rpc.own rpc.own\n' }],
    nearMiss: { path: '/etc/inetd.conf', text: '390001/1-3 dgram rpc/udp wait root /opt/own/bin/rpc.own rpc.own\n' },
    references: [{ title: 'inetd.c of OpenBSD and FreeBSD: register_rpc' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry?.versions !== undefined,
  *checkLine(line, { dialects }) {
    const versions = line.entry?.versions;
    const [, first = '', second = ''] = REVERSED.exec(versions?.text ?? '') ?? [];
    if (versions === undefined || Number(first) <= Number(second)) return;
    const { refused } = disputeOf(readAgain(line), dialectsOf(dialects));
    yield {
      at: versions,
      message: `From ${first} up to ${second} there is no version, so nothing is announced to the port mapper.${refused.length > 0 ? ` ${costsOf(refused, true)}` : ''} Write ${second}-${first}.`,
      fixes: [{ title: `Write ${second}-${first}`, edits: [replace(versions, `${second}-${first}`)], safe: false, after: AFTER }],
    };
  },
};
