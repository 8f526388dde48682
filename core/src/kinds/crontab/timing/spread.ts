/** Another minute for an entry that starts together with many others. */
import type { Fix } from '../../../model/finding.js';
import { replace } from '../../../text/edit.js';
import type { Dialect } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import type { Job, Tally } from './clashes.js';

/** Words as fields, with `M` for the minute. */
const FIELDS: Readonly<Record<string, string>> = {
  '@hourly': 'M * * * *',
  '@daily': 'M 0 * * *',
  '@midnight': 'M 0 * * *',
  '@weekly': 'M 0 * * 0',
  '@monthly': 'M 0 1 * *',
  '@yearly': 'M 0 1 1 *',
  '@annually': 'M 0 1 1 *',
};

/** So much of a command decides where it goes. */
const TELLING = 200;

/** A number from 0 to 59 by the text alone, so that the same entry always gets the same minute. */
function minuteFor(text: string): number {
  let hash = 0;
  const end = Math.min(text.length, TELLING);
  for (let at = 0; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash % 60;
}

/** The minute, from the one that the command gives on, at which the job makes no crowd; undefined where there is none. */
export function freeMinute(line: CrontabLine, { schedule }: Job, tally: Tally): number | undefined {
  const first = minuteFor(line.shape?.command?.text ?? '');
  for (let step = 0; step < 60; step++) {
    const minute = (first + step) % 60;
    if (tally.hasRoom(minute, schedule.hours)) return minute;
  }
  return undefined;
}

/** Edits, relative to the line, that write `minute` in place of its own. */
function writing({ shape }: CrontabLine, minute: string): Fix['edits'] {
  const field = shape?.fields[0];
  if (field) return [replace(field, `${field.text.startsWith('-') ? '-' : ''}${minute}`)];
  const fields = shape?.macro && Object.hasOwn(FIELDS, shape.macro.text) ? FIELDS[shape.macro.text] : undefined;
  return shape?.macro && fields ? [replace(shape.macro, fields.replace('M', minute))] : [];
}

/** Ways to move the entry; `~` only where the one cron in question is known to draw it. */
export function spreading(line: CrontabLine, minute: number | undefined, dialects: readonly Dialect[]): Fix[] {
  const [dialect, ...more] = dialects;
  const fixes: Fix[] = [];
  if (minute !== undefined)
    fixes.push({ title: `Start it at minute ${minute} instead`, edits: writing(line, String(minute)), safe: false });
  if (dialect && more.length === 0 && dialect.random !== false)
    fixes.push({ title: 'Let cron draw the minute when it reads the file: ~', edits: writing(line, '~'), safe: false });
  return fixes.filter(({ edits }) => edits.length > 0);
}
