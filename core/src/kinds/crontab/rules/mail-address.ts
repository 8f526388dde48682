/** An address in MAILTO that cron sends no mail to. */
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

/** The first character of `value` at which `dialect` gives up; undefined where it sends mail. */
const stopsAt = (value: string, { mailTo }: Dialect): string | undefined =>
  mailTo && [...value].find((_, index, all) => !mailTo.test(all.slice(0, index + 1).join('')));

/** `value` with a comma and nothing else between its addresses; of `Ann <ann@example.org>` what stands in the brackets. */
const joined = (value: string): string =>
  value
    .split(value.includes('<') ? /[,;]+/ : /[\s,;]+/)
    .map((part) => (/<([^<>]+)>/.exec(part)?.[1] ?? part).trim())
    .filter(Boolean)
    .join(',');

const shown = (character: string): string => (/\s/.test(character) ? 'a blank' : `“${character}”`);

export const mailAddress: Rule<CrontabLine> = {
  id: 'crontab/mail-address',
  severity: 'warning',
  docs: {
    summary: 'MAILTO holds a character for which cron sends no mail.',
    why: 'Before it hands mail over cron looks whether the address is one that could do no harm: letters and digits, and some marks between them. A blank behind a comma, a name before the address or a semicolon make it throw the output away; a word in the log, UNSAFE, is all that tells.',
    remedy: 'Write plain addresses with commas between them and no blanks, or an alias of the mail server.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'MAILTO=ann@example.org, bob@example.org\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/ann', text: 'MAILTO="Operators <ops@example.org>"\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=ann@example.org;bob@example.org\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'MAILTO=ann@example.org,bob@example.org\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=""\nMAILTO=ann+cron@example.org\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/crontabs/root', text: 'MAILTO=ann@example.org;bob\n0 3 * * * /usr/local/sbin/backup\n' },
      { path: '/srv/templates/cron.d/backup', text: 'MAILTO={{ mail_to }}\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: 'MAILTO=ann@example.org,bob@example.org\n0 3 * * * root /usr/local/sbin/backup\n' },
    references: [{ title: 'do_command.c of cronie, OpenBSD and NetBSD, safe_p' }],
  },
  heeds: ({ form }) => form !== ANACRONTAB,
  types: ['setting'],
  *checkLine({ assignment, text }, { dialects }) {
    // Whether a `$` is expanded is told elsewhere.
    if (assignment?.name.text !== 'MAILTO' || isTemplated(text) || assignment.value.text.includes('$')) return;
    const { value } = assignment;
    const among = dialectsNamed(dialects);
    const refusing = among.filter((dialect) => stopsAt(value.text, dialect) !== undefined);
    const [first] = refusing;
    const character = first && stopsAt(value.text, first);
    if (character === undefined) return;
    const written = joined(value.text);
    const isMended = among.every((dialect) => stopsAt(written, dialect) === undefined);
    yield {
      at: value,
      message: `${listed(refusing.map(({ title }) => title))} ${refusing.length === 1 ? 'sends' : 'send'} no mail to an address with ${shown(character)} in it: what the jobs below say is lost. Write plain addresses with commas between them and no blanks.`,
      fixes: isMended ? [{ title: `Write ${written}`, edits: [{ span: value.span, text: written }], safe: false }] : [],
    };
  },
};
