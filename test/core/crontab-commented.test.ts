/** Which comments of a crontab are entries that somebody turned off, and which never are. */
import assert from 'node:assert/strict';
import type { CrontabLine } from '../../core/src/kinds/crontab/model.js';
import { parseLine } from '../../core/src/kinds/crontab/reading/parse.js';
import { uncomment } from '../../core/src/model/toggle.js';
import { applyEdits } from '../../core/src/text/edit.js';
import { crontab, readCrontab } from './crontab-support.js';

type Form = 'user' | 'system';

const parse = (text: string, form: Form): CrontabLine => parseLine(text, '', { form, dialects: crontab.defaultDialects });

/** Comments as people write them above, below and between their entries. None may ever be offered to be enabled, in either form. */
const prose = [
  '#',
  '# ',
  '#####################################################',
  '# ---------------------------------------------------',
  '#  ------- nightly -------  ',
  '# * * * * * * * * * * * * * * * * * * * * * * * * * *',
  '#*****************************************************',
  '# | | | | |',
  '# - - - - -',
  '# * * * * *',
  '# * * * * * user-name command to be executed',
  '# *  *  *  *  * user-name  command to be executed',
  '# * * * * * username command to be executed',
  '# * * * * * user command',
  '# * * * * * user /usr/bin/updatedb',
  '# * * * * * <user> /usr/bin/updatedb',
  '# * * * * * USER COMMAND',
  '# * * * * * command to be executed',
  '# * * * * * <command>',
  '# * * * * * <user> <command>',
  '# * * * * * [user] [command]',
  '# * * * * * who what',
  '# * * * * * your command here',
  '# * * * * * path/to/script',
  '# * * * * * /path/to/script',
  '# * * * * * ... ',
  '# m h dom mon dow command',
  '# m h  dom mon dow user  command',
  '# minute hour day month weekday who command',
  '# min (0 - 59), hour (0 - 23), day (1 - 31)',
  '# +---------- minute, 0 to 59',
  '# .---- day of week, sun,mon,tue or 0 to 6',
  '# Every job below is run by the backup user; mail goes to ann.',
  '# 5 minutes past every hour we look for new mail',
  '# 10 5 2001 ann: moved to the new host, see /root/README',
  '# 2 3 4 5 6 people asked why this runs so early',
  '# 0 3 * * * was too early for the tapes',
  '# */5 * * * * means every five minutes, all day long',
  '# 30 4 1,15 * 5 would run on Fridays and twice a month besides',
  '# @daily jobs have moved to cron.daily',
  '# @reboot does nothing on this host',
  '# @reboot',
  '# 0 0 * * * at midnight',
  '# @reboot start everything that ann needs',
  '# @daily find out who reads the reports',
  '# 0 8 * * 1 who is on call this week',
  '# @weekly: see below',
  '# MAILTO=ann',
  '# PATH=/usr/local/bin:/usr/bin:/bin',
  '# /usr/local/bin/report writes its log to /var/log/report',
  '# run-parts is looked for in PATH',
  '# daemonlint: keep at',
  '#daemonlint: 0 4 * * * /usr/bin/true',
  '# $Id: crontab,v 1.9 2001/05/06 07:08:09 root Exp $',
  '# vim: ft=crontab',
  '# 61 * * * * /usr/bin/updatedb',
  '# 0 24 * * * /usr/bin/updatedb',
  '# * * * * /usr/bin/updatedb',
];

/** A comment that holds an entry, and the entry. */
const ofUsers: Readonly<Record<string, string>> = {
  '#0 4 * * * make all': '0 4 * * * make all',
  '#16 * * * * /usr/sbin/sendmail -q': '16 * * * * /usr/sbin/sendmail -q',
  '# 16 * * * * /usr/sbin/sendmail -q': '16 * * * * /usr/sbin/sendmail -q',
  '##0 4 * * * /usr/bin/updatedb': '0 4 * * * /usr/bin/updatedb',
  '# # \t0 4 * * * /usr/bin/updatedb': '0 4 * * * /usr/bin/updatedb',
  '#\t0\t4\t*\t*\t*\t/usr/bin/updatedb': '0\t4\t*\t*\t*\t/usr/bin/updatedb',
  '#@daily ~/bin/report': '@daily ~/bin/report',
  '# @reboot $HOME/bin/start': '@reboot $HOME/bin/start',
  '#@every_minute ./poll': '@every_minute ./poll',
  '#0 4 * * * rsync -a /home /mnt': '0 4 * * * rsync -a /home /mnt',
  '#0 4 * * mon-fri cd /srv && make': '0 4 * * mon-fri cd /srv && make',
  '#0 4 1 jan * "/opt/my tool/run"': '0 4 1 jan * "/opt/my tool/run"',
  '#*/5 * * * * [ -x /bin/x ] && /bin/x': '*/5 * * * * [ -x /bin/x ] && /bin/x',
  '#0 4 * * * (date; df) | mail ann': '0 4 * * * (date; df) | mail ann',
  '#0 4 * * * LANG=C date +\\%F': '0 4 * * * LANG=C date +\\%F',
  '#0 4 * * * bin/report%Dear Ann': '0 4 * * * bin/report%Dear Ann',
  '#0/5 * * * * /bin/x': '0/5 * * * * /bin/x',
  '#~ * * * * -ns /usr/bin/x': '~ * * * * -ns /usr/bin/x',
  '#0 17 * * 5 echo report | at now': '0 17 * * 5 echo report | at now',
  '#0 4 * * * snmpd': '0 4 * * * snmpd',
  '#0 4 * * * `which true`': '0 4 * * * `which true`',
  '#0 4 * * * if true; then date; fi': '0 4 * * * if true; then date; fi',
};

const ofTheSystem: Readonly<Record<string, string>> = {
  '#17 * * * * root cd / && run-parts /etc/cron.hourly': '17 * * * * root cd / && run-parts /etc/cron.hourly',
  '# 0 4 * * * ann /usr/bin/updatedb': '0 4 * * * ann /usr/bin/updatedb',
  '#@reboot root /usr/sbin/gpm -m /dev/mouse': '@reboot root /usr/sbin/gpm -m /dev/mouse',
  '#0 4 * * * www-data php /srv/cron.php': '0 4 * * * www-data php /srv/cron.php',
  '#0 4 * * * _ntp:_ntp ntpdate -s pool': '0 4 * * * _ntp:_ntp ntpdate -s pool',
  '#0 4 * * * svc.backup$ /usr/bin/tar': '0 4 * * * svc.backup$ /usr/bin/tar',
};

const lineEnds = ['\n', '\r\n', ''];

describe('comments of a crontab', () => {
  for (const form of ['user', 'system'] as const)
    it(`are no entries when they are prose, headers, rulers or placeholders (${form})`, () => {
      assert.ok(prose.length >= 25);
      for (const comment of prose)
        for (const end of lineEnds) {
          const { type, launches, marks } = parse(comment + end, form);
          assert.deepEqual([type, launches, marks], ['comment', [], undefined], comment);
        }
    });

  for (const [form, entries] of [
    ['user', ofUsers],
    ['system', ofTheSystem],
  ] as const)
    for (const [comment, entry] of Object.entries(entries))
      it(`hold an entry (${form}): ${comment}`, () => {
        for (const end of lineEnds)
          for (const indent of ['', '  ', '\t']) {
            const line = parse(indent + comment + end, form);
            assert.equal(line.type, 'commented');
            assert.equal(applyEdits(line.text, uncomment(line)), indent + entry + end);
            assert.deepEqual([...new Set(line.launches.map(({ state }) => state))], ['commented']);
          }
        const enabled = parse(entry, form);
        assert.equal(enabled.type, 'entry', 'what enabling gives is an entry');
        assert.deepEqual(
          enabled.launches.map(({ subject, fact }) => [subject.text, fact]),
          parse(comment, form).launches.map(({ subject, fact }) => [subject.text, fact]),
        );
      });

  it('hold no entry of the system without a user, and none of a user with one', () => {
    assert.equal(parse('#0 4 * * * /usr/bin/updatedb\n', 'system').type, 'comment');
    assert.equal(parse('#0 4 * * * ann /usr/bin/updatedb\n', 'user').type, 'comment');
  });

  it('have a token for their marks, without the blanks behind them', () => {
    for (const [comment, mark] of [
      ['#0 4 * * * date', '#'],
      ['#   0 4 * * * date', '#'],
      ['  ##0 4 * * * date', '##'],
      ['# # 0 4 * * * date', '# #'],
    ] as const)
      assert.deepEqual(
        parse(comment, 'user').tokens.map(({ text }) => text),
        [mark, '0', '4', '*', '*', '*', 'date'],
      );
  });

  it('are judged by any cron, not only by those in question', () => {
    const line = parseLine('#0/5 * * * * /bin/x\n', '', { form: 'user', dialects: ['debian'] });
    assert.equal(line.type, 'commented');
  });

  it('launch nothing that would count as on', () => assert.deepEqual(readCrontab('#@reboot /usr/sbin/snmpd\n').findings, []));
});

describe('switching crontab entries', () => {
  const switched = (text: string, way: 'disable' | 'enable', form: Form = 'user'): string => {
    const { read, document, context } = readCrontab(text, form);
    const [launch] = document.lines[0]?.launches ?? [];
    assert.ok(launch, text);
    const [fix] = read[way](0, launch, context);
    assert.ok(fix, `nothing to ${way} in ${text}`);
    return applyEdits(text, fix.edits);
  };

  it('off puts a mark before the entry, behind its indentation', () => {
    assert.equal(switched('0 4 * * * date\n', 'disable'), '#0 4 * * * date\n');
    assert.equal(switched(' \t0 4 * * * date\r\n', 'disable'), ' \t#0 4 * * * date\r\n');
    assert.equal(switched('@daily root date', 'disable', 'system'), '#@daily root date');
  });

  it('on takes all marks away, with the blanks behind them', () => {
    assert.equal(switched('## #  0 4 * * * date\n', 'enable'), '0 4 * * * date\n');
    assert.equal(switched('  #0 4 * * * date\r\n', 'enable'), '  0 4 * * * date\r\n');
  });

  it('on and off again gives the old bytes of an entry with one mark', () => {
    for (const [form, entries] of [
      ['user', ofUsers],
      ['system', ofTheSystem],
    ] as const)
      for (const entry of Object.values(entries))
        for (const indent of ['', '\t '])
          for (const end of lineEnds) {
            const off = `${indent}#${entry}${end}`;
            // FreeBSD alone reads `0/5` and `@every_minute`: all the crons in question are asked by readCrontab.
            assert.equal(switched(switched(off, 'enable', form), 'disable', form), off);
          }
  });

  it('offers only the way that is open', () => {
    const offered = (text: string) => {
      const { read, document, context } = readCrontab(text);
      const launches = document.lines[0]?.launches ?? [];
      return launches.flatMap((launch) =>
        [...read.disable(0, launch, context), ...read.enable(0, launch, context)].map(({ title }) => title),
      );
    };
    assert.deepEqual(offered('0 4 * * * /usr/bin/updatedb\n'), ['Disable this entry (updatedb): comment it out']);
    assert.deepEqual(offered('#0 4 * * * /usr/bin/updatedb\n'), ['Enable this entry (updatedb): remove the comment mark']);
    assert.deepEqual(offered('A=b\n'), []);
    assert.deepEqual(offered('61 * * * * /usr/bin/updatedb\n'), []);
  });
});
