/** Where cron and the units part: said in comments above them. */

import { jumpsIn } from '../schedule/clock-changes.js';
import { dateOf, timeOfDay } from '../schedule/moment.js';
import { MINUTE } from '../schedule/zone.js';
import type { Timing } from '../timing/timing.js';
import { type Settings, strangeNames } from './job.js';

const YEAR = 365 * 24 * 60 * MINUTE;

/** What the coming changes of the clocks do: systemd leaves out a time that the clocks skip, and runs a repeated one once. */
function clockNotes({ schedule, zone, clock }: Timing, now: number): readonly string[] {
  if (zone === undefined || schedule.random || schedule.type !== 'times') return [];
  return jumpsIn(schedule, now, now + YEAR, zone, clock, true).flatMap(({ first, before, due, to, effect }) => {
    const day = dateOf(new Date(Math.min(first, before) * MINUTE));
    const at = (minute: number) => timeOfDay(new Date(minute * MINUTE));
    if (effect === 'skipped') return [];
    if (effect === 'moved')
      return [`On ${day} the clocks skip ${at(due)}: cron runs the job at ${at(to ?? first)} instead, systemd leaves that run out.`];
    return [`On ${day} the clocks show ${at(due)} twice: cron runs the job both times, systemd once.`];
  });
}

/** Of the mail that cron sends. */
function mailNote(settings: Settings, name: string): string {
  const to = settings.get('MAILTO');
  const kept = `systemd keeps it in the journal: journalctl -u ${name}.service`;
  if (to === '') return `cron throws the output away (MAILTO is empty); ${kept}`;
  return `cron mails the output to ${to ?? 'the owner'}; ${kept}`;
}

/** `after`: the jobs that dcron lets it wait for. */
export function notesOn(timing: Timing, settings: Settings, name: string, now: number, after?: string): readonly string[] {
  const strange = strangeNames(settings);
  return [
    mailNote(settings, name),
    ...(timing.dialect.jobOptions || timing.schedule.fromEnd
      ? []
      : ['cron starts the job again while it still runs; systemd waits until it is done.']),
    ...(after === undefined
      ? []
      : [`dcron lets it wait until these have ended well: ${after}. Name their services in After= and Requires=.`]),
    ...clockNotes(timing, now),
    ...(strange.length > 0 ? [`systemd takes no such name for a variable, so these are left out: ${strange.join(', ')}`] : []),
  ];
}
