/** What each system makes of the variables: which one switches a service, and by which values. */
import type { Fact } from '../../knowledge/fact.js';
import { factByProgram, factByRcName, factByScript, factBySetting } from '../../knowledge/index.js';

export interface System {
  readonly id: 'freebsd' | 'openbsd';
  readonly title: string;
  /** How the name of a variable ends that switches the service before it. */
  readonly suffix: '_enable' | '_flags';
  /** True for on, false for off; undefined for a value that is neither. `variable` is the whole name. */
  stateOf(value: string, variable: string): boolean | undefined;
  factOf(service: string): Fact | undefined;
}

/** checkyesno of rc.subr(8): these, in any case; all else is taken for no, with a warning. */
const YES = /^(?:yes|true|on|1)$/i;
const NO = /^(?:no|false|off|0)$/i;

/** With NONE nothing of sendmail runs; with NO the daemon for this host's own mail still does [rc.sendmail(8)]. */
export const isSendmail = (variable: string): boolean => variable === 'sendmail_enable';

const byName = (service: string): Fact | undefined => factByScript(service) ?? factByProgram(service);

export const systems: Readonly<Record<System['id'], System>> = {
  freebsd: {
    id: 'freebsd',
    title: 'FreeBSD',
    suffix: '_enable',
    stateOf: (value, variable) => {
      if (YES.test(value)) return true;
      return NO.test(value) || (isSendmail(variable) && /^none$/i.test(value)) ? false : undefined;
    },
    // Its other parts: the daemon that takes this host's own mail on loopback, and those that run the queues.
    factOf: (service) => (/^sendmail_./.test(service) ? undefined : (factBySetting(`${service}_enable`) ?? byName(service))),
  },
  openbsd: {
    id: 'openbsd',
    title: 'OpenBSD',
    suffix: '_flags',
    // Any other value, an empty one too, is the flags that the daemon is started with [rc.conf(8)].
    stateOf: (value) => value !== 'NO',
    factOf: (service) => factByRcName('openbsd', service) ?? byName(service),
  },
};

/** The one that reads the file; FreeBSD's where nothing tells. */
export const systemOf = (dialects: readonly string[]): System => systems[dialects[0] === 'openbsd' ? 'openbsd' : 'freebsd'];

/** Whose rc.conf `text` is, by the variables in it; undefined where it has none of either. */
export function shownBy(text: string): readonly string[] | undefined {
  if (/^[ \t]*#?[ \t]*[A-Za-z_]\w*_enable=/m.test(text)) return ['freebsd'];
  return /^[ \t]*#?[ \t]*(?:pkg_scripts|[A-Za-z_]\w*_flags)=/m.test(text) ? ['openbsd'] : undefined;
}
