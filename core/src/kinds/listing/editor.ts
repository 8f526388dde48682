/** How an editor knows listings. Links may be watched in their directories too. */
import type { EditorSpec } from '../../model/editor.js';

const UNIT = '[\\w:.@%\\\\+-]+\\.(?:service|socket|timer|path|target|mount|automount|swap|device|slice|scope)';

/** Lines that nothing but a listing begins with. */
const FIRST_LINES = [
  '#[ \\t]*daemonlint:.*\\bkind=listing\\b',
  '\\S*/rc[0-6S]\\.d/?:[ \\t]*$',
  '\\S*\\.target\\.wants/?:[ \\t]*$',
  '[ \\t>]*(?:l[-rwxsStTl]{9}\\S*[ \\t].*[ \\t])?[SK]\\d\\d\\S+ -> ',
  '[ \\t>]*[^\\s:]+[ \\t]+0:\\S+[ \\t]+1:\\S+[ \\t]+2:',
  // The header of the services of xinetd, in any language.
  '[ \\t>]*(?=.*xinetd)[^\\s#/:：]+(?:[ \\t]+[^\\s#/:：]+){1,4}\\s*[:：][ \\t]*$',
  'UNIT FILE[ \\t]+STATE\\b',
  '[ \\t]*UNIT[ \\t]+LOAD[ \\t]+ACTIVE\\b',
  `[ \\t>●*]*${UNIT}[ \\t]+(?:(?:enabled|disabled|static|masked)\\b|loaded[ \\t]+(?:active|inactive|failed)\\b)`,
  '(?:STATE[ \\t]+STIME|ENABLED[ \\t]+STATE)[ \\t]+FMRI\\b',
  '[ \\t>]*(?:online|offline|disabled|maintenance|degraded|legacy_run)\\*?[ \\t]+\\S+[ \\t]+(?:svc|lrc):/',
  '[ \\t>]*\\[ [+?-] \\][ \\t]+\\S+[ \\t]*$',
  '[ \\t>]*\\S+[ \\t]+\\|[ \\t]+(?:sysinit|boot|default|shutdown|nonetwork)(?:[ \\t]|$)',
  '.*[#$%>][ \\t]+(?:(?:sudo|doas)[ \\t]+)?(?:systemctl[ \\t]+list-unit|service[ \\t]+(?:--status-all|-v?ev?[ \\t]*$)|rc-update[ \\t]+(?:-v[ \\t]+)?show|rcctl[ \\t]+ls|chkconfig[ \\t]+--list)',
];

export const editor: EditorSpec = {
  language: {
    id: 'rc-listing',
    aliases: ['rc listing', 'chkconfig', 'systemctl list-unit-files'],
    extensions: ['.rclist'],
    filenamePatterns: [
      '**/rc[0-6S].d.txt',
      '**/rc[0-6S].d.listing',
      '**/chkconfig*.txt',
      '**/chkconfig.list',
      '**/*{list-unit-files,list-units,service-status-all,rc-update,rcctl-ls,service-e,svcs,inetadm}*.{txt,list,out}',
    ],
    firstLine: `^(?:${FIRST_LINES.join('|')})`,
  },
  choices: [{ label: 'rc listing' }],
  // A directory of links is no file that one could set it for.
  forms: {
    links: 'A listing of rc links that ls or the like wrote.',
    chkconfig: 'A listing that chkconfig --list wrote.',
    'unit-files': 'A listing that systemctl list-unit-files wrote.',
    units: 'A listing that systemctl list-units wrote.',
    status: 'A listing that service --status-all wrote.',
    openrc: 'A listing that rc-update show wrote.',
    rcctl: 'A listing that rcctl ls wrote.',
    'rc-scripts': 'A listing that service -e of FreeBSD wrote.',
    smf: 'A listing that svcs or inetadm of Solaris wrote.',
    runit: 'A listing of the folder that runsvdir of runit watches.',
    wants: 'A listing of the folders in which systemd keeps what a target wants.',
    mixed: 'Several listings in one text.',
  },
};
