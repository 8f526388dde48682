/** A line of rc.conf for programs: what `daemonlint parse` prints. */
import type { LineRecord } from '../../model/kind.js';
import type { Launch } from '../../model/line.js';
import type { RcConfLine } from './model.js';

const launchRecord = ({ subject, state, fact, when }: Launch) => ({
  name: subject.text,
  on: state === 'on',
  levels: when.type === 'runlevels' ? when.levels : [],
  fact: fact ?? null,
});

const assignmentRecord = ({ assignment, launches }: RcConfLine) => ({
  name: assignment?.variable ?? '',
  // As it stands, where the shell works it out.
  value: assignment?.value?.text ?? '',
  services: launches.map(launchRecord),
});

export function record(line: RcConfLine): LineRecord {
  const text = line.text.replace(/\r?\n$/, '');
  switch (line.type) {
    case 'blank':
      return { type: 'blank' };
    case 'broken':
      return {
        type: 'rejected',
        field: 'value',
        reason: line.problems[0]?.message ?? '',
        costs: 'line',
        consequence: 'The variable is not set by this line.',
        text,
      };
    case 'commented':
      return { type: 'comment', text, disabled: assignmentRecord(line) };
    case 'comment':
      // Code too: what the shell makes of it is not told here.
      return { type: 'comment', text };
    default:
      return { type: 'assignment', ...assignmentRecord(line) };
  }
}
