/** How an editor knows rc.conf. */
import type { EditorSpec } from '../../model/editor.js';

export const editor: EditorSpec = {
  language: {
    id: 'rc-conf',
    aliases: ['rc.conf'],
    filenames: ['rc.conf', 'rc.conf.local'],
    filenamePatterns: ['**/etc/rc.conf.d/*', '**/*.rc.conf', '**/rc.conf.{j2,jinja,jinja2,erb,epp,tmpl,tpl,template}'],
    firstLine:
      '^(?:#[ \\t]*daemonlint:.*\\bkind=rc-conf\\b|#.*\\brc\\.conf(?:\\.local)?\\b|[A-Za-z_]\\w*_enable="?(?:YES|NO|NONE)"?[ \\t]*(?:#.*)?$|[A-Za-z_]\\w*_flags=NO[ \\t]*(?:#.*)?$)',
  },
  choices: [{ label: 'rc.conf' }],
  forms: {},
};
