/** Mail to nobody. */
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import type { Run } from '../../../text/shell/commands.js';
import type { Word } from '../../../text/words.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';

/** The words behind `-s` and its subject, and behind `-E`, which sends no empty mail; undefined where there are other options, which differ from program to program. */
function behindSubject(words: readonly Word[]): readonly Word[] | undefined {
  const at = words.findIndex(({ text }) => text !== '-E');
  const args = at === -1 ? [] : words.slice(at);
  const [first, subject] = args;
  if (first === undefined || !/^-E?s/.test(first.text)) return undefined;
  const isApart = /s$/.test(first.text);
  // Without quotes the shell may make several words of it.
  const value = isApart ? subject?.text : first.text;
  return value === undefined || /^[^"']*[$`*?[]/.test(value) ? undefined : args.slice(isApart ? 2 : 1);
}

function toNobody({ command }: Run): Report | undefined {
  if (command === undefined || !/^(?:mailx?|Mail|s-nail)$/.test(baseName(command.program.text))) return undefined;
  if (behindSubject(command.args)?.length !== 0) return undefined;
  return {
    at: command.program,
    message: 'No recipient stands behind the subject: mail refuses to send this, and what it was given is lost. Put the address last.',
  };
}

export const mailRecipient: Rule<CrontabLine> = {
  id: 'crontab/mail-recipient',
  severity: 'warning',
  docs: {
    summary: 'A mail with a subject and without a recipient.',
    why: '`mail` of BSD and s-nail, given a subject, want to be told whom to write to. Without that they end with an error, and the output of the job that was to be mailed is gone: it went into the pipe.',
    remedy: 'Put the address behind the subject; in quotes with it, it is a part of the subject.',
    bad: [
      { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/sbin/report 2>&1 | mail -s "Report of the night"\n' },
      { path: '/etc/cron.d/report', text: "0 3 * * * root /usr/local/sbin/report | mailx -E -s 'Report ops@example.org'\n" },
      { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/sbin/report && mail -s done < /var/log/report\n' },
    ],
    good: [
      {
        path: '/etc/cron.d/report',
        text: '0 3 * * * root report | mail -s "Report" $OPS; report | mail ops; mail -s $ARGS; mail -s "$(date)" -t\n',
      },
      {
        path: '/etc/cron.d/report',
        text: '0 3 * * * root report | mail -a "From: x" -s Report ops; report | /usr/local/bin/mail.sh -s Report\n',
      },
    ],
    nearMiss: {
      path: '/etc/cron.d/report',
      text: '0 3 * * * root /usr/local/sbin/report 2>&1 | mail -s "Report of the night" ops\n',
    },
  },
  marks: [/[mM]ailx?[ \t]+-|s-nail[ \t]+-/],
  types: ['entry'],
  *checkLine(line) {
    for (const run of commandLineOf(line)?.runs ?? []) {
      const report = toNobody(run);
      if (report) yield report;
    }
  },
};
