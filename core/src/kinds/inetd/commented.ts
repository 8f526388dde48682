/** Which comments are entries that somebody turned off. */

import { factByProgram } from '../../knowledge/index.js';
import { isProgramWord } from '../../knowledge/programs.js';
import { baseName } from '../../text/base-name.js';
import type { Word } from '../../text/words.js';
import { dialects, socketTypes, systemVTypes } from './dialects.js';
import { isWrapper, shapeOf } from './entry.js';
import { refusalOf } from './judge.js';
import { knownService } from './launches.js';
import { type InetdEntry, isInternal } from './model.js';

const SOCKETS: ReadonlySet<string> = new Set([...socketTypes, ...systemVTypes]);

/** Protocols that some inetd knows, in lower case as they must be. */
const PROTOCOL =
  /^(?:rpc\/)?(?:faith\/)?(?:tcp|udp)(?:4|6|46|64|6only)?(?:\/(?:faith|ttcp))?(?:,(?:snd|rcv)buf=\d+[km]?)*$|^(?:unix|sctp|ttcp|sunrpc_tcp|sunrpc_udp)$|^rpc\/(?:(?:tcp|udp|tic(?:lts|ots|otsord)|(?:datagram|circuit)_[nv]|visible|\*)(?:,|$))+$/;

const NAME = /^[\w.$-]+$/;
const SERVICE = /^(?:[\w+*-][\w.+*/-]*|\/\S*)$/;

/** Words that stand for a service, a user or a program in headers and examples. */
const PLACEHOLDER =
  /^(?:service[-_]?(?:name)?|who|user(?:[-_]?name)?|server(?:[-_]?(?:path|program))?|program|prog(?:ram)?[-_]?name|port|\/path\/to\/.*|\.\.\.)$/i;

/** True when `words`, the first of a line without its marks, are in the places of an entry as far as they go. */
export function startsLikeEntry(words: readonly Word[]): boolean {
  const [service, socket, protocol] = words;
  if (service === undefined) return false;
  return (socket === undefined || SOCKETS.has(socket.text)) && (protocol === undefined || PROTOCOL.test(protocol.text));
}

/** True when a server without a path is a program and no word of a sentence. */
function isProgram({ server, args: [first] }: InetdEntry): boolean {
  const name = first && baseName(first.text);
  return isWrapper(server.text) || factByProgram(server.text) !== undefined || name === server.text || /^[-/]/.test(first?.text ?? '');
}

/** True when the entry names something real: a port, a path, a service built in, or a known service or program. */
function names(entry: InetdEntry): boolean {
  const { service, server, program } = entry;
  if (/^\d+$/.test(service.text) || server.text.startsWith('/') || isInternal(entry)) return true;
  return (
    isProgram(entry) && (knownService(entry) !== undefined || factByProgram(program.text) !== undefined || isProgramWord(program.text))
  );
}

/** The entry that `words` make, if they are one that somebody turned off: some inetd takes it, and it names something real. */
export function commentedOut(words: readonly Word[], fallback: string): ReturnType<typeof shapeOf> | undefined {
  if (words.length < 6 || !startsLikeEntry(words[0]?.text.endsWith(':') ? words.slice(1) : words)) return undefined;
  const shape = shapeOf(words, fallback);
  const { entry } = shape;
  if (entry === undefined || !/^(?:no|s)?wait(?:[.:/]|$)/.test(shape.wait ?? '')) return undefined;
  if (!SERVICE.test(entry.service.text) || !NAME.test(entry.user.text) || /[<>]/.test(entry.server.text)) return undefined;
  if ([entry.service, entry.user, entry.server, entry.program].some(({ text }) => PLACEHOLDER.test(text))) return undefined;
  return names(entry) && dialects.some((dialect) => refusalOf(shape, dialect) === undefined) ? shape : undefined;
}

/**
 * True when `more`, the words of a further comment line, are the rest of the entry that `found` begins. `gap` is what stands between its mark
 * and its first word; `sure` says that the mark is none that a person writes before prose. A whole entry goes on only with arguments.
 */
export function continuesEntry(found: readonly Word[], more: readonly Word[], gap: string, sure: boolean): boolean {
  const [word] = more;
  if (word === undefined || (more.length >= 3 && startsLikeEntry(more))) return false;
  if (sure || found.length < 6 || /^[-/]/.test(word.text)) return true;
  const server = found[5]?.text ?? '';
  if (found.length > 6 || server === 'internal') return false;
  return word.text === baseName(server) || (/^(?:\t|[ \t]{2})/.test(gap) && /^[a-z0-9_.+-]+$/.test(word.text));
}
