/** Where the logical lines of inetd.conf end. */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import { lineEnd } from '../../core/src/kinds/inetd/lines.js';

const all = { form: 'inetd', dialects: inetd.defaultDialects };
const only = (...dialects: string[]) => ({ form: 'inetd', dialects });

const lines = (text: string, options = all): [string, string][] =>
  inetd.read(text, options).document.lines.map(({ type, text: line }) => [type, line]);
const starts = (text: string, options = all): string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at, options);
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
};

const FTP = 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n';

describe('logical lines of inetd.conf', () => {
  it('are physical lines where nothing continues them', () => {
    assert.deepEqual(starts(`# a\n\n${FTP}${FTP}x`), ['# a\n', '\n', FTP, FTP, 'x']);
  });

  it('go on where a physical line begins with a blank', () => {
    const entry = 'ftp stream tcp\n\tnowait root\n  /usr/sbin/in.ftpd\n';
    assert.deepEqual(starts(entry + FTP), [entry, FTP]);
  });

  it('go on over lines of blanks, but do not end with them', () => {
    const entry = 'ftp stream tcp\n \t \n  nowait root /x\n';
    assert.deepEqual(starts(`${entry}  \n${FTP}`), [entry, '  \n', FTP]);
    assert.deepEqual(starts('ftp stream tcp\r\n \r\n  nowait root /x\r\n'), ['ftp stream tcp\r\n \r\n  nowait root /x\r\n']);
  });

  it('end at an empty line and at a comment in column 1', () => {
    assert.deepEqual(starts(`${FTP}\n  more\n`), [FTP, '\n', '  more\n']);
    assert.deepEqual(starts(`${FTP}#\n  more\n`), [FTP, '#\n', '  more\n']);
  });

  it('begin with an indented line at the start of the text and after a comment', () => {
    assert.deepEqual(lines(`  ${FTP}`), [['entry', `  ${FTP}`]]);
    assert.deepEqual(lines(`# a note\n  ${FTP}\t-l\n`), [
      ['comment', '# a note\n'],
      ['entry', `  ${FTP}\t-l\n`],
    ]);
  });

  it('swallow an indented entry, as the BSD daemons do', () => {
    const [[type, text] = []] = lines(`${FTP}  telnet stream tcp nowait root /usr/sbin/in.telnetd\n`);
    assert.equal(type, 'entry');
    assert.match(text ?? '', /telnetd\n$/);
  });

  it('never go on with a blank for inetutils, and with a backslash for BusyBox', () => {
    assert.deepEqual(starts(`${FTP}  more\n`, only('inetutils')), [FTP, '  more\n']);
    assert.deepEqual(starts('ftp stream tcp \\\nnowait root /x\n  y\n', only('busybox')), ['ftp stream tcp \\\nnowait root /x\n', '  y\n']);
    assert.deepEqual(starts('ftp stream tcp \\\n  nowait\n', only('inetutils', 'busybox')), ['ftp stream tcp \\\n  nowait\n']);
  });

  it('hold a commented-out entry with its continuation lines', () => {
    for (const entry of [
      '#ftp stream tcp nowait root\n#  /usr/sbin/in.ftpd in.ftpd\n',
      '#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n#\t-l -a\n',
      '#ftp stream tcp nowait root /usr/sbin/tcpd\n#    /usr/sbin/in.ftpd\n#\t-l\n',
      '#<off># ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n#<off>#    on\n',
      '# ftp stream tcp nowait root\n#   \n#   /usr/sbin/in.ftpd\n',
      '#ftp\n#  stream tcp nowait root /usr/sbin/in.ftpd\n',
    ])
      assert.deepEqual(lines(`${entry}# more\n`), [
        ['commented', entry],
        ['comment', '# more\n'],
      ]);
  });

  it('leave prose and other entries behind a commented-out one alone', () => {
    for (const [entry, next] of [
      ['#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n', '#  is how files came here\n'],
      ['#echo stream tcp nowait root internal\n', '#    these are small\n'],
      ['#ftp stream tcp nowait root /usr/sbin/in.ftpd\n', '# run it only at night\n'],
      ['#ftp stream tcp nowait root /usr/sbin/in.ftpd\n', '#   Run it only at night\n'],
    ] as const)
      assert.deepEqual(lines(entry + next), [
        ['commented', entry],
        ['comment', next],
      ]);
    const other = '#  echo stream tcp nowait root internal\n';
    assert.deepEqual(lines(`#ftp stream tcp nowait root /usr/sbin/in.ftpd\n${other}`)[1], ['commented', other]);
  });
});
