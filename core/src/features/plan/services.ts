/** What the host's own commands call the service that a listing shows. */
import type { Fact, SystemNames } from '../../knowledge/fact.js';
import { isGuardedName } from './guard.js';
import type { PlanSystem, ServiceStep, Settings } from './model.js';

/** A name that is one word of a shell, no path and no option. */
const PLAIN = /^[A-Za-z0-9_][\w.@+-]*$/;

const hasSuffix = (name: string): boolean => /\.(?:service|socket|path|timer|target|mount)$/.test(name);

const stem = (unit: string): string => unit.replace(/\.[a-z]+$/, '');

/** Sockets first: a service that is stopped while its socket listens is started again. */
const socketsFirst = (units: readonly string[]): readonly string[] =>
  [...units].sort((a, b) => Number(a.endsWith('.service')) - Number(b.endsWith('.service')));

function unitsOf(subject: string, names: SystemNames): readonly string[] {
  const known = names.systemd ?? [];
  if (hasSuffix(subject)) return [subject, ...known.filter((unit) => stem(unit) === stem(subject))];
  return [`${subject}.service`, ...known];
}

function namesFor(system: PlanSystem, subject: string, names: SystemNames): readonly string[] {
  if (system === 'systemd') return unitsOf(subject, names);
  if (system === 'netbsd') return [subject];
  if (system === 'freebsd') return names.freebsd?.services ?? [subject.replace(/_enable$/, '')];
  // A listing of systemd, and another system asked for: the names are its own.
  return hasSuffix(subject) ? (names[system] ?? [stem(subject)]) : [subject];
}

/** What stands there outvotes rc.conf, and sysrc does not look there by itself. */
const OWN_FILE = /^(?:usr\/local\/)?etc\/rc\.conf\.d\/[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;

function settingsFor(subject: string, { freebsd }: SystemNames, path: string): Settings {
  const values = freebsd?.off ?? [`${subject.replace(/_enable$/, '').replaceAll('-', '_')}_enable=NO`];
  return OWN_FILE.test(path) ? { file: `/${path}`, values } : { values };
}

/**
 * How `system` turns off what the file at `path` of the host calls `subject`; undefined where no command would take the name, or where it is
 * not to be touched.
 */
export function serviceStep(system: PlanSystem, subject: string, fact: Fact, path: string, reason: string): ServiceStep | undefined {
  if (!PLAIN.test(subject)) return undefined;
  const known = fact.names ?? {};
  const names = socketsFirst([...new Set(namesFor(system, subject, known))].filter((name) => PLAIN.test(name)));
  if (names.length === 0 || [subject, ...names].some(isGuardedName)) return undefined;
  return {
    names,
    ...(system === 'freebsd' && { settings: [settingsFor(subject, known, path)] }),
    ...(system === 'redhat' && fact.type === 'service' && { xinetd: names }),
    reason,
  };
}
