/** Values for the variables that cron itself reads. */
import type { Proposal } from '../../../model/editing.js';
import type { Dialect } from '../dialects/dialects.js';
import type { ValuePlace } from '../editing/place.js';
import type { CrontabLine } from '../model.js';
import { usersOf } from './users.js';

interface Value {
  readonly text: string;
  readonly detail?: string;
}

const plain = (detail: string, ...texts: readonly string[]): Value[] => texts.map((text) => ({ text, detail }));

function shells(dialects: readonly Dialect[]): Value[] {
  const isOn = (name: Dialect['system']): boolean => dialects.some(({ system }) => system === name);
  return [
    { text: '/bin/sh', detail: 'what cron takes when nothing is set' },
    ...(isOn('linux') ? plain('bash on Linux', '/bin/bash') : []),
    ...(isOn('bsd') ? plain('bash on BSD, from a package', '/usr/local/bin/bash') : []),
  ];
}

/** All zones that the engine knows by a name of their own, the host's and UTC first. */
function zones(own: string): Value[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own && zone !== 'UTC');
  const host = own === 'UTC' ? [] : plain('zone of this machine', own);
  return [...host, ...plain('coordinated universal time', 'UTC'), ...plain('time zone', ...others)];
}

/** BusyBox takes quotes for characters of the value; there nothing is written, and nothing can be proposed. */
const emptyValue = (dialects: readonly Dialect[]): readonly string[] =>
  dialects.some(({ assignments }) => assignments === 'few') ? [] : ['""'];

/** The usual values of `name`; none for what people make up themselves. */
function usualValues(name: string, lines: readonly CrontabLine[], zone: string, dialects: readonly Dialect[]): Value[] {
  switch (name) {
    case 'SHELL':
      return shells(dialects);
    case 'MAILTO':
      return [...plain('no mail', ...emptyValue(dialects)), ...plain('user', ...new Set(['root', ...usersOf(lines)]))];
    case 'PATH':
      return plain(
        'where commands are looked for',
        '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        '/usr/sbin:/usr/bin:/sbin:/bin',
      );
    case 'HOME':
      return plain('where the commands start', '/', '/root');
    case 'RANDOM_DELAY':
      return ['5', '15', '30', '60'].map((text) => ({ text, detail: `put off by up to ${text} minutes` }));
    case 'TZ':
    case 'CRON_TZ':
      return zones(zone);
    default:
      return [];
  }
}

/** As it is written in the file, with its quotes. */
const writtenValue = ({ text, assignment }: CrontabLine): string =>
  assignment === undefined ? '' : text.slice(assignment.equals + 1).trim();

/** The usual values, behind those that the same variable has elsewhere in the file. */
export function valueProposals(
  { name, word }: ValuePlace,
  lines: readonly CrontabLine[],
  zone: string,
  dialects: readonly Dialect[],
): Proposal[] {
  const elsewhere = lines
    .filter(({ assignment }) => assignment?.name.text === name)
    .map(writtenValue)
    // One that anacron reads over several lines is none to pick from a list.
    .filter((value) => value !== '' && value !== word.text && !value.includes('\n'));
  const usual = usualValues(name, lines, zone, dialects);
  const fresh = [...new Set(elsewhere)].filter((value) => !usual.some(({ text }) => text === value));
  return [...plain('set so elsewhere in this file', ...fresh), ...usual].map(({ text, detail }) => ({
    label: text,
    ...(detail && { detail }),
    span: word.span,
    role: 'value',
  }));
}
