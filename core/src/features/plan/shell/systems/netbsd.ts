/** By service of NetBSD; the lines of rc.conf are changed as those of any other file. */
import { byService, type SystemShell } from './system-shell.js';

export const netbsd: SystemShell = {
  links: [],
  files: [],
  functions: `
there() {
  [ -f "$ROOT/etc/rc.d/$1" ]
}

${byService}`,
  reload: 'run service xinetd reload',
};
