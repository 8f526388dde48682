/** A step that leads out of its field, such as 90 minutes. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import { longStep } from '../fields/long-step.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { scheduleWords } from '../schedule/words.js';
import { byTimes } from '../timing/by-times.js';
import { timingsOf } from '../timing/timings.js';

const mayStepOut = ({ shape }: CrontabLine): boolean =>
  shape?.fields.some(({ text }, index) => fieldSpecs[index] !== undefined && longStep(text, fieldSpecs[index]) !== undefined) ?? false;

/** The same in the next field, where it goes in whole steps: 120 minutes are 2 hours. */
function inNextField(fields: readonly Word[], index: number, step: number): Fix | undefined {
  const [field, next] = [fields[index], fields[index + 1]];
  const size = index === 0 ? 60 : 24;
  const wanted = step / size;
  const isFree = index === 0 ? next?.text === '*' : index === 1 && next?.text === '*' && fields[4]?.text === '*';
  if (field === undefined || next === undefined || !isFree || !Number.isInteger(wanted)) return undefined;
  if (index === 0 && 24 % wanted !== 0) return undefined;
  return {
    title: index === 0 ? `Run it every ${wanted} hours` : `Run it every ${wanted} days, from the first of each month on`,
    edits: [replace(field, '0'), replace(next, `*/${wanted}`)],
    safe: false,
  };
}

export const longStepRule: Rule<CrontabLine> = {
  id: 'crontab/long-step',
  severity: 'warning',
  docs: {
    summary: 'A step is longer than its field.',
    why: 'Cron counts a step within its field and begins anew with each hour, day or month. `*/90` in the minutes finds minute 0 alone: the job runs every hour, not every 90 minutes.',
    remedy: 'Write the times out, in several entries where it takes more than one, or put the step in the next field.',
    bad: [
      { path: '/etc/cron.d/poll', text: '*/90 * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '*/120 * * * * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/ann', text: '0 */48 * * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '0 0 */45 * * /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/poll', text: '*/60 */24 * * */7 root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '*/7 */5 */31 */12 * root /usr/local/bin/poll --every */90\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '*/30 * * * * root /usr/local/bin/poll\n' },
  },
  types: ['entry'],
  concerns: byTimes(mayStepOut),
  *checkLine(line, context) {
    const [timing] = timingsOf(line, context);
    const fields = line.shape?.fields ?? [];
    if (timing === undefined || timing.schedule.random) return;
    for (const [index, spec] of fieldSpecs.entries()) {
      const field = fields[index];
      const step = field && longStep(field.text, spec);
      if (field === undefined || step === undefined) continue;
      const fix = inNextField(fields, index, step);
      yield {
        at: field,
        message: `No step of ${step} fits in the ${spec.title}: cron begins anew with the field, and finds its first value alone. This runs: ${scheduleWords(timing.schedule)}. Write out the times that are meant.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
};
