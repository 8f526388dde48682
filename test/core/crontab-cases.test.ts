/** 120 named lines as six crons took them: verdict, first field at fault, sets, command and assignment. Recorded; see the README of test/fixtures. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandBy } from '../../core/src/kinds/crontab/commands/command.js';
import { type Dialect, dialectsNamed, versionRun } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { valuesOf } from '../../core/src/kinds/crontab/fields/bits.js';
import { assignmentBy } from '../../core/src/kinds/crontab/reading/assignment.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { type Form, indentOf, shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { LOCAL } from '../verdicts/crontab.js';

type Case = readonly [name: string, line: string, form: Form, verdicts: Readonly<Record<string, readonly string[]>>];

const cases = readFileSync(new URL('../fixtures/crontab-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const judges = dialectsNamed(['debian', 'cronie', 'freebsd', 'openbsd', 'busybox', 'systemd-cron']).map(versionRun);

/** Where we say something else than was recorded, and why. */
const differences: Readonly<Record<string, string>> = {
  'NUL in cmd, debian': NUL(),
  'NUL in cmd, cronie': NUL(),
  'NUL in cmd, freebsd': NUL(),
  'NUL in cmd, openbsd': NUL(),
  'NUL in field, busybox': 'C ends the line at the NUL; the recorder counted no complaint as taken',
  'utf8 nbsp, busybox': 'five words to BusyBox, which drops the line silently; the recorder, in Python, counted six',
  'vtab, busybox': 'five words to BusyBox, which drops the line silently; the recorder, in Python, counted six',
  '@10, systemd-cron': 'the recorder took every unlisted word for lost; the generator makes every tenth day of it',
};

function NUL(): string {
  return 'the daemon stops at the NUL and reads what follows as a line of its own; a NUL makes a text binary to daemonlint, which does not read it';
}

const FIELDS = ['min', 'hour', 'dom', 'mon', 'dow'] as const;
const FULL = [60, 24, 31, 12, 8] as const;

/** The recorder's way to write an entry: the fields that leave something out, then the command, cut short. */
function written(line: string, form: Form, dialect: Dialect): string {
  const shape = shapeOf(line, indentOf(line), form);
  const schedule = scheduleOf(shape, readEntry(shape, dialect), dialect);
  assert.ok(schedule, line);
  const { minutes, hours, days, months, weekdays } = schedule;
  const sets = schedule.type === 'reboot' ? [] : [minutes, hours, days, months, weekdays];
  const shown = sets.flatMap((set, index) => {
    const values = valuesOf(set);
    const all = values.join(',');
    return values.length === FULL[index] ? [] : [`${FIELDS[index]}=${all.length > 24 ? `${all.slice(0, 22)}..` : all}`];
  });
  return [...shown, `cmd='${commandBy(dialect, line, shape).replace(/\\/g, '\\\\').replace(/\r/g, '\\r')}'`].join(' ');
}

/** The same without what it says of flags, and with as little of a long command as was kept. */
const bare = (said: string): string =>
  said
    .replace(/\b(?:DOM_STAR|DOW_STAR|DONT_LOG|MAIL_WHEN_ERR|REBOOT),\s*/g, '')
    .replace(/^(?:min|hour|dom|mon|dow)= hour= dom= mon= dow= /, '')
    .replace(/a{23,}'?$/, 'aaa')
    .trimEnd();

/** Our verdict, by the words of the record. */
function verdict(line: string, form: Form, dialect: Dialect, said: string): string {
  const indent = indentOf(line);
  if (dialect.id === 'systemd-cron' ? /^\s*(?:#|$)/.test(line) : line[indent] === '#' || indent === line.length) return 'ok';
  const assignment = assignmentBy(dialect, line, indent);
  const counts = dialect.assignments !== 'few' || /^(?:MAILTO|SHELL)=/.test(line);
  if (assignment && !counts) return 'ignored';
  if (assignment) return said.startsWith('env') ? `env ${assignment.name.text}=${assignment.value.text}`.slice(0, 40) : 'ok';
  const reading = readEntry(shapeOf(line, indent, form), dialect);
  if (reading.refused === undefined) return reading.lost ? 'lost' : said === 'ok' ? 'ok' : written(line, form, dialect);
  if (dialect.id === 'systemd-cron') return reading.refused === 'command' ? 'truncated' : 'garbled';
  if (dialect.id === 'busybox') return reading.silently ? 'ignored' : 'error';
  return said === 'command too long' && reading.refused === 'command' ? said : `bad ${reading.refused}`;
}

describe('named cases of crontab lines', () => {
  for (const dialect of judges)
    it(`${dialect.id}: as recorded, or the difference is listed`, () => {
      for (const [name, line, form, verdicts] of cases) {
        const said = Object.entries(verdicts).find(([, ids]) => ids.includes(dialect.id))?.[0] ?? '';
        if (LOCAL.has(said)) continue;
        const ours = verdict(line, form, dialect, said);
        const drawn = line.includes('~') && /^(?:min|cmd)=/.test(ours);
        const agrees = drawn
          ? said.startsWith('min=') || said.startsWith('cmd=')
          : bare(ours) === bare(said.slice(0, said.startsWith('env') ? 40 : undefined));
        assert.equal(
          agrees,
          differences[`${name}, ${dialect.id}`] === undefined,
          `${name}: ${JSON.stringify(line.slice(0, 60))} (${form}): said ${said}, ours ${ours}`,
        );
      }
    });
});
