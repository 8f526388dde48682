/** What the entry of one service means as a whole: its state, and the commands that change it. */
import { factById } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import { commandsOf } from './commands.js';
import type { ListingLine } from './model.js';

/** The commands for the service of the line; of several there, each shows its own in the actions. Nothing for what is protected. */
export function aboutLine(line: ListingLine, context: Context): string | undefined {
  const [launch, ...others] = line.launches;
  if (launch === undefined || others.length > 0) return undefined;
  const fact = launch.fact === undefined ? undefined : factById(launch.fact);
  if (fact?.traits?.includes('protected')) return undefined;
  const link = line.links?.[0];
  const on = launch.state === 'on';
  const shown = (turn: boolean): string =>
    commandsOf(line, launch, fact, link, context, turn)
      .map((command) => `\`${command}\``)
      .join(' or ');
  const again = shown(true);
  if (again === '') return undefined;
  // The host needs it: nothing here says how to be without.
  const off = fact?.traits?.includes('essential') ? '' : ` Off: ${shown(false)}.`;
  const is = on ? 'on' : launch.state === 'off' ? 'off' : 'commented out';
  return `**${launch.subject.text}** is ${is} here.${off} On: ${again}.`;
}
