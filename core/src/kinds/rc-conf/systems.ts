/** What each system makes of the variables: which one switches a service, and by which values. */
import type { Fact } from '../../knowledge/fact.js';
import { factByProgram, factByRcName, factByScript, factBySetting } from '../../knowledge/index.js';
import { markedBy } from '../../knowledge/marks.js';

export interface System {
  readonly id: 'freebsd' | 'openbsd' | 'netbsd';
  readonly title: string;
  /** How the name of a variable ends that switches the service before it; '' where all of it is the name of a service. */
  readonly suffix: '_enable' | '_flags' | '';
  /** Its rc is no shell: it reads line by line, each up to its line feed, and works nothing out [rc.subr(8) of OpenBSD, _rc_parse_conf]. */
  readonly noShell?: true;
  /** True for a variable that switches a service, where it has this value. */
  isSwitch(variable: string, value: string): boolean;
  /** True for on, false for off; undefined for a value that is neither. `variable` is the whole name. */
  stateOf(value: string, variable: string): boolean | undefined;
  factOf(service: string): Fact | undefined;
}

/** checkyesno of rc.subr(8): these, in any case; all else is taken for no, with a warning. */
const YES = /^(?:yes|true|on|1)$/i;
const NO = /^(?:no|false|off|0)$/i;

/** With NONE nothing of sendmail runs; with NO the daemon for this host's own mail still does [rc.sendmail(8)]. */
export const isSendmail = (variable: string): boolean => variable === 'sendmail_enable';

const isYesOrNo = (value: string): boolean | undefined => (YES.test(value) ? true : NO.test(value) ? false : undefined);

const endsIn = (suffix: string) => (variable: string) => variable.endsWith(suffix) && variable.length > suffix.length;

/** What else NetBSD asks for yes or no: how to boot, and what scripts do that are on anyway [etc/defaults/rc.conf]. */
const OPTION =
  /^(?:rc_\w+|do_rcshutdown|no_swap|swapoff|\w+_suidroot|auto_ifconfig|flushroutes|ip6sitelocal|clear_tmp|update_motd|rtclocaltime|critical_\w+|\w+_flags)$/;

const byName = (service: string): Fact | undefined => factByScript(service) ?? factByProgram(service);

export const systems: Readonly<Record<System['id'], System>> = {
  freebsd: {
    id: 'freebsd',
    title: 'FreeBSD',
    suffix: '_enable',
    isSwitch: endsIn('_enable'),
    stateOf: (value, variable) => (isSendmail(variable) && /^none$/i.test(value) ? false : isYesOrNo(value)),
    // Its other parts: the daemon that takes this host's own mail on loopback, and those that run the queues.
    factOf: (service) => (/^sendmail_./.test(service) ? undefined : (factBySetting(`${service}_enable`) ?? byName(service))),
  },
  openbsd: {
    id: 'openbsd',
    title: 'OpenBSD',
    suffix: '_flags',
    noShell: true,
    isSwitch: endsIn('_flags'),
    // Any other value, an empty one too, is the flags that the daemon is started with [rc.conf(8)].
    stateOf: (value) => value !== 'NO',
    // Its apmd sets the speed of the processor and the sleep of every machine: it is no leftover there [apmd(8)].
    factOf: (service) => (service === 'apmd' ? undefined : (factByRcName('openbsd', service) ?? byName(service))),
  },
  netbsd: {
    id: 'netbsd',
    title: 'NetBSD',
    suffix: '',
    // Most variables are settings: a service shows by a yes or a no in a word, or by its name.
    isSwitch: (variable, value) =>
      !OPTION.test(variable) &&
      ((isYesOrNo(value) !== undefined && !/^\d/.test(value)) || (value !== '' && ofNetbsd(variable) !== undefined)),
    stateOf: isYesOrNo,
    factOf: (service) => ofNetbsd(service),
  },
};

function ofNetbsd(service: string): Fact | undefined {
  return factByRcName('openbsd', service) ?? byName(service);
}

/** The one that reads the file; FreeBSD's where nothing tells. */
export function systemOf([first]: readonly string[]): System {
  return first === 'openbsd' || first === 'netbsd' ? systems[first] : systems.freebsd;
}

/** Services that NetBSD alone switches by their bare names. */
const NETBSD =
  /^[ \t]*(?:sshd|inetd|cron|syslogd|ntpd|ntpdate|named|rpcbind|postfix|sendmail|lpd|rwhod|dhclient|dhcpcd|dhcpd|mdnsd|wscons|xdm|httpd|apmd|mountd|statd)=["']?(?:YES|NO)\b/im;

/** What only one system has in its file. */
const SHOWS: readonly (readonly [RegExp, System['id']])[] = [
  [/^[ \t]*rc_configured=|(?<![^\n])[^#\n]*(?:(?<![^\n])|[ \t;&])\.[ \t]+\/etc\/defaults\/rc\.conf\b/m, 'netbsd'],
  [/^[ \t]*(?:pkg_scripts=|[A-Za-z_]\w*_flags=["']?NO["']?[ \t]*(?:#.*)?$)/m, 'openbsd'],
  [/^[ \t]*#?[ \t]*[A-Za-z_]\w*_enable=/m, 'freebsd'],
  [NETBSD, 'netbsd'],
  [/^[ \t]*#?[ \t]*(?:pkg_scripts|[A-Za-z_]\w*_flags)=/m, 'openbsd'],
];

/** Whose rc.conf `text` is, by the mark of a repository or what stands in it; undefined where nothing does that is of one system alone. */
export function shownBy(text: string): readonly string[] | undefined {
  const id = markedBy(text) ?? SHOWS.find(([only]) => only.test(text))?.[1];
  return id && [id];
}
