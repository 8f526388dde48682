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

/** True where telnetd is told to start a shell in place of login: `-l /bin/sh`, `-l/bin/sh`. */
export function asksNobody(program: string, args: readonly string[]): boolean {
  if (!/^(?:in\.)?telnetd$/.test(baseName(program))) return false;
  return args.some((arg, at) => {
    const login = /^-[a-zA-Z]*l(.*)$/.exec(arg)?.[1];
    return login !== undefined && isShell(login === '' ? (args[at + 1] ?? '') : login);
  });
}

/**
 * What `program`, started by a super-server as `user` with `args` (its own name left out), gives to whoever connects, in words behind “this entry”; undefined
 * where it asks who that is, or gives nothing away. `isConnected`: the connection is its standard input.
 */
export function givenAway(program: string, args: readonly string[], user: string, isConnected: boolean): string | undefined {
  if (asksNobody(program, args)) return `starts a shell where ${program} would start login: whoever connects is ${user}`;
  return isConnected && obeysInput(program, args) ? `has ${program} run, as ${user}, whatever is sent to it` : undefined;
}
