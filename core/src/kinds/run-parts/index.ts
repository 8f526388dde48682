/** The kind: scripts of cron.hourly, cron.daily and so on. Only their names and permission bits are judged; what they say is for the shell. */
import { busyboxLike, debianLike, redHatLike } from '../../knowledge/systems.js';
import { defineKind } from '../../model/define.js';
import type { Line } from '../../model/line.js';
import { isDirective } from '../../text/directive.js';
import { physicalEnd } from '../../text/lines.js';
import { runParts as programs } from './names.js';
import { matchPath } from './path.js';
import { fileName } from './rules/file-name.js';
import { notExecutable } from './rules/not-executable.js';

/** Comments to daemonlint count; all else is passed over. */
const parseLine = (text: string, carry: string): Line => ({
  type: isDirective(text) ? 'comment' : 'blank',
  text,
  tokens: [],
  launches: [],
  problems: [],
  carry,
});

export const runParts = defineKind({
  id: 'run-parts',
  editor: { choices: [], forms: {} },
  title: 'script of cron.daily',
  forms: ['script'],
  dialects: Object.keys(programs),
  dialectNames: [
    { names: debianLike, dialect: 'debian', source: 'debianutils, taken over from Debian' },
    { names: redHatLike, dialect: 'cronie', source: 'the package crontabs' },
    { names: busyboxLike, dialect: 'busybox', source: 'run-parts is an applet of the BusyBox that the system is made of' },
  ],
  defaultDialects: ['debian', 'cronie'],
  configures: true,
  scripts: true,
  heedsMode: true,
  roles: {},
  rules: [fileName, notExecutable],
  matchPath,
  resembles: () => 0,
  lineEnd: physicalEnd,
  parseLine,
  disable: () => [],
  enable: () => [],
});
