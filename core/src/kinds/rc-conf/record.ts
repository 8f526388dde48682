/** A line of rc.conf for programs: what `daemonlint parse` prints. */
import type { LineRecord } from '../../model/kind.js';
import type { Launch } from '../../model/line.js';
import type { RcConfLine } from './model.js';

const launchRecord = ({ subject, state, fact }: Launch) => ({ name: subject.text, on: state === 'on', fact: fact ?? null });

const assignmentRecord = ({ assignment, launches }: RcConfLine) => ({
  name: assignment?.variable ?? '',
  value: assignment?.open ? null : (assignment?.value?.text ?? ''),
  services: launches.map(launchRecord),
});

export function record(line: RcConfLine): LineRecord {
  const text = line.text.replace(/\r?\n$/, '');
  switch (line.type) {
    case 'blank':
      return { type: 'blank' };
    case 'broken':
      return { type: 'rejected', text, message: line.problems[0]?.message ?? '' };
    case 'commented':
      return { type: 'comment', text, disabled: assignmentRecord(line) };
    case 'comment':
      return line.tokens.some(({ role }) => role === 'code') ? { type: 'ignored', text } : { type: 'comment', text };
    default:
      return { type: 'assignment', ...assignmentRecord(line) };
  }
}
