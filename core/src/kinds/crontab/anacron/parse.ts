/** One logical line of an anacrontab: assignment, job, comment, commented-out job, blank or broken. */
import type { ParseOptions } from '../../../model/kind.js';
import { isDirective } from '../../../text/directive.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { unquoted } from '../../../text/shell/shell.js';
import { mayComeRight } from '../../../text/template.js';
import { slice, type Word } from '../../../text/words.js';
import { launchesOf } from '../commands/launches.js';
import type { CrontabLine, CrontabRole, CrontabToken } from '../model.js';
import { carryAfter } from '../reading/carried.js';
import { isCommandWord } from '../reading/commented.js';
import { anacronsAmong, knowsPeriod } from './anacrons.js';
import { type AnacronAssignment, type AnacronJob, anacronIndent, asHandedOn, type Fault, isComment, readAnacron } from './job.js';

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

/** One logical line: whole, without its line end, where it begins, and what assignments above say. */
interface Given {
  readonly line: string;
  readonly text: string;
  readonly indent: number;
  readonly carry: string;
}

const nothingOf = ({ line, carry }: Given) => ({ text: line, launches: [], problems: [], carry });

function commentLine(given: Given): CrontabLine {
  const { text, indent } = given;
  const marks = /^#[# \t]*/.exec(text.slice(indent))?.[0].length ?? 0;
  const start = indent + marks;
  const job = marks === 0 || isDirective(text) || start === text.length ? undefined : commentedJob(text, start);
  const nothing = nothingOf(given);
  if (job === undefined) return { ...nothing, type: 'comment', tokens: [token('comment', rest(text, indent))] };
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

function broken(given: Given, { span, message }: Fault): CrontabLine {
  // What a template leaves open is no fault yet.
  if (mayComeRight(given.text, span.end))
    return { ...nothingOf(given), type: 'comment', tokens: [token('text', rest(given.text, given.indent))] };
  const problem = { rule: 'crontab/syntax', span, message: `Anacron cannot read this line and skips it: ${message}.` };
  return { ...nothingOf(given), problems: [problem], type: 'broken', tokens: [token('text', rest(given.text, given.indent))] };
}

/** Of all that is carried in a crontab, PATH alone changes what a job of anacron means. */
function setting(given: Given, assignment: AnacronAssignment): CrontabLine {
  const { name, value } = assignment;
  const carry = name.text === 'PATH' ? carryAfter(given.carry, 'PATH', unquoted(asHandedOn(value).trim())) : given.carry;
  return { ...nothingOf(given), type: 'setting', tokens: assignmentTokens(given.text, assignment), assignment, carry };
}

/** Reads one logical line; `carry` is what assignments above say. Total: whatever it holds, a line comes back. */
export function parseAnacronLine(line: string, carry: string, { dialects }: ParseOptions): CrontabLine {
  const text = withoutLineEnd(line);
  const given: Given = { line, text, indent: anacronIndent(text), carry };
  const { indent } = given;
  const nothing = nothingOf(given);
  if (indent === text.length) return { ...nothing, type: 'blank', tokens: [] };
  if (isComment(text, indent)) return commentLine(given);
  const reading = readAnacron(text, indent);
  if (reading.type === 'fault') return broken(given, reading.fault);
  if (reading.type === 'assignment') return setting(given, reading.assignment);
  const { job } = reading;
  if (!anacronsAmong(dialects).some((anacron) => knowsPeriod(anacron, job))) {
    const { span, text: word } = job.period;
    const known = [...new Set(anacronsAmong(dialects).flatMap(({ words }) => words.slice(0, 1)))].join(', ');
    return broken(given, {
      span,
      message: `there is no period “${word.slice(0, 40)}”; days as a number, and words such as ${known}, are`,
    });
  }
  return { ...nothing, type: 'entry', tokens: jobTokens(job), launches: launchesBy(text, job, 'on'), job };
}
