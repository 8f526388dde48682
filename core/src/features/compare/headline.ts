/** A comparison in a line. */
import type { FindingChange, HostComparison } from './model.js';

export const ofTurn = <T extends { readonly turn: string }>(changes: readonly T[], turn: T['turn']): readonly T[] =>
  changes.filter((change) => change.turn === turn);

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The worst first. Hints are for the editor: nobody wants them in a review. */
export const worthTelling = <T extends FindingChange>(changes: readonly T[]): readonly T[] =>
  SEVERITIES.flatMap((severity) => changes.filter(({ finding }) => finding.severity === severity));

export const isError = ({ finding }: FindingChange): boolean => finding.severity === 'error';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** So many names are told; of more, how many there are. */
const MOST_NAMES = 5;

/** ` (finger on 2 hosts, telnet)`. */
function named(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size > MOST_NAMES) return '';
  return ` (${[...counts].map(([name, count]) => (count === 1 ? name : `${name} on ${count} hosts`)).join(', ')})`;
}

const part = (count: number, text: () => string): readonly string[] => (count === 0 ? [] : [text()]);

const servicesPart = (comparisons: readonly HostComparison[], turn: 'on' | 'changed' | 'off', words: string): readonly string[] => {
  const changes = ofTurn(
    comparisons.flatMap(({ services }) => services),
    turn,
  );
  const names = changes.map(({ before, after }) => after?.name ?? before?.name ?? '');
  return part(changes.length, () => `${counted(changes.length, 'service', 'services')} ${words}${named(names)}`);
};

const jobsPart = (comparisons: readonly HostComparison[], turn: 'on' | 'changed' | 'off', words: string): readonly string[] => {
  const { length } = ofTurn(
    comparisons.flatMap(({ jobs }) => jobs),
    turn,
  );
  return part(length, () => `${counted(length, 'job', 'jobs')} ${words}`);
};

/** Without a full stop; undefined where nothing is told that it names. */
export function headlineOf(comparisons: readonly HostComparison[]): string | undefined {
  const renamed = comparisons.filter(({ was }) => was !== undefined).length;
  const scripts = comparisons.flatMap((one) => one.scripts).length;
  const settings = comparisons.flatMap((one) => one.settings);
  const appeared = worthTelling(comparisons.flatMap((one) => one.appeared));
  const errors = appeared.filter(isError).length;
  const aside = worthTelling(comparisons.flatMap((one) => one.putAside)).length;
  const parts = [
    ...part(renamed, () => counted(renamed, 'host renamed', 'hosts renamed')),
    ...servicesPart(comparisons, 'on', 'newly on'),
    ...servicesPart(comparisons, 'changed', 'on otherwise'),
    ...servicesPart(comparisons, 'off', 'off now'),
    ...jobsPart(comparisons, 'on', 'newly run'),
    ...jobsPart(comparisons, 'changed', 'run otherwise'),
    ...jobsPart(comparisons, 'off', 'run no more'),
    ...part(scripts, () => `${counted(scripts, 'script', 'scripts')} new, changed or gone`),
    ...part(settings.length, () => `${counted(settings.length, 'variable or setting', 'variables or settings')} otherwise`),
    ...part(
      appeared.length,
      () => counted(appeared.length, 'new finding', 'new findings') + (errors === 0 ? '' : ` (${counted(errors, 'error', 'errors')})`),
    ),
    ...part(aside, () => counted(aside, 'finding put aside', 'findings put aside')),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}
