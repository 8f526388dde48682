/** How an editor knows an inittab. */
import type { EditorSpec } from '../../model/editor.js';

export const editor: EditorSpec = {
  language: {
    id: 'inittab',
    aliases: ['inittab'],
    filenames: ['inittab'],
    filenamePatterns: ['**/inittab.d/*.tab', '**/inittab.{j2,erb,epp,tmpl,in,dist,orig,bak,sample,example,upstream}'],
    firstLine:
      '^(?:#[ \\t]*/etc/inittab\\b|#[ \\t]*daemonlint:.*\\bkind=inittab\\b|[^\\s:#]{0,14}:[0-9Ss]*:(?:respawn|wait|once|boot|bootwait|initdefault|sysinit|askfirst|askconsole):)',
  },
  choices: [{ label: 'inittab' }],
  forms: {},
};
