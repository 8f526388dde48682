/** A terminal that asks for no password. */
import { isShell, obeysInput, shellForLogin } from '../../../knowledge/interpreters.js';
import type { Fix, Severity } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { type Edit, replace } from '../../../text/edit.js';
import { dialectsOf } from '../dialects.js';
import type { InittabEntry, InittabLine } from '../model.js';
import type { InittabToken } from '../role.js';
import { afterFor } from '../switches.js';
import { isGetty } from '../terminals.js';

/** Who is let in without a password, where that stands, and what asks for one instead. */
interface Open {
  readonly at: InittabToken;
  /** True where it is open to the network. */
  readonly isRemote?: true;
  /** A user; undefined where a program decides. */
  readonly user?: string;
  readonly mended: { readonly title: string; readonly edits: readonly Edit[] };
}

const LOGIN = '/bin/login';

const TITLE = `Ask for a password: ${LOGIN}`;

const asks = (program: InittabToken): Open['mended'] => ({ title: TITLE, edits: [replace(program, LOGIN)] });

/** login in place of a shell and its options: it takes none of them, and would end with a complaint. */
const asksInstead = ({ span: { start, end } }: InittabToken, options: readonly InittabToken[]): Open['mended'] => ({
  title: TITLE,
  edits: [{ span: { start, end: options.at(-1)?.span.end ?? end }, text: LOGIN }],
});

/** The words from `at` on, `count` of those behind the program, taken away with the blanks before them. */
function without({ program, args }: InittabEntry, at: InittabToken, count: number): Open['mended'] {
  const index = args.indexOf(at);
  const start = (args[index - 1] ?? program)?.span.end ?? at.span.start;
  const end = args[index + count - 1]?.span.end ?? at.span.end;
  return { title: 'Ask for a password', edits: [{ span: { start: Math.max(start, program?.span.end ?? 0), end }, text: '' }] };
}

/** A getty that is told whom to log in, or what to start in place of login. */
function openGetty(entry: InittabEntry, args: readonly InittabToken[]): Open | undefined {
  for (const [at, option] of args.entries()) {
    const { text } = option;
    const value = args[at + 1];
    const inline = /^--autologin=(.+)$/.exec(text)?.[1];
    const user = inline ?? (/^(?:--autologin|-a)$/.test(text) ? value?.text : undefined);
    if (user !== undefined) return { at: option, user, mended: without(entry, option, inline === undefined ? 2 : 1) };
    if (text !== '-l' || value === undefined) continue;
    const asksNoName = args.some(({ text: other }) => other === '-n');
    if (isShell(value.text) && asksNoName) return { at: value, user: 'root', mended: asks(value) };
    if (/(?:^|[/_.-])autologin[^/]*$/.test(value.text)) return { at: value, mended: asks(value) };
  }
  return undefined;
}

function openIn(entry: InittabEntry): Open | undefined {
  const { program, args } = entry;
  if (program === undefined) return undefined;
  const behind = args.filter(({ span }) => span.start > program.span.start);
  const said = behind.map(({ text }) => text);
  const found = shellForLogin(program.text, said);
  const says = found && behind[found.at];
  if (found && says)
    return {
      at: says,
      user: 'root',
      isRemote: true,
      mended: { title: `Start ${LOGIN}`, edits: [replace(says, says.text.slice(0, -found.shell.length).concat(LOGIN))] },
    };
  if (obeysInput(program.text, said)) return { at: program, user: 'root', mended: asksInstead(program, behind) };
  if (isGetty(program.text)) return openGetty(entry, behind);
  const forced = /(?:^|\/)login$/.test(program.text) ? behind.findIndex(({ text }) => text === '-f') : -1;
  const [option, user] = forced === -1 ? [] : behind.slice(forced);
  if (option === undefined || user === undefined) return undefined;
  return { at: option, user: user.text, mended: without(entry, option, 2) };
}

export const rootShell: Rule<InittabLine> = {
  id: 'inittab/root-shell',
  severity: 'info',
  docs: {
    summary: 'A terminal that lets anybody in.',
    why: 'init starts the shell as root, or a getty logs somebody in, and nobody is asked for a password: who reaches the console or the serial line owns the system, or is that user. It is how many small systems are delivered.',
    remedy: 'Start getty or /bin/login there, or turn the entry off.',
    bad: [
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:-/bin/sh\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::respawn:/bin/cttyhack /bin/sh\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty -n -l /usr/local/bin/autologin 38400 tty1\n' },
      { path: '/etc/inittab', text: '# daemonlint: keep telnet\n::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/telnetd -F -l /bin/ash\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/bin/bash\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/agetty --autologin root 38400 tty1\n' },
    ],
    good: [
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:/bin/sh -c /usr/sbin/own\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::sysinit:/bin/sh /etc/start\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/agetty 38400 tty1\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty -l /bin/login 38400 tty1\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:-/bin/login\n' },
  },
  *checkLine({ type, entry, launches: [launch] }, context) {
    if (type !== 'entry' || launch?.when.type !== 'respawn' || entry === undefined || entry.does === 'off') return;
    const found = openIn(entry);
    if (found === undefined) return;
    const { at, user, mended, isRemote } = found;
    const where = dialectsOf(context.dialects).some(({ hasIds }) => !hasIds) && entry.id ? entry.id.text : 'the terminal';
    const who = isRemote ? 'Whoever connects' : `Whoever sits at ${where}`;
    const is = user === undefined ? `is let in by ${at.text}` : `is ${user}`;
    // Whoever is logged in as a user of their own may be meant to be: on a kiosk, say.
    const severity: Severity = isRemote ? 'warning' : user === undefined || user === 'root' ? 'info' : 'hint';
    const fixes: Fix[] = [{ ...mended, safe: false, after: afterFor(context) }];
    yield {
      at,
      severity,
      message: `${who} ${is} without a password. Start a login there instead, unless that is meant.`,
      fixes,
    };
  },
};
