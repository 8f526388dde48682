/** Programs that run what they read: shells, and interpreters of other languages. */

import { baseName } from './places.js';

const SHELL = /^(?:sh|bash|rbash|ash|dash|ksh|ksh93|mksh|pdksh|zsh|csh|tcsh|fish)$/;

/** True for the name or the path of a shell. */
export const isShell = (program: string): boolean => SHELL.test(baseName(program));

/** Those that take their program from standard input where no argument says another, and arguments that change nothing about it. */
const OTHERS: readonly (readonly [name: RegExp, harmless: RegExp])[] = [
  [/^python(?:[23](?:\.\d+)?)?$/, /^-[BEIOqsSuv]+$/],
  [/^perl(?:5[\d.]*)?$/, /^-[wWtTX]+$/],
  [/^ruby[\d.]*$/, /^-[wW]$/],
  [/^(?:node|nodejs|php[\d.]*|lua[\d.]*|tclsh[\d.]*)$/, /^-$/],
];

/** Options of shells that have a word of their own behind them. */
const WITH_WORD = /^(?:--(?:rcfile|init-file)|[-+][a-z]*[oO])$/;

function shellObeys(args: readonly string[]): boolean {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (WITH_WORD.test(arg)) at++;
    else if (/^-[a-zA-Z]*c/.test(arg)) return false;
    else if (/^-[a-zA-Z]*s/.test(arg)) return true;
    else if (!/^[-+]/.test(arg)) return false;
  }
  return true;
}

/** True where `program`, started with `args` (its own name left out), runs what its standard input says. */
export function obeysInput(program: string, args: readonly string[]): boolean {
  if (isShell(program)) return shellObeys(args);
  const name = baseName(program);
  return OTHERS.some(([known, harmless]) => known.test(name) && args.every((arg) => arg === '-' || harmless.test(arg)));
}

/** What `arg` has telnetd start in place of login: `-l` of BusyBox, `-E` of GNU and its long name, of which the beginning will do. Empty where the next word says it. */
function loginIn(arg: string): string | undefined {
  const [, long, value = ''] = /^--(e[a-z-]*)(?:=(.*))?$/.exec(arg) ?? [];
  if (long !== undefined) return 'exec-login'.startsWith(long) ? value : undefined;
  return /^-[a-zA-Z]*[lE](.*)$/.exec(arg)?.[1];
}

/** The shell that telnetd is told to start in place of login, and the argument that says it: `-l /bin/sh`, `-l/bin/sh`, `--exec-login=/bin/sh`. */
export function shellForLogin(program: string, args: readonly string[]): { readonly shell: string; readonly at: number } | undefined {
  if (!/^(?:in\.|inetutils-|u)?telnetd$/.test(baseName(program))) return undefined;
  for (const [at, arg] of args.entries()) {
    const login = loginIn(arg);
    const found = login === '' ? { shell: args[at + 1] ?? '', at: at + 1 } : { shell: login ?? '', at };
    if (isShell(found.shell)) return found;
  }
  return undefined;
}

/**
 * What `program`, started by a super-server as `user` with `args` (its own name left out), gives to whoever connects, in words behind “this entry”; undefined
 * where it asks who that is, or gives nothing away. `isConnected`: the connection is its standard input.
 */
export function givenAway(program: string, args: readonly string[], user: string, isConnected: boolean): string | undefined {
  if (shellForLogin(program, args)) return `starts a shell where ${program} would start login: whoever connects is ${user}`;
  return isConnected && obeysInput(program, args) ? `has ${program} run, as ${user}, whatever is sent to it` : undefined;
}
