/** A job that asks docker for a terminal. */
import type { Report, Rule } from '../../../model/rule.js';
import { type Edit, replace } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import type { Word } from '../../../text/words.js';
import { commandLineOf } from '../commands/command-line.js';
import { terminalAskedBy } from '../commands/docker.js';
import type { CrontabLine } from '../model.js';

/** Takes the `t` out of short options; an option that is nothing else goes with the blanks before it. */
function withoutTerminal({ text, span }: Word, line: string): Edit {
  const rest = text.startsWith('--') ? '' : text.replace('t', '').replace(/^-$/, '');
  if (rest !== '') return replace({ span }, rest);
  const start = line.slice(0, span.start).trimEnd().length;
  return replace({ span: { start, end: span.end } }, '');
}

function reportOn({ command }: Run, line: string): Report | undefined {
  const option = command && terminalAskedBy(command);
  return (
    option && {
      at: option,
      message: `“${option.text}” asks for a terminal, and a job of cron has none: docker says “the input device is not a TTY” and ends, and the command is not run. Leave “t” out.`,
      fixes: [{ title: 'Ask for no terminal', edits: [withoutTerminal(option, line)], safe: true }],
    }
  );
}

export const noTerminal: Rule<CrontabLine> = {
  id: 'crontab/no-terminal',
  severity: 'warning',
  docs: {
    summary: 'A job asks docker for a terminal, which no job of cron has.',
    why: 'With `-i` and `-t` together docker wants its input to be a terminal. Under cron it is none: docker ends with an error, and the command in the container is never run. In a shell the same line works.',
    remedy: 'Leave `-t` out; `-i` is needed only where the command reads its input.',
    bad: [
      { path: '/etc/cron.d/nextcloud', text: '*/5 * * * * root docker exec -it -u www-data nextcloud php cron.php\n' },
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '0 3 * * * cd /srv && /usr/bin/docker run -a stdout -e A=b -ti backup >/dev/null 2>&1\n',
      },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * sudo docker -H db1 container exec -i --tty db sh -c "dump | gzip"\n' },
    ],
    good: [
      { path: '/etc/cron.d/nextcloud', text: '*/5 * * * * root docker exec -t nextcloud php cron.php; docker exec -i db psql -it\n' },
      {
        path: '/etc/cron.d/nextcloud',
        text: '0 3 * * * root docker run -dit job; docker run -e -it job; docker run -it --tty=false job; docker run -i -t=false job; docker ps -it\n',
      },
      { path: '/etc/cron.d/nextcloud', text: '0 3 * * * root script -qc "docker exec -it db dump" /dev/null; podman exec -it db dump\n' },
    ],
    nearMiss: { path: '/etc/cron.d/nextcloud', text: '*/5 * * * * root docker exec -i -u www-data nextcloud php cron.php\n' },
  },
  marks: [/\bdocker[ \t][^\n]*?(?:exec|run)[ \t]/],
  types: ['entry'],
  *checkLine(line) {
    for (const run of commandLineOf(line)?.runs ?? []) {
      const report = reportOn(run, line.text);
      if (report) yield report;
    }
  },
};
