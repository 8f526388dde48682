/** One logical line of an anacrontab: assignment, job, comment, commented-out job, blank or broken. */
import type { ParseOptions } from '../../../model/kind.js';
import { isDirective } from '../../../text/directive.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { slice, type Word } from '../../../text/words.js';
import { launchesOf } from '../commands/launches.js';
import type { CrontabLine, CrontabRole, CrontabToken } from '../model.js';
import { isCommandWord } from '../reading/commented.js';
import { anacronsAmong, knowsPeriod } from './anacrons.js';
import { type AnacronAssignment, type AnacronJob, anacronIndent, type Fault, isComment, readAnacron } from './job.js';

const token = (role: CrontabRole, word: Word): CrontabToken => ({ ...word, role });

const rest = (text: string, start: number): Word => ({ text: text.slice(start), span: { start, end: text.length } });

function jobTokens({ period, delay, identifier, command }: AnacronJob): CrontabToken[] {
  return [token('period', period), token('delay', delay), token('identifier', identifier), token('command', command)];
}

function assignmentTokens(text: string, { name, equals, value }: AnacronAssignment): CrontabToken[] {
  const sign = slice({ text, span: { start: 0, end: text.length } }, equals, equals + 1);
  return [token('variable', name), token('equals', sign), token('value', value)].filter((part) => part.text !== '');
}

const launchesBy = (text: string, { command }: AnacronJob, state: 'on' | 'commented') =>
  launchesOf(text, { form: 'user', fields: [], command }, text.length, state);

/** A job that somebody turned off: the words behind the mark are one, and the command is one on sight. */
function commentedJob(text: string, start: number): AnacronJob | undefined {
  const reading = readAnacron(text, start);
  if (reading.type !== 'job') return undefined;
  const { identifier, command } = reading.job;
  const isOne = /[a-z]/i.test(identifier.text) && isCommandWord(command.text.split(/\s/, 1)[0] ?? '');
  return isOne ? reading.job : undefined;
}

function commentLine(line: string, text: string, indent: number): CrontabLine {
  const marks = /^#[# \t]*/.exec(text.slice(indent))?.[0].length ?? 0;
  const start = indent + marks;
  const job = marks === 0 || isDirective(text) || start === text.length ? undefined : commentedJob(text, start);
  const nothing = { text: line, problems: [], carry: '' };
  if (job === undefined) return { ...nothing, type: 'comment', tokens: [token('comment', rest(text, indent))], launches: [] };
  const mark = text.slice(indent, start).trimEnd();
  return {
    ...nothing,
    type: 'commented',
    tokens: [token('mark', { text: mark, span: { start: indent, end: indent + mark.length } }), ...jobTokens(job)],
    launches: launchesBy(text, job, 'commented'),
    marks: [{ start: indent, end: start }],
    job,
  };
}

function broken(line: string, text: string, indent: number, { span, message }: Fault): CrontabLine {
  const problem = { rule: 'crontab/syntax', span, message: `Anacron cannot read this line and skips it: ${message}.` };
  return { text: line, launches: [], problems: [problem], carry: '', type: 'broken', tokens: [token('text', rest(text, indent))] };
}

/** Reads one logical line. Total: whatever it holds, a line comes back. */
export function parseAnacronLine(line: string, { dialects }: ParseOptions): CrontabLine {
  const text = withoutLineEnd(line);
  const indent = anacronIndent(text);
  const nothing = { text: line, launches: [], problems: [], carry: '' };
  if (indent === text.length) return { ...nothing, type: 'blank', tokens: [] };
  if (isComment(text, indent)) return commentLine(line, text, indent);
  const reading = readAnacron(text, indent);
  if (reading.type === 'fault') return broken(line, text, indent, reading.fault);
  if (reading.type === 'assignment') {
    const { assignment } = reading;
    return { ...nothing, type: 'setting', tokens: assignmentTokens(text, assignment), assignment };
  }
  const { job } = reading;
  if (!anacronsAmong(dialects).some((anacron) => knowsPeriod(anacron, job))) {
    const { span, text: word } = job.period;
    const known = [...new Set(anacronsAmong(dialects).flatMap(({ words }) => words.slice(0, 1)))].join(', ');
    return broken(line, text, indent, {
      span,
      message: `there is no period “${word.slice(0, 40)}”; days as a number, and words such as ${known}, are`,
    });
  }
  return { ...nothing, type: 'entry', tokens: jobTokens(job), launches: launchesBy(text, job, 'on'), job };
}
