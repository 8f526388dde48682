/** tcpd before a server, and away again. */

import type { Rewrite } from '../../../model/editing.js';
import { baseName } from '../../../text/base-name.js';
import { replace, shiftEdit } from '../../../text/edit.js';
import { isWrapper } from '../entry.js';
import { isInternal } from '../model.js';
import type { Site } from './site.js';

const TCPD = '/usr/sbin/tcpd';

/** Where tcpd looks for a server that is named without a path. */
const FOLDER = '/usr/sbin/';

/** Those whose systems have tcpd; the inetds of BSD ask hosts.allow by themselves. */
const WITH_TCPD: ReadonlySet<string> = new Set(['netkit', 'openbsd-inetd', 'inetutils', 'sysv']);

function wrap({ entry, start }: Site): readonly Rewrite[] {
  const { server, args, socket, protocol, wait } = entry;
  const [first] = args;
  const name = baseName(server.text);
  // tcpd takes the first argument for the program, so another name there would be lost.
  if (socket.text !== 'stream' || protocol.base !== 'tcp' || protocol.rpc || wait.text !== 'nowait') return [];
  if (!server.text.startsWith('/') || isWrapper(server.text) || (first && baseName(first.text) !== name)) return [];
  const called = server.text === `${FOLDER}${name}` ? name : server.text;
  const edits = first ? [replace(server, TCPD), replace(first, called)] : [replace(server, `${TCPD} ${called}`)];
  return [{ name: 'tcpd', title: `Wrap ${name} with tcpd`, edits: edits.map((edit) => shiftEdit(edit, start)) }];
}

function unwrap({ entry, start }: Site): readonly Rewrite[] {
  const { server, args } = entry;
  const [first] = args;
  if (baseName(server.text) !== 'tcpd' || first === undefined || baseName(first.text) === 'tcpd') return [];
  const name = baseName(first.text);
  const path = first.text.startsWith('/') ? first.text : `${FOLDER}${first.text}`;
  const edits = [replace(server, path), replace(first, name)];
  return [{ name: 'tcpd', title: `Start ${name} without tcpd`, edits: edits.map((edit) => shiftEdit(edit, start)) }];
}

export function wrapRewrites(site: Site): readonly Rewrite[] {
  if (isInternal(site.entry) || !site.dialects.some(({ id }) => WITH_TCPD.has(id))) return [];
  return [...wrap(site), ...unwrap(site)];
}
