/** How much a text looks like an rc.conf. */

const LOOKED_AT = 16_384;

const SWITCH =
  /^[ \t]*[A-Za-z_]\w*(?:_enable=["']?(?:YES|NO|NONE|TRUE|FALSE|ON|OFF)["']?|_flags=(?:NO|"[^"]*"|)|pkg_scripts=.*)[ \t]*(?:#.*)?$/i;
/** What NetBSD's must have in it. */
const CONFIGURED = /^[ \t]*rc_configured=/;
const ASSIGNMENT = /^[ \t]*[A-Za-z_]\w*=\S*/;

/** 0 to 1: 0.6 and more where most lines are assignments, and one at least is a switch. */
export function resembles(text: string): number {
  if (text.startsWith('#!')) return 0;
  const lines = text
    .slice(0, LOOKED_AT)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (lines.length === 0) return 0;
  const assignments = lines.filter((line) => ASSIGNMENT.test(line)).length;
  const switches = lines.filter((line) => SWITCH.test(line.trimEnd()) || CONFIGURED.test(line)).length;
  const share = assignments / lines.length;
  return switches > 0 && share >= 0.7 ? 0.5 + share / 2 : share / 4;
}
