/** Options that several commands have, and what is wrong with their values. */
import { normalize } from 'node:path/posix';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { audiences, isZone, kinds } from '../../../core/src/index.js';
import { CONFIG_NAME, didYouMean } from '../../../workspace/src/index.js';
import { unknownDialect } from '../dialect-names.js';
import { type FormatName, formats, type ReportWish, type WishOptions } from '../options.js';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const isFormat = (name: string): name is FormatName => formats.some((format) => format === name);

/** Adds the report that `wish` asks for to those that were asked for before it. */
function reportsWished(wish: string, before: readonly ReportWish[] | undefined): readonly ReportWish[] {
  const [, name = '', target] = /^([^=]*)(?:=(.*))?$/s.exec(wish) ?? [];
  const file = target === '-' ? undefined : target;
  if (!isFormat(name)) throw new InvalidArgumentError(`The formats are ${formats.join(', ')}${didYouMean(name, formats) || '.'}`);
  if (file === '') throw new InvalidArgumentError('Behind the = stands the file that the report is written to.');
  // However it is spelled: paths are as seen from the same folder.
  const placeOf = (name: string | undefined) => (name === undefined ? undefined : normalize(name));
  if (before?.some((one) => placeOf(one.file) === placeOf(file)))
    throw new InvalidArgumentError(
      file === undefined
        ? 'One report can go to standard output; give the others a file: --format FORMAT=FILE.'
        : 'This file would be written twice.',
    );
  return [...(before ?? []), { format: name, ...(file !== undefined && { file }) }];
}

export const reportOption = () =>
  new Option('--format <format[=file]>', `how to report: ${formats.join(', ')}; with a file, into it; may be given several times`)
    .argParser(reportsWished)
    .default(undefined, 'text');

/** An unset variable of a script is no commit. */
export function refOf(ref: string): string {
  if (ref.trim() === '') throw new InvalidArgumentError('Name a commit, a branch or a tag.');
  return ref;
}

export const kindOption = (what: string) => new Option('--kind <kind>', what).choices(kinds.map(({ id }) => id));

export const formOption = () =>
  new Option('--form <form>', 'which form of that kind').choices(unique(kinds.flatMap(({ forms }) => forms.filter((form) => form !== ''))));

export const dialectOption = (example: string) => new Option('--dialect <dialect>', `the daemon that reads it: ${example} …`);

/** For the commands that look at hosts. */
export const rootOption = () =>
  new Option('--root <dir>', 'the root of the host that the files belong to; all below it is read for what it tells of it');

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
