/** What each system makes of the variables: which one switches a service, and by which values. */
import type { Fact } from '../../knowledge/fact.js';
import { factByProgram, factByRcName, factByScript, factBySetting } from '../../knowledge/index.js';
import { mayBeService } from './netbsd.js';

export interface System {
  readonly id: 'freebsd' | 'openbsd' | 'netbsd';
  readonly title: string;
  /** How the name of a variable ends that switches the service before it; empty where the variable has its name alone. */
  readonly suffix: '_enable' | '_flags' | '';
  /** Its rc is no shell: a value goes on to the end of the line, quotes or not [rc.subr(8) of OpenBSD, _rc_parse_conf]. */
  readonly takesBlanks?: true;
  /** True where `variable` with `value` switches a service. */
  switches(variable: string, value: string): boolean;
  /** True for on, false for off; undefined for a value that is neither. `variable` is the whole name. */
  stateOf(value: string, variable: string): boolean | undefined;
  factOf(service: string): Fact | undefined;
}

/** checkyesno of rc.subr(8): these, in any case; all else is taken for no, with a warning. */
const YES = /^(?:yes|true|on|1)$/i;
const NO = /^(?:no|false|off|0)$/i;

/** With NONE nothing of sendmail runs; with NO the daemon for this host's own mail still does [rc.sendmail(8)]. */
export const isSendmail = (variable: string): boolean => variable === 'sendmail_enable';

const endsWith = (suffix: string) => (variable: string) => variable.length > suffix.length && variable.endsWith(suffix);

const yesOrNo = (value: string): boolean | undefined => (YES.test(value) ? true : NO.test(value) ? false : undefined);

const byName = (service: string): Fact | undefined => factByScript(service) ?? factByProgram(service);

export const systems: Readonly<Record<System['id'], System>> = {
  freebsd: {
    id: 'freebsd',
    title: 'FreeBSD',
    suffix: '_enable',
    switches: endsWith('_enable'),
    stateOf: (value, variable) => (isSendmail(variable) && /^none$/i.test(value) ? false : yesOrNo(value)),
    // Its other parts: the daemon that takes this host's own mail on loopback, and those that run the queues.
    factOf: (service) => (/^sendmail_./.test(service) ? undefined : (factBySetting(`${service}_enable`) ?? byName(service))),
  },
  openbsd: {
    id: 'openbsd',
    title: 'OpenBSD',
    suffix: '_flags',
    takesBlanks: true,
    switches: endsWith('_flags'),
    // Any other value, an empty one too, is the flags that the daemon is started with [rc.conf(8)].
    stateOf: (value) => value !== 'NO',
    // Its apmd sets the speed of the processor and the sleep of every machine: it is no leftover there [apmd(8)].
    factOf: (service) => (service === 'apmd' ? undefined : (factByRcName('openbsd', service) ?? byName(service))),
  },
  netbsd: {
    id: 'netbsd',
    title: 'NetBSD',
    suffix: '',
    switches: (variable, value) => mayBeService(variable) && yesOrNo(value) !== undefined,
    stateOf: yesOrNo,
    factOf: byName,
  },
};

/** The one that reads the file; FreeBSD's where nothing tells. */
export const systemOf = ([dialect]: readonly string[]): System =>
  systems[dialect === 'openbsd' || dialect === 'netbsd' ? dialect : 'freebsd'];

/** What only one system has in its file: the mark of its repository first, then what stands in it. */
const MARKS: readonly (readonly [RegExp, System['id']])[] = [
  [/^#.*\$NetBSD\b/m, 'netbsd'],
  [/^#.*\$OpenBSD\b/m, 'openbsd'],
  [/^#.*\$FreeBSD\b/m, 'freebsd'],
  [/^[ \t]*rc_configured=|^[^#\n]*(?:^|[ \t;&])\.[ \t]+\/etc\/defaults\/rc\.conf\b/m, 'netbsd'],
  [/^[ \t]*(?:pkg_scripts=|[A-Za-z_]\w*_flags=["']?NO["']?[ \t]*(?:#.*)?$)/m, 'openbsd'],
  [/^[ \t]*#?[ \t]*[A-Za-z_]\w*_enable=/m, 'freebsd'],
  [/^[ \t]*#?[ \t]*(?:pkg_scripts|[A-Za-z_]\w*_flags)=/m, 'openbsd'],
];

/** Whose rc.conf `text` is, by what stands in it; undefined where nothing does that is of one system alone. */
export function shownBy(text: string): readonly string[] | undefined {
  const id = MARKS.find(([mark]) => mark.test(text))?.[1];
  return id && [id];
}
