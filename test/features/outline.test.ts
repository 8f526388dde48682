/** The outline: one symbol per launch and assignment; folds for blocks of comments and entries of several lines. */
import assert from 'node:assert/strict';
import { foldsOf, symbolsOf } from '../../core/src/index.js';
import { readAs } from '../support.js';

const INETD = '/etc/inetd.conf';
const SYSTEM = '/etc/crontab';

const symbols = (path: string, text: string) =>
  symbolsOf(readAs(path, text)).map(({ name, detail, state }) => [name, detail, state].filter(Boolean).join(' | '));

const folds = (path: string, text: string) => foldsOf(readAs(path, text)).map(({ first, last, type }) => `${first}-${last} ${type}`);

describe('symbols', () => {
  it('of a crontab are its assignments and what it starts, in order', () =>
    assert.deepEqual(
      symbols(
        SYSTEM,
        [
          '# upkeep',
          'SHELL=/bin/sh',
          'MAILTO = "ann, bob"',
          '',
          '17 * * * * root cd / && run-parts /etc/cron.hourly',
          '0 4 * * * root service snmpd start; echo x | at now',
          '#0 5 * * * root /usr/sbin/gpm',
          '61 * * * * root /bin/x',
          '',
        ].join('\n'),
      ),
      [
        'SHELL | /bin/sh | setting',
        'MAILTO | "ann, bob" | setting',
        'run-parts | on',
        'snmpd | on',
        'at | atd | on',
        '/usr/sbin/gpm | commented out, gpm | commented',
      ],
    ));

  it('of an inetd.conf are its services, with the name by which a number is known', () =>
    assert.deepEqual(
      symbols(INETD, 'ftp stream tcp nowait root /usr/sbin/in.ftpd\n23 stream tcp nowait root /x\n#finger stream tcp nowait nobody /x\n'),
      ['ftp | on', '23 | telnet | on', 'finger | commented out | commented'],
    ));

  it('of a listing say what is off', () =>
    assert.deepEqual(
      symbols(
        'rc3.d.txt',
        '/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 15 Jan 1 2000 K50snmpd -> ../init.d/snmpd\nlrwxrwxrwx 1 root root 14 Jan 1 2000 S50inet -> ../init.d/inet\n',
      ).filter((symbol) => !symbol.endsWith('setting')),
      ['snmpd | off | off', 'inet | inetd | on'],
    ));

  it('have the whole line and the word in it', () => {
    const text = 'A=b\r\n  0 4 * * * root /usr/sbin/gpm  \r\n';
    const [variable, entry] = symbolsOf(readAs(SYSTEM, text));
    const cut = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
    assert.deepEqual(variable && [cut(variable.span), cut(variable.selection)], ['A=b', 'A']);
    assert.deepEqual(entry && [cut(entry.span), cut(entry.selection)], ['  0 4 * * * root /usr/sbin/gpm', '/usr/sbin/gpm']);
  });

  it('select a place inside their line, as editors want it', () => {
    const texts = [
      [SYSTEM, '=x\n"A B"="c"\nC=\n0 4 * * * root sh -c "at now"  \n'],
      [INETD, '127.0.0.1:\nftp stream tcp nowait root\n\t/usr/sbin/in.ftpd\n#<off># tftp dgram udp wait root /x\n'],
    ] as const;
    for (const [path, text] of texts) {
      const found = symbolsOf(readAs(path, text));
      assert.ok(found.length > 0);
      for (const { name, span, selection } of found) {
        assert.notEqual(name, '');
        assert.ok(span.start <= selection.start && selection.end <= span.end, name);
      }
    }
  });

  it('are none in an empty text or one of comments', () => {
    assert.deepEqual(symbols(SYSTEM, ''), []);
    assert.deepEqual(symbols(SYSTEM, '# a\n\n# b\n'), []);
  });
});

describe('folds', () => {
  it('are blocks of two and more comment lines, commented-out entries among them', () => {
    assert.deepEqual(folds(SYSTEM, '# a\n# b\n0 4 * * * root true\n# c\n\n# d\n#0 5 * * * root true\n# e\n'), [
      '0-1 comment',
      '5-7 comment',
    ]);
    assert.deepEqual(folds(SYSTEM, '# a\n\n# b\nA=b\n# c'), []);
  });

  it('reach to the last line, with or without its end', () => {
    for (const end of ['', '\n', '\r\n']) assert.deepEqual(folds(SYSTEM, `A=b\n# a\n# b${end}`), ['1-2 comment'], JSON.stringify(end));
  });

  it('are entries that go on in the next line', () => {
    assert.deepEqual(folds(INETD, 'ftp stream tcp nowait root\n /usr/sbin/in.ftpd\n -l\ntelnet stream tcp nowait root /x\n'), [
      '0-2 region',
    ]);
    assert.deepEqual(folds(INETD, '# a\n# b\nftp stream tcp nowait root\r\n /usr/sbin/in.ftpd'), ['0-1 comment', '2-3 region']);
  });

  it('are none in an empty text', () => assert.deepEqual(folds(SYSTEM, ''), []));
});
