/** A page that wget fetches only to have it run, and keeps. */
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Command } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';

/** Options by which wget keeps nothing, or keeps it in a place of its own. */
const PLACED =
  /^(?:-(?!-)[a-zA-Z]*[ONPcrmi]|--(?:output-document|spider|delete-after|timestamping|no-clobber|directory-prefix|continue|recursive|mirror|input-file|config))/;

/** An address of something that runs when it is fetched: a script, a query, or a folder. */
const RUNS = /^["']?https?:\/\/(?:[^?]*\.(?:php\d?|phtml|cgi|pl|py|aspx?|jsp|do)(?:[/"']|$)|.*\?|[^?]*\/["']?$|[^/?]+$)/;

/** The program alone, which has nothing that says where the page is to go. */
const keepsPages = ({ program, args }: Command): boolean =>
  baseName(program.text) === 'wget' && args.some(({ text }) => RUNS.test(text)) && !args.some(({ text }) => PLACED.test(text));

export const savedPage: Rule<CrontabLine> = {
  id: 'crontab/saved-page',
  severity: 'info',
  docs: {
    summary: 'wget calls a page, and each run leaves one more copy of it.',
    why: 'wget saves what it fetches. Called to set off a job on a web server, it fills the home directory of its user with run.php, run.php.1, run.php.2 and so on.',
    remedy: 'Add `-O /dev/null`, or take curl and send its output there.',
    bad: [
      { path: '/var/spool/cron/ann', text: '*/5 * * * * wget -q http://example.net/run.php\n' },
      { path: '/etc/cron.d/web', text: '*/5 * * * * www-data /usr/bin/wget "https://example.net/?do=run" >/dev/null 2>&1\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '*/5 * * * * wget -qO- http://example.net/run.php; wget --spider http://example.net/run.php\n' },
      {
        path: '/var/spool/cron/ann',
        text: '*/5 * * * * wget -q http://example.net/list.txt; cd /srv/pages && wget http://example.net/run.php\n',
      },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: '*/5 * * * * wget -qO- http://example.net/run.php\n' },
  },
  marks: [/wget/],
  types: ['entry'],
  *checkLine(line) {
    for (const { command, piece } of commandLineOf(line)?.runs ?? []) {
      // Who goes to a folder first wants it there.
      if (command?.program.text === 'cd') return;
      // What stands behind an address that a `&` cuts may say where.
      const isCut = piece.closedBy === '&' && command?.args.at(-1)?.span.end === piece.end;
      if (command === undefined || isCut || !keepsPages(command)) continue;
      yield {
        at: command.program,
        message:
          'wget keeps what it fetches: each run leaves one more file in the home directory. If the call is all that counts, add “-O /dev/null”.',
        fixes: [{ title: 'Keep nothing: -O /dev/null', edits: [insert(command.program.span.end, ' -O /dev/null')], safe: false }],
      };
    }
  },
};
