/** An entry as a socket and a service of systemd, in one text. */

import type { Rewrite } from '../../../model/editing.js';
import { baseName } from '../../../text/base-name.js';
import { unitName } from '../../../text/systemd.js';
import type { Site } from '../rewrites/site.js';
import { listeningOf } from './listen.js';
import { impossible, isAccepting, limitLines, serviceLines, serviceNotes } from './service.js';

const TITLE = 'Show as systemd socket and service';

const comment = (text: string): string => `# ${text.replace(/[\r\n]+[ \t]*/g, ' ')}`;

function unitsText(site: Site): string {
  const { line, entry } = site;
  const lead = [comment(line.text.trim())];
  const listening = impossible(entry) ?? listeningOf(site);
  const why = typeof listening === 'string' ? listening : 'why' in listening ? listening.why : undefined;
  if (why !== undefined || typeof listening === 'string' || 'why' in listening)
    return [...lead, comment(`There are no units that mean the same: ${why ?? ''}.`), ''].join('\n');
  const accepting = isAccepting(entry);
  const name = `inetd-${unitName(entry.protocol.base === 'unix' ? baseName(entry.service.text) : entry.service.text) || 'service'}`;
  const notes = [
    `Two files, named below: save each, then systemctl daemon-reload && systemctl enable --now ${name}.socket`,
    'Take the entry out of inetd.conf and send HUP to inetd first: both cannot listen there.',
    ...listening.notes,
    ...serviceNotes(site),
  ];
  return [
    ...lead,
    '#',
    ...notes.map(comment),
    '',
    comment(`/etc/systemd/system/${name}.socket`),
    '[Unit]',
    `Description=Socket of ${name.slice('inetd-'.length)}, as in inetd.conf`,
    '',
    '[Socket]',
    ...listening.lines,
    `Accept=${accepting ? 'yes' : 'no'}`,
    ...limitLines(site),
    '',
    '[Install]',
    'WantedBy=sockets.target',
    '',
    comment(`/etc/systemd/system/${name}${accepting ? '@' : ''}.service`),
    '[Unit]',
    `Description=Service ${name.slice('inetd-'.length)}, as in inetd.conf`,
    '',
    '[Service]',
    ...serviceLines(entry),
    '',
  ].join('\n');
}

/** The units in a new document, or the reason why there are none. */
export const systemdRewrites = (site: Site): readonly Rewrite[] => [
  { name: 'systemd', title: TITLE, edits: [], opens: { language: 'ini', text: unitsText(site) } },
];
