/** How much a text looks like an rc.conf. */
import { shownBy } from './systems.js';

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

/**
 * Settings of the initscripts of Arch and its like, of OpenRC, of Void, and of the file manager ranger, which have files of this name. What they start
 * stands elsewhere, but for the array of Arch, which is none of the switches that this kind reads.
 */
const OTHERS =
  /^[ \t]*(?:(?:DAEMONS|MODULES|SERVICES)=\(|(?:HARDWARECLOCK|KEYMAP|CGROUP_MODE)=|rc_(?:parallel|interactive|shell|logger|depend_strict|hotplug|sys|tty_number|cgroup_\w+)=|(?:set|map|alias|copymap)[ \t]+\S+[ \t]+\S)/m;

/** True for what other systems and programs keep in files of this name: none of its lines says anything of a BSD. */
export const isOthers = (text: string): boolean => OTHERS.test(text.slice(0, LOOKED_AT)) && shownBy(text) === undefined;
