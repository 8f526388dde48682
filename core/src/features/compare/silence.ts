/** Whether a command keeps to itself what goes wrong in it. */
import { runsIn } from '../../text/shell/commands.js';
import type { Redirection } from '../../text/shell/shell.js';

const isNowhere = ({ target }: Redirection): boolean => target?.text === '/dev/null';

/** True where stderr goes to /dev/null: `2>/dev/null`, `&>/dev/null`, `>/dev/null 2>&1`. */
function isSilent(redirections: readonly Redirection[]): boolean {
  let output = false;
  let errors = false;
  for (const one of redirections) {
    if (one.operator.startsWith('<')) continue;
    if (one.operator.startsWith('&')) [output, errors] = [isNowhere(one), isNowhere(one)];
    else if (one.stream === '2') errors = one.operator === '>&' ? one.target?.text === '1' && output : isNowhere(one);
    else if (one.operator === '>&' && one.stream === undefined) [output, errors] = [isNowhere(one), isNowhere(one)];
    else if (one.operator !== '>&') output = isNowhere(one);
  }
  return errors;
}

const silentIn = (command: string): number => runsIn(command, 0, command.length).filter(({ piece }) => isSilent(piece.redirections)).length;

/** True where `after` throws errors away and `before` did not. */
export const losesErrors = (before: string, after: string): boolean => silentIn(before) === 0 && silentIn(after) > 0;
