/** Turning inetd entries off and on. */
import { factById } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { commentOut, uncomment } from '../../model/toggle.js';
import { lineStarts } from '../../text/lines.js';
import type { InetdLine } from './model.js';

/** What remains to be done on the host. */
export const AFTER = 'Send HUP to inetd (pkill -HUP inetd) to make it take effect; open sessions survive.';

/** The service as written; a number, and the word that HP-UX has for all RPC services, with the name of what is known to listen there. */
function nameOf({ subject, fact }: Launch): string {
  const known = fact === undefined ? undefined : factById(fact);
  return known && /^(?:\d+|rpc)$/.test(subject.text) ? `${subject.text} (${known.name})` : subject.text;
}

export function disable(line: InetdLine, launch: Launch, { offMark }: Context): readonly Fix[] {
  if (line.type !== 'entry') return [];
  const what = lineStarts(line.text).length > 1 ? 'its lines' : 'its line';
  return [{ title: `Disable ${nameOf(launch)}: comment ${what} out`, edits: commentOut(line, offMark), safe: true, after: AFTER }];
}

export function enable(line: InetdLine, launch: Launch): readonly Fix[] {
  if (line.type !== 'commented') return [];
  return [
    {
      title: `Enable ${nameOf(launch)}`,
      edits: uncomment(line),
      safe: false,
      after: 'Send HUP to inetd (pkill -HUP inetd) to make it take effect.',
    },
  ];
}
