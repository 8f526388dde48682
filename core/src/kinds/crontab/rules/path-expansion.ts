/** An assignment that counts on an expansion which never happens. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { isTemplated, isTemplateName } from '../../../text/template.js';
import { slice, type Word } from '../../../text/words.js';
import { surroundingsOf } from '../commands/surroundings.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';
import { isIdle } from '../verdicts/differ.js';

/** Variables that hold file names or addresses: there a `$` or `~` is never meant literally. */
const PLACES = /^(?:PATH|HOME|SHELL|MAILTO|MAILFROM|TMPDIR|\w*(?:PATH|DIR|HOME|ROOT|FILE|LOG|LOGS|BIN))$/;

/** Shells expand the values of these themselves when they read them. */
const READ_BY_SHELL = new Set(['BASH_ENV', 'ENV', 'PS1', 'PS4', 'PROMPT_COMMAND']);

/** Values that may hold any character. */
const FREE = /PASS|PWD|SECRET|TOKEN|KEY|SALT|REGEX|PATTERN|FORMAT|CMD|COMMAND|ARGS|OPTS|OPTIONS/;

const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})/;
const SUBSTITUTION = /\$\([^()]+\)|`[^`]+`/;
const TILDE = /(?:^|:)~(?=[/:]|$)/;

const firstOf = (word: Word, ...patterns: readonly RegExp[]): Word | undefined => {
  const hits = patterns.map((pattern) => pattern.exec(word.text)).filter((hit) => hit !== null);
  const [hit] = hits.sort((a, b) => a.index - b.index);
  if (hit === undefined) return undefined;
  return slice(word, hit.index + (hit[0].startsWith(':') ? 1 : 0), hit.index + hit[0].length);
};

/** The first part of the value that nothing expands. */
function literal(name: string, value: Word): Word | undefined {
  if (PLACES.test(name)) return firstOf(value, VARIABLE, SUBSTITUTION, TILDE);
  if (FREE.test(name)) return undefined;
  // Elsewhere only where a file name or the whole value begins with it.
  return firstOf(
    value,
    /^(?:\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})|\$\([^()]+\)|`[^`]+`|~(?=\/))/,
    /(?<=[:/])\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})/,
  );
}

function fixes(name: string, part: Word, dialects: readonly string[]): Fix[] {
  const path = dialects.flatMap((id) => surroundingsOf(id)?.path ?? [])[0];
  if (name !== 'PATH' || !/^\$\{?PATH\}?$/.test(part.text) || path === undefined) return [];
  return [{ title: `Write out the PATH that cron sets: ${path}`, edits: [{ span: part.span, text: path }], safe: false }];
}

/** Said where some of the crons in question take the part from the environment of their daemon. */
const onlyBy = (expanding: readonly string[], part: Word, name: Word): string =>
  `Of the crons that may read this, ${listed(dialectsNamed(expanding).map(({ title }) => title))} alone puts anything in the place of “${part.text.slice(0, 40)}” in ${name.text}, and that from the environment of its daemon; to the others it is part of the address. Write the address out.`;

export const pathExpansion: Rule<CrontabLine> = {
  id: 'crontab/path-expansion',
  severity: 'warning',
  docs: {
    summary: 'An assignment whose `$NAME`, `~` or command nothing expands.',
    why: 'Cron takes a value letter by letter. With `PATH=$PATH:/opt/bin` the jobs look in a directory named `$PATH`, and in none of the usual ones.',
    remedy: 'Write the value out, or set the variable inside the command, where a shell reads it.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: 'PATH=$PATH:/opt/tools/bin\n0 3 * * * backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'HOME=~/work\n0 3 * * * ./backup\n' },
      { path: '/etc/cron.d/report', text: 'LOGDIR="`pwd`/log"\n0 3 * * * root /opt/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'PATH=/usr/local/bin:/usr/bin:/bin\n0 3 * * * root PATH=$PATH:/opt/bin backup\n' },
      { path: '/srv/crontab.template', text: 'MAILTO=$ADMIN\n0 3 * * * backup\n' },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=cronie\nMAILTO=$ADMIN\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'DB_PASS=pa$word\nBASH_ENV=$HOME/.bashrc\n0 3 * * * root backup\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: 'PATH=/usr/bin:/opt/tools/bin\n0 3 * * * backup\n' },
  },
  types: ['setting'],
  *checkLine({ assignment, text }, { dialects, path }) {
    if (assignment === undefined || !/[$~`]/.test(assignment.value.text) || isTemplated(text) || isTemplateName(path)) return;
    const { name, value } = assignment;
    const part = READ_BY_SHELL.has(name.text) ? undefined : literal(name.text, value);
    if (part === undefined || isIdle(dialects, text)) return;
    const isTilde = part.text.startsWith('~');
    if (isTilde && name.text === 'PATH' && dialects.every((id) => surroundingsOf(id)?.expandsTilde)) return;
    const byDaemon = /^MAIL(?:TO|FROM)$/.test(name.text) && part.text.startsWith('$') && !part.text.startsWith('$(');
    const expanding = byDaemon ? dialects.filter((id) => surroundingsOf(id)?.expandsMail) : [];
    if (expanding.length > 0) {
      if (expanding.length < dialects.length) yield { at: part, message: onlyBy(expanding, part, name) };
      return;
    }
    yield {
      at: part,
      message: `Cron expands nothing in an assignment: the jobs below get ${isTilde ? '“~”' : `“${part.text.slice(0, 40)}”`} in ${name.text} as it stands. Write the value out, or set it inside the command.`,
      fixes: fixes(name.text, part, dialects),
    };
  },
};
