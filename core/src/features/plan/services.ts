/** What the host's own commands call the service that a listing shows. */
import type { Fact, SystemNames } from '../../knowledge/fact.js';
import { isGuardedName } from './guard.js';
import type { PlanSystem, ServiceStep } from './model.js';

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
  if (system === 'freebsd') return names.freebsd?.services ?? [subject.replace(/_enable$/, '')];
  // A listing of systemd, and another system asked for: the names are its own.
  return hasSuffix(subject) ? (names[system] ?? [stem(subject)]) : [subject];
}

const settingsFor = (subject: string, { freebsd }: SystemNames): readonly string[] =>
  freebsd?.off ?? [`${subject.replace(/_enable$/, '').replaceAll('-', '_')}_enable=NO`];

/** How `system` turns off what a listing calls `subject`; undefined where no command would take the name, or where it is not to be touched. */
export function serviceStep(system: PlanSystem, subject: string, fact: Fact, reason: string): ServiceStep | undefined {
  if (!PLAIN.test(subject)) return undefined;
  const known = fact.names ?? {};
  const names = socketsFirst([...new Set(namesFor(system, subject, known))].filter((name) => PLAIN.test(name)));
  if (names.length === 0 || [subject, ...names].some(isGuardedName)) return undefined;
  return {
    names,
    ...(system === 'freebsd' && { settings: settingsFor(subject, known) }),
    ...(system === 'redhat' && fact.type === 'service' && { xinetd: names }),
    reason,
  };
}
