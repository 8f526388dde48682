/** A CRON_TZ or RANDOM_DELAY that cron can make nothing of. */

import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { nearest } from '../../../text/nearest.js';
import { isTemplated } from '../../../text/template.js';
import type { Word } from '../../../text/words.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { commentFix, commentIn } from '../reading/value-comment.js';
import { listed } from '../schedule/lists.js';
import { isZone } from '../schedule/zone.js';

/** A zone by its offset, as POSIX has it, or by a file; what none but the C library knows; and UTC, which is what any other word counts as. */
const NO_NAME = /^(?:$|:|\/|(?:[A-Za-z]{3,}|<[^<>]+>)[+-]?\d|(?:posix|right)\/|localtime$|posixrules$|Factory$|utc$|gmt$)/i;

/** The names that may be meant by a zone that is none; undefined for one that is. Files are named in capitals and small letters, engines know them by either. */
function zonesMeantBy(value: string): readonly string[] | undefined {
  if (NO_NAME.test(value) || (isZone(value) && !/^[a-z]/.test(value))) return undefined;
  const zones = Intl.supportedValuesOf('timeZone');
  const small = value.toLowerCase();
  return isZone(value) ? zones.filter((zone) => zone.toLowerCase() === small) : nearest(value, zones, 2);
}

/** What C reads as a number, whatever stands behind it. */
const NUMBER = /^[ \t]*([+-]?\d+)/;

interface Fault {
  readonly what: string;
  readonly meant: readonly string[];
}

function delayFault(value: string, most: number): Fault | undefined {
  const minutes = NUMBER.exec(value)?.[1];
  if (minutes === undefined) return { what: `“${value}” is no number of minutes, and the entries below start without a delay`, meant: [] };
  if (Number(minutes) < 0 || Number(minutes) > most)
    return {
      what: `a delay has 0 to ${most} minutes, and the entries below start without one`,
      meant: Number(minutes) > most ? [String(most)] : [],
    };
  const unit = value.slice(NUMBER.exec(value)?.[0].length).trim();
  return /^[hsd]/i.test(unit) ? { what: `${minutes} are minutes, whatever stands behind the number`, meant: [minutes] } : undefined;
}

/** What the readers of the file make of the value; undefined where that is what it says. */
function faultOf(
  name: string,
  value: Word,
  text: string,
  dialects: readonly Dialect[],
): (Fault & { readonly among: readonly Dialect[] }) | undefined {
  if (name === 'CRON_TZ') {
    const among = dialects.filter(({ zonedClock }) => zonedClock !== undefined);
    const meant = commentIn(value, text) ? [] : zonesMeantBy(value.text);
    const what = `there is no zone “${value.text}”, and the entries below run by UTC`;
    return among.length === 0 || meant === undefined ? undefined : { what, meant, among };
  }
  const among = dialects.filter(({ longestDelay }) => longestDelay !== undefined);
  const fault = among[0] && delayFault(value.text, among[0].longestDelay ?? 0);
  return fault && { ...fault, among };
}

export const settingValue: Rule<CrontabLine> = {
  id: 'crontab/setting-value',
  severity: 'warning',
  docs: {
    summary: 'A CRON_TZ or RANDOM_DELAY that cron can make nothing of.',
    why: 'The C library knows no wrong zone: it takes any name without a file for UTC, and the entries run hours away from where they were meant. A RANDOM_DELAY that is no number, or beyond a day, is none.',
    remedy: 'Write the zone as its file in /usr/share/zoneinfo is called, capital letters included; the delay in minutes, 0 to 1440.',
    bad: [
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=cronie\nCRON_TZ=Asia/Tokio\n0 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=cronie\nCRON_TZ=europe/berlin\n0 3 * * * root /usr/local/bin/report\n' },
      {
        path: '/etc/cron.d/report',
        text: '# daemonlint: dialect=cronie\nCRON_TZ=Asia/Tokyo # head office\n0 3 * * * root /usr/local/bin/report\n',
      },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=cronie\nRANDOM_DELAY=2000\n0 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=cronie\nRANDOM_DELAY=2h\n0 3 * * * root /usr/local/bin/report\n' },
    ],
    good: [
      {
        path: '/etc/cron.d/report',
        text: '# daemonlint: dialect=cronie\nCRON_TZ=EST5EDT,M3.2.0,M11.1.0\n0 3 * * * root /usr/local/bin/report\n',
      },
      {
        path: '/etc/cron.d/report',
        text: '# daemonlint: dialect=cronie\nCRON_TZ="US/Central"\nRANDOM_DELAY=30\n0 3 * * * root /usr/local/bin/report\n',
      },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=debian\nTZ=Asia/Tokio\n0 3 * * * root /usr/local/bin/report\n' },
    ],
    nearMiss: {
      path: '/etc/cron.d/report',
      text: '# daemonlint: dialect=cronie\nCRON_TZ=Asia/Tokyo\n0 3 * * * root /usr/local/bin/report\n',
    },
    references: [{ title: 'cronie 1.7.2, run with such zones; load_entry for the delay' }],
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  types: ['setting'],
  marks: [/CRON_TZ|RANDOM_DELAY/],
  *checkLine({ assignment, text }, context) {
    const name = assignment?.name.text ?? '';
    if (assignment === undefined || isTemplated(text) || (name !== 'CRON_TZ' && name !== 'RANDOM_DELAY')) return;
    const { value } = assignment;
    const fault = value.text.includes('$') ? undefined : faultOf(name, value, text, dialectsNamed(readersOf(context)));
    if (fault === undefined) return;
    const comment = commentIn(value, text);
    const written = fault.meant.map((meant): Fix => ({ title: `Write ${meant}`, edits: [replace(value, meant)], safe: false }));
    yield {
      at: value.text === '' ? assignment.name : value,
      message: `To ${listed(fault.among.map(({ title }) => title))} ${fault.what}. ${name === 'CRON_TZ' ? 'Write the name of a zone as its file is called' : 'Write a number of minutes'}.`,
      fixes: comment ? [commentFix(value, text, comment)] : written,
    };
  },
};
