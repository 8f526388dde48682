/** How an editor knows the files of xinetd. */
import type { EditorSpec } from '../../model/editor.js';

export const editor: EditorSpec = {
  language: {
    id: 'xinetd-conf',
    aliases: ['xinetd.conf', 'xinetd'],
    filenames: ['xinetd.conf'],
    filenamePatterns: ['**/xinetd.d/*', '**/xinetd*.conf', '**/xinetd.conf.[^0-9]*', '**/*.xinetd', '**/*.xinetd.in'],
    firstLine:
      '^(?:#.*\\bxinetd\\.(?:conf|d)\\b|#[ \\t]*daemonlint:.*\\bkind=xinetd\\b|[ \\t]*(?:defaults|includedir[ \\t]+/\\S+)[ \\t]*$)',
  },
  choices: [{ label: 'xinetd.conf' }],
  forms: {},
};
