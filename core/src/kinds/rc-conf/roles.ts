/** What each word of rc.conf means: the one table that hover, completion and semantic tokens read. */
import type { Role } from '../../model/kind.js';
import type { Line, Token } from '../../model/line.js';
import type { RcConfRole } from './model.js';
import { type System, systemOf } from './systems.js';

const plain = (title: string, tokenType: string, about: string): Role => ({ title, tokenType, about });

const systemFor = (dialects: readonly string[] | undefined): System => systemOf(dialects ?? []);

/** The variable that the line sets. */
function variableOf({ tokens }: Line): string {
  const [name, suffix] = ['name', 'suffix'].map((role) => tokens.find((token) => token.role === role)?.text ?? '');
  return `${name}${suffix}`;
}

function describeValue({ text }: Token, line: Line, dialects?: readonly string[]): string | undefined {
  const system = systemFor(dialects);
  const variable = variableOf(line);
  if (!system.isSwitch(variable, text)) return undefined;
  const on = system.stateOf(text, variable);
  if (on === undefined) return `“${text}” is neither yes nor no to rc.subr: it warns at boot, and starts nothing.`;
  if (system.id === 'openbsd') return on ? `“${text}”: the flags that the daemon is started with.` : 'NO: the daemon is not started.';
  return `“${text}”: ${on ? 'started at boot' : 'not started at boot'}.`;
}

export const roles = {
  mark: plain('Comment mark', 'comment', 'This assignment is commented out: what comes before, or the default, counts.'),
  name: plain('Variable', 'variable', 'What is set. Of two assignments in one file the later one counts.'),
  suffix: {
    title: 'Switch',
    tokenType: 'property',
    about: 'NAME_enable says whether rc starts NAME at boot.',
    describe: (_token, _line, dialects) =>
      systemFor(dialects).id === 'openbsd'
        ? 'NAME_flags holds the flags that NAME is started with; NO keeps it from being started [rc.conf(8)].'
        : 'NAME_enable says whether rc starts NAME at boot: YES, TRUE, ON or 1, in any case, for yes [rc.conf(5), rc.subr(8)].',
  },
  equals: plain('Equals sign', 'operator', 'No blank may stand beside it.'),
  quote: plain('Quotes', 'string', 'Keep what is in them together; the shell takes them away.'),
  value: {
    title: 'Value',
    tokenType: 'string',
    about: 'What the shell makes of it is the value of the variable.',
    values: ['YES', 'NO'],
    describe: describeValue,
  },
  script: plain('Script', 'function', 'A script of a package in /etc/rc.d, started in this order after those of the base system.'),
  comment: plain('Comment', 'comment', 'Not read.'),
  code: {
    title: 'Shell code',
    tokenType: 'string',
    about: 'The file is read by sh: this is more than an assignment, and is left alone.',
    mixed: true,
  },
} as const satisfies Readonly<Record<RcConfRole, Role>>;
