/** The commands that turn a service of a listing off and on, on the host that the listing is of. */
import type { Fact } from '../../knowledge/fact.js';
import type { Context } from '../../model/context.js';
import type { Launch } from '../../model/line.js';
import type { Family } from './carry.js';
import { familyOf } from './host.js';
import type { Link, ListingLine, Status } from './model.js';
import { isProse } from './tables/service-status.js';
import { isLegacy } from './tables/smf.js';
import { isTemplate } from './tables/unit-names.js';

const ofFamily: Readonly<Record<Family, (name: string, on: boolean) => string>> = {
  redhat: (name, on) => `chkconfig ${name} ${on ? 'on' : 'off'}`,
  debian: (name, on) => `update-rc.d ${name} ${on ? 'enable' : 'disable'}`,
};

/** The families in question, the likeliest first. A row was written by chkconfig, so where that may be the host's, no other command is right. */
function familiesFor(line: ListingLine, { dialects, path }: Context): readonly Family[] {
  const asked = dialects.filter((dialect): dialect is Family => dialect === 'redhat' || dialect === 'debian');
  const family = familyOf(line, { dialects, path });
  if (line.row && asked.includes('redhat')) return ['redhat'];
  return family === undefined ? asked : [...asked].sort((a, b) => Number(b === family) - Number(a === family));
}

/** A name that a shell takes as one word, and a program for no option. */
const isPlain = (name: string): boolean => /^(?:svc:\/[\w./+:,-]+|[A-Za-z0-9_][\w.+:@-]*)$/.test(name);

/** False for a link that its host's commands would not find by the name. */
function isFound({ text }: Launch['subject'], link: Link | undefined): boolean {
  if (link?.target === undefined) return true;
  const [directory, script] = link.target.text.split('/').slice(-2);
  return directory === 'init.d' && script?.replace(/\*$/, '') === text;
}

/** The unit and those that start it again, where the fact names them: the socket of rpcbind. */
function unitsWith(unit: string, fact: Fact | undefined): readonly string[] {
  const together = fact?.names?.systemd ?? [];
  return together.includes(unit) ? together : [unit];
}

function systemctl({ name, states }: Status, fact: Fact | undefined, on: boolean): string {
  const masked = states.some(({ text }) => text.startsWith('masked'));
  const units = unitsWith(name.text, fact).join(' ');
  // A template cannot be stopped or started: only its instances run.
  const now = isTemplate(name.text) ? '' : ' --now';
  if (!on) return `systemctl disable${now} ${units}`;
  return `${masked ? `systemctl unmask ${name.text} && ` : ''}systemctl enable${now} ${units}`;
}

/** What Red Hat's `service` names is a process: only where it is known can its script be told. */
function ofProcess(fact: Fact | undefined, on: boolean): readonly string[] {
  return (fact?.names?.redhat ?? []).map((script) => ofFamily.redhat(script, on));
}

/** Debian's own command works with and without systemd, but leaves a running service running. */
const ofDebian = (name: string, fact: Fact | undefined, on: boolean): readonly string[] => [
  ofFamily.debian(name, on),
  `systemctl ${on ? 'enable' : 'disable'} --now ${unitsWith(`${name}.service`, fact).join(' ')}`,
];

function rcUpdate({ name, states }: Status, on: boolean): string {
  if (on) return `rc-update add ${name.text} default`;
  const [level, ...others] = states;
  return level && others.length === 0 ? `rc-update del ${name.text} ${level.text}` : `rc-update -a del ${name.text}`;
}

/** The settings of rc.conf that are known, or else the one that a script of that name has by custom. */
function ofFreeBsd(name: string, fact: Fact | undefined, on: boolean): string {
  const known = fact?.names?.freebsd;
  const settings = known?.services.includes(name)
    ? on
      ? known.on
      : known.off
    : [`${name.replace(/\W/g, '_')}_enable=${on ? 'YES' : 'NO'}`];
  return `sysrc ${settings.join(' ')}`;
}

function ofTable(status: Status, fact: Fact | undefined, on: boolean): readonly string[] {
  const name = status.name.text;
  switch (status.table) {
    case 'status':
      return isProse(status) ? ofProcess(fact, on) : ofDebian(name, fact, on);
    case 'openrc':
      return [rcUpdate(status, on)];
    case 'smf':
      return isLegacy(name) ? [] : [`svcadm ${on ? 'enable' : 'disable'} ${name}`];
    case 'rc-scripts':
      return [ofFreeBsd(name, fact, on)];
    case 'rcctl':
      return [`rcctl ${on ? 'enable' : 'disable'} ${name}`];
    default:
      return [systemctl(status, fact, on)];
  }
}

/** Commands for the host's shell, the likeliest first; none for a name that would not be safe there. `link` is that of the launch. */
export function commandsOf(
  line: ListingLine,
  launch: Launch,
  fact: Fact | undefined,
  link: Link | undefined,
  context: Context,
  on: boolean,
): readonly string[] {
  const { text } = launch.subject;
  if (!isPlain(text) || !isFound(launch.subject, link)) return [];
  if (line.status) return ofTable(line.status, fact, on);
  return familiesFor(line, context).map((family) => ofFamily[family](text, on));
}
