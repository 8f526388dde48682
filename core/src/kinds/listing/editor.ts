/** How an editor knows listings. Links may be watched in their directories too. */
import type { EditorSpec } from '../../model/editor.js';

export const editor: EditorSpec = {
  language: {
    id: 'rc-listing',
    aliases: ['rc listing', 'chkconfig'],
    extensions: ['.rclist'],
    filenamePatterns: ['**/rc[0-6S].d.txt', '**/rc[0-6S].d.listing', '**/chkconfig*.txt', '**/chkconfig.list'],
    firstLine:
      '^(?:#[ \\t]*daemonlint:.*\\bkind=listing\\b|\\S*/rc[0-6S]\\.d/?:[ \\t]*$|[ \\t>]*(?:l[-rwxsStTl]{9}\\S*[ \\t].*[ \\t])?[SK]\\d\\d\\S+ -> |[ \\t>]*[^\\s:]+[ \\t]+0:\\S+[ \\t]+1:\\S+[ \\t]+2:)',
  },
  watch: ['**/*{rc?.d,chkconfig,rclinks,rc-links}*', '**/rc?.d/*', '**/*.rclist'],
  choices: [{ label: 'rc listing' }],
  // A directory of links is no file that one could set it for.
  forms: { links: 'A listing that ls or the like wrote.', chkconfig: 'A listing that chkconfig --list wrote.' },
};
