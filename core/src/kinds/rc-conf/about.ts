/** What an assignment means as a whole: the state of the service, and the commands that change it. */
import type { Context } from '../../model/context.js';
import { commandOf } from './commands.js';
import type { RcConfLine } from './model.js';
import { systemOf } from './systems.js';

export function aboutLine({ launches }: RcConfLine, context: Context): string | undefined {
  const [launch, ...others] = launches;
  if (launch === undefined || others.length > 0) return undefined;
  const is = launch.state === 'on' ? 'started at boot' : launch.state === 'off' ? 'not started at boot' : 'commented out';
  const off = commandOf(launch, context, false);
  const on = commandOf(launch, context, true);
  const said = [off && `Off: \`${off}\`.`, on && `On: \`${on}\`.`].filter(Boolean).join(' ');
  return `**${launch.subject.text}** is ${is} by this line, on ${systemOf(context.dialects).title}.${said === '' ? '' : ` ${said}`}`;
}
