/** Turning the services of an rc.conf off and on. */
import { factById } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { uncomment } from '../../model/toggle.js';
import { type Edit, insert, replace } from '../../text/edit.js';
import { commandOf, valueFor } from './commands.js';
import type { RcConfLine } from './model.js';
import { isDefaults } from './path.js';
import { type System, systemOf } from './systems.js';

/** What remains to be done on the host: the file only counts at boot. */
function after({ subject }: Launch, system: System, on: boolean): string {
  const { text } = subject;
  if (system.id === 'openbsd') return `The file counts at the next boot; for now: rcctl ${on ? 'start' : 'stop'} ${text}.`;
  if (system.id === 'netbsd') return `The file counts at the next boot; for now: /etc/rc.d/${text} ${on ? 'start' : 'onestop'}.`;
  // The scripts of FreeBSD are called with _ or - as they please: `service -e` lists them.
  return `The file counts at the next boot; for now: service ${text} ${on ? 'start' : 'onestop'}.`;
}

/** The edit that gives the variable another value, in the quotes that are there. */
function setValue({ assignment, tokens }: RcConfLine, value: string): Edit[] {
  if (assignment === undefined) return [];
  if (assignment.value && assignment.value.text !== '') return [replace(assignment.value, value)];
  const quote = tokens.find(({ role }) => role === 'quote');
  return [insert(quote ? quote.span.end : assignment.at, value)];
}

/** Takes a script out of `pkg_scripts`, and a blank beside it. */
function withoutScript(line: RcConfLine, { span }: Launch['subject']): Edit[] {
  const behind = /^[ \t]+/.exec(line.text.slice(span.end))?.[0].length ?? 0;
  const isLast = line.tokens.filter(({ role }) => role === 'script').at(-1)?.span.start === span.start;
  const before = isLast ? (/[ \t]+$/.exec(line.text.slice(0, span.start))?.[0].length ?? 0) : 0;
  return [{ span: { start: span.start - before, end: span.end + (isLast ? 0 : behind) }, text: '' }];
}

const isScript = (line: RcConfLine, { subject }: Launch): boolean =>
  line.tokens.some(({ role, span }) => role === 'script' && span.start === subject.span.start);

function copies(launch: Launch, context: Context, on: boolean): Fix[] {
  const copy = commandOf(launch, context, on);
  if (copy === undefined) return [];
  return [{ title: `Copy the command that ${on ? 'enables' : 'disables'} ${launch.subject.text}: ${copy}`, edits: [], safe: false, copy }];
}

/** None for what must stay on. */
export function disable(line: RcConfLine, launch: Launch, context: Context): readonly Fix[] {
  const traits = launch.fact === undefined ? [] : (factById(launch.fact)?.traits ?? []);
  if (launch.state !== 'on' || line.type !== 'entry' || traits.includes('essential') || traits.includes('protected')) return [];
  const system = systemOf(context.dialects);
  const name = launch.subject.text;
  // The system's own file is not to be changed: what rc.conf says goes before it.
  if (isDefaults(context.path)) return copies(launch, context, false);
  const value = valueFor(line.assignment?.variable ?? '', system, false);
  const edit: Fix = isScript(line, launch)
    ? { title: `Disable ${name}: take it out of pkg_scripts`, edits: withoutScript(line, launch.subject), safe: true }
    : { title: `Disable ${name}: set ${line.assignment?.variable} to ${value}`, edits: setValue(line, value), safe: true };
  return [{ ...edit, after: after(launch, system, false) }, ...copies(launch, context, false)];
}

export function enable(line: RcConfLine, launch: Launch, context: Context): readonly Fix[] {
  if (launch.state === 'on') return [];
  if (isDefaults(context.path)) return copies(launch, context, true);
  const system = systemOf(context.dialects);
  const name = launch.subject.text;
  const told = { safe: false, after: after(launch, system, true) };
  if (line.type === 'commented')
    return [{ title: `Enable ${name}: take the comment mark away`, edits: uncomment(line), ...told }, ...copies(launch, context, true)];
  const value = valueFor(line.assignment?.variable ?? '', system, true);
  const shown = value === '' ? 'no flags' : value;
  return [
    { title: `Enable ${name}: set ${line.assignment?.variable} to ${shown}`, edits: setValue(line, value), ...told },
    ...copies(launch, context, true),
  ];
}
