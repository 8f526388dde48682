/** Options that several commands have, and what is wrong with their values. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { audiences, didYouMean, isZone, kinds } from '../../../core/src/index.js';
import { CONFIG_NAME } from '../../../workspace/src/index.js';
import { unknownDialect } from '../dialect-names.js';
import type { WishOptions } from '../options.js';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

export const kindOption = (what: string) => new Option('--kind <kind>', what).choices(kinds.map(({ id }) => id));

export const formOption = () =>
  new Option('--form <form>', 'which form of that kind').choices(unique(kinds.flatMap(({ forms }) => forms.filter((form) => form !== ''))));

export const dialectOption = (example = 'debian, cronie, busybox, openbsd-inetd') =>
  new Option('--dialect <dialect>', `the daemon that reads it: ${example} …`);

export const configOption = () => new Option('--config <file>', `use these settings instead of the nearest ${CONFIG_NAME}`);

export const audienceOption = () =>
  new Option('--audience <audience>', 'auditor: say as hints what unlikely daemons make of a file, too').choices(audiences);

export const stdinNameOption = () => new Option('--stdin-filename <path>', 'take standard input for this file');

export function refuseWrongWishes(
  command: Command,
  { dialect, stdinFilename }: WishOptions,
  kind: string | undefined,
  readsStdin: boolean,
): void {
  const wrong = dialect === undefined ? undefined : unknownDialect(dialect, kind);
  if (wrong !== undefined) command.error(`error: ${wrong}`);
  if (stdinFilename !== undefined && !readsStdin) command.error('error: --stdin-filename goes with -, which stands for standard input');
}

export const MOST_RUNS = 1000;

export function countOf(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_RUNS) return count;
  throw new InvalidArgumentError(`It is a number from 1 to ${MOST_RUNS}.`);
}

function zoneNamed(name: string): string {
  if (isZone(name)) return name;
  throw new InvalidArgumentError(
    `No time zone has this name${didYouMean(name, Intl.supportedValuesOf('timeZone')) || '; they are such as Europe/Berlin or UTC'}`,
  );
}

export const zoneOption = () =>
  new Option('--zone <zone>', 'the time zone that the host keeps; that of the project or of this machine when left out').argParser(
    zoneNamed,
  );

export const fromOption = () =>
  new Option('--from <time>', 'runs after this time, such as 2026-03-28 or 2026-03-28T02:00Z; now when left out');
