/** The commands that change what rc.conf says, on the host. */
import { factById } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import type { Launch } from '../../model/line.js';
import { sysrcFile } from './path.js';
import { isSendmail, type System, systemOf } from './systems.js';

/** The value that turns the service off or on, as the variable has it. */
export function valueFor(variable: string, system: System, on: boolean): string {
  if (system.id === 'openbsd') return on ? '' : 'NO';
  return on ? 'YES' : isSendmail(variable) ? 'NONE' : 'NO';
}

/** The command for the host; undefined for what is protected, and nothing that turns off what the host needs. */
export function commandOf(
  { subject, fact }: Launch,
  { dialects, path }: Pick<Context, 'dialects' | 'path'>,
  on: boolean,
): string | undefined {
  const traits = fact === undefined ? [] : (factById(fact)?.traits ?? []);
  if (traits.includes('protected') || (!on && traits.includes('essential')) || !/^[A-Za-z_][\w-]*$/.test(subject.text)) return undefined;
  const system = systemOf(dialects);
  // NetBSD has none that would change the file.
  if (system.id === 'netbsd') return undefined;
  if (system.id === 'openbsd') return `rcctl ${on ? 'enable' : 'disable'} ${subject.text}`;
  const variable = `${subject.text}${system.suffix}`;
  return `sysrc${sysrcFile(path)} ${variable}=${valueFor(variable, system, on)}`;
}
