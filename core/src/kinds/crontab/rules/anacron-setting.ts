/** Settings of anacron that it cannot read, or does not have. */
import { remedied, write } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { anacronsAmong } from '../anacron/anacrons.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

const digits = (value: string): string | undefined => (/^\d+$/.test(value) ? undefined : 'it must be a number, without blanks or quotes');

/** Why a value, as it is written, will not do; undefined where it will. */
const SETTINGS: Readonly<Record<string, (value: string) => string | undefined>> = {
  START_HOURS_RANGE: (value) => {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(value) ?? [];
    if (from === undefined) return 'it must be two hours such as 3-22, without blanks or quotes';
    return Number(to) < Number(from) ? 'the hours must not go past midnight' : undefined;
  },
  RANDOM_DELAY: digits,
  PREFERRED_HOUR: (value) => digits(value) ?? (Number(value) > 24 ? 'there is no such hour' : undefined),
};

export const anacronSetting: Rule<CrontabLine> = {
  id: 'crontab/anacron-setting',
  severity: 'warning',
  docs: {
    summary: 'A setting of anacron has a value that it cannot read, or this anacron has no such setting.',
    why: 'The anacron of cronie passes over a setting that it cannot read, and works as if it were not there. To the anacron of Debian these are variables like any other.',
    remedy: 'Write START_HOURS_RANGE as two hours, RANDOM_DELAY as minutes, PREFERRED_HOUR as an hour, all without blanks and quotes.',
    bad: [
      { path: '/etc/anacrontab', text: 'START_HOURS_RANGE=22-6\n1 5 backup /usr/local/sbin/backup\n' },
      { path: '/etc/anacrontab', text: 'RANDOM_DELAY= 45\n1 5 backup /usr/local/sbin/backup\n' },
      { path: '/etc/anacrontab', text: '# daemonlint: dialect=debian\nRANDOM_DELAY=45\n1 5 backup /usr/local/sbin/backup\n' },
    ],
    good: [{ path: '/etc/anacrontab', text: 'RANDOM_DELAY=45\nMAILTO=root\n1 5 backup /usr/local/sbin/backup\n' }],
    nearMiss: { path: '/etc/anacrontab', text: 'START_HOURS_RANGE=3-22\n1 5 backup /usr/local/sbin/backup\n' },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  concerns: ({ assignment }) => assignment !== undefined,
  *checkLine({ assignment, text }, { dialects }) {
    if (assignment === undefined || !Object.hasOwn(SETTINGS, assignment.name.text)) return;
    const { name, value } = assignment;
    const among = anacronsAmong(dialects);
    const knowing = among.filter(({ settings }) => settings.includes(name.text));
    if (knowing.length === 0)
      yield {
        at: name,
        message: `${listed(among.map(({ title }) => title))} has no setting ${name.text}: the line changes nothing. Delete it.`,
        fixes: [{ title: 'Delete the line', edits: [{ span: { start: 0, end: text.length }, text: '' }], safe: false }],
      };
    const fault = knowing.length === 0 ? undefined : SETTINGS[name.text]?.(value.text);
    if (fault === undefined) return;
    const end = Math.max(value.span.end, name.span.end);
    const bare = value.text.replace(/["' \t]/g, '');
    const isMended = bare !== value.text && SETTINGS[name.text]?.(bare) === undefined;
    yield {
      at: { span: { start: name.span.start, end: Math.min(end, text.length) } },
      message: `${listed(knowing.map(({ title }) => title))} passes over this line: ${fault}.`,
      fixes: remedied(isMended ? write(value.span, bare) : undefined),
    };
  },
};
