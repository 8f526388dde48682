/** How an editor knows inetd.conf. */
import type { EditorSpec } from '../../model/editor.js';

export const editor: EditorSpec = {
  language: {
    id: 'inetd-conf',
    aliases: ['inetd.conf', 'inetd'],
    filenames: ['inetd.conf'],
    filenamePatterns: ['**/inetd*.conf', '**/inetd.conf.[^0-9]*'],
    firstLine:
      '^(?:#.*\\binetd\\.conf\\b|#[ \\t]*daemonlint:.*\\bkind=inetd\\b|#?[ \\t]*[^\\s#]+[ \\t]+(?:stream|dgram|raw|rdm|seqpacket)[ \\t]+(?:tcp|udp|unix|rpc)\\S*[ \\t]+(?:no)?wait\\b)',
  },
  choices: [{ label: 'inetd.conf' }],
  forms: {},
};
