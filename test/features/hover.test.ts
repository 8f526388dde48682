/** What the hover says: of daemons and services wherever they are named, and of each field of an entry. */
import assert from 'node:assert/strict';
import { directiveHoverAt, hoverAt, ruleNamed } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { hover, hovered } from './support.js';

const INETD = '/etc/inetd.conf';
const SYSTEM = '/etc/crontab';
const USER = '/var/spool/cron/crontabs/ann';
const LINKS = 'rc3.d.txt';

describe('hover on a daemon', () => {
  /** Path, text with the cursor, the name that heads the page. */
  const named: readonly (readonly [path: string, marked: string, name: string])[] = [
    [INETD, '‸telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n', 'telnet'],
    [INETD, '‸23 stream tcp nowait root /opt/x x\n', 'telnet'],
    [INETD, 'own stream tcp nowait root /usr/sbin/‸in.telnetd x\n', 'telnet'],
    [INETD, 'own stream tcp nowait root /usr/sbin/tcpd in.te‸lnetd\n', 'telnet'],
    [INETD, 'own stream tcp nowait root /bin/busybox te‸lnetd\n', 'telnet'],
    [INETD, '#‸ftp stream tcp nowait root /usr/sbin/in.ftpd\n', 'ftp'],
    [INETD, 'rst‸atd/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd\n', 'rstatd'],
    [INETD, '127.0.0.1:fin‸ger stream tcp nowait nobody /usr/sbin/in.fingerd\n', 'finger'],
    [SYSTEM, '@reboot root /usr/sbin/gp‸m -m /dev/mouse\n', 'gpm'],
    [SYSTEM, '0 4 * * * root service snm‸pd restart\n', 'snmpd'],
    [SYSTEM, '0 4 * * * root /etc/init.d/at‸d start\n', 'atd'],
    [SYSTEM, '#@reboot root /usr/sbin/gp‸m\n', 'gpm'],
    [USER, '0 4 * * * echo x | a‸t now\n', 'atd'],
    [USER, '@reboot rsy‸nc --daemon\n', 'rsync'],
    [LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 S80send‸mail -> ../init.d/sendmail\n', 'sendmail'],
    [LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 ‸S80sendmail -> ../init.d/sendmail\n', 'sendmail'],
    [LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 S80sendmail -> ../init.d/send‸mail\n', 'sendmail'],
    [LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 K30send‸mail -> ../init.d/sendmail\n', 'sendmail'],
    ['chkconfig.txt', 'sn‸mpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n', 'snmpd'],
  ];
  for (const [path, marked, name] of named)
    it(`shows the page of ${name}: ${marked.trim()}`, () =>
      assert.match(hover(path, marked), new RegExp(`(?:^|\\n)\\*\\*${name}\\*\\* \\((?:daemon|inetd service)\\)\\n`)));

  it('has the verdict and its source, what it is, why, what replaces it, links, and how to turn it off and on', () => {
    const page = hover(LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 S50sn‸mpd -> ../init.d/snmpd\n');
    for (const part of [
      /\*\*Verdict.*Leave it off unless .*\./,
      /"Killing Daemons!", Jay Beale/,
      /\*\*What it is:\*\* \S/,
      /\*\*Why it matters:\*\* \S/,
      /\*\*Today:\*\* \S/,
      /\[[^\]]+\]\(https:\/\/[^)]+\)/,
      /Red Hat: `chkconfig snmpd off`.*\(on again: `chkconfig snmpd on`/,
      /Debian: `update-rc\.d snmpd disable`.*\(on again: `update-rc\.d snmpd enable`/,
      /`systemctl disable --now snmpd\.service` \(on again: `systemctl enable --now snmpd\.service`\)/,
    ])
      assert.match(page, part);
  });

  it('tells 2000 and today apart where they differ', () => {
    assert.match(hover(INETD, '‸telnet stream tcp nowait root /usr/sbin/in.telnetd\n'), /\*\*Since then:\*\* .*2000.*CVE-2026-24061/);
    assert.match(hover('chkconfig.txt', 'ipch‸ains 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n'), /\*\*Since then:\*\* .*Red Hat 6/);
  });

  it('never says how to turn off what protects the host', () => {
    for (const name of ['iptables', 'sshd', 'ufw']) {
      const page = hover('chkconfig.txt', `‸${name} 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n`);
      assert.match(page, new RegExp(`\\*\\*${name}\\*\\*`));
      assert.doesNotMatch(page, /Off, and on again|systemctl disable|chkconfig \w+ off/);
    }
  });

  it('is about the word under the cursor', () => {
    assert.equal(hovered(LINKS, 'lrwxrwxrwx 1 root root 18 Jan 1 2000 S80send‸mail -> ../init.d/sendmail\n'), 'sendmail');
    assert.equal(hovered(INETD, 'te‸lnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n'), 'telnet');
    assert.equal(hovered(INETD, 'telnet stream tcp nowait root /usr/sbin/tcpd in.telne‸td\n'), 'in.telnetd');
  });

  it('shows no page where nothing is known, or where a word only looks like a daemon', () => {
    for (const [path, marked] of [
      [INETD, 'ow‸n stream tcp nowait root /opt/own\n'],
      [USER, '0 4 * * * ec‸ho at\n'],
      [USER, '0 4 * * * logger at‸d\n'],
      [USER, '0 4 * * * service snm‸pd status\n'],
      [INETD, '# tel‸net was here\n'],
    ] as const)
      assert.doesNotMatch(hover(path, marked), /Verdict/, marked);
  });
});

describe('hover on the fields of an inetd line', () => {
  const fields: readonly (readonly [marked: string, title: string, value: RegExp])[] = [
    ['127.0.0.‸1:ftp stream tcp nowait root /x\n', 'Address', /only this host itself can connect/],
    ['10.0.0.‸1:ftp stream tcp nowait root /x\n', 'Address', /Only connections to 10\.0\.0\.1 are taken/],
    ['‸8080 stream tcp nowait root /x\n', 'Service', /Port 8080/],
    ['rstatd/‸1-3 dgram rpc/udp wait root /x\n', 'RPC versions', /RPC versions 1 to 3/],
    ['ftp str‸eam tcp nowait root /x\n', 'Socket type', /A connection: bytes in order/],
    ['talk ‸dgram udp wait root /x\n', 'Socket type', /Single packets/],
    ['ftp stream ‸tcp nowait root /x\n', 'Protocol', /^TCP: .*IPv4 and IPv6/],
    ['ftp stream tc‸p6 nowait root /x\n', 'Protocol', /^TCP: over IPv6/],
    ['rstatd/1 dgram rpc/u‸dp wait root /x\n', 'Protocol', /RPC service.*UDP/],
    ['ftp stream tcp no‸wait root /x\n', 'Wait', /A program of its own for each connection/],
    ['talk dgram udp ‸wait root /x\n', 'Wait', /One program at a time/],
    ['ftp stream tcp nowait.4‸0 root /x\n', 'Limit', /At most 40 starts a minute/],
    ['ftp stream tcp nowait ro‸ot /x\n', 'User', /All rights/],
    ['ftp stream tcp nowait nob‸ody.tty /x\n', 'User', /May do nothing in particular/],
    ['ftp stream tcp nowait nobody.t‸ty /x\n', 'Group', /instead of the user's own/],
    ['own stream tcp nowait root inte‸rnal\n', 'Server', /Answered by inetd itself/],
    ['own stream tcp nowait root /usr/sbin/tc‸pd in.x\n', 'Server', /TCP wrapper/],
    ['own stream tcp nowait root /usr/sbin/tcpd in.‸x\n', 'Argument', /The program that the wrapper starts/],
    ['own stream tcp nowait root /opt/x ‸x -a\n', 'Argument', /argument 0/],
    ['own stream tcp nowait root /opt/x x ‸-a\n', 'Argument', /A word for the program/],
  ];
  for (const [marked, title, value] of fields)
    it(`${title}: ${marked.trim()}`, () => {
      const markdown = hover(INETD, marked);
      assert.equal(/^\*\*(.+?)\*\*: /.exec(markdown)?.[1], title, markdown);
      assert.match(markdown.slice(title.length + 6), value);
    });
});

describe('hover on the fields of a crontab line', () => {
  /** The line before the explanation of the field. */
  const said = (path: string, marked: string) => hover(path, marked).split('\n')[0];

  const values: Readonly<Record<string, string>> = {
    '‸5 * * * * true': '**Minute**: Matches minute 5.',
    '‸* * * * * true': '**Minute**: Matches every minute.',
    '‸*/15 * * * * true': '**Minute**: Matches minutes 0, 15, 30 and 45.',
    '‸5,10 * * * * true': '**Minute**: Matches minutes 5 and 10.',
    '‸10-20/5,59 * * * * true': '**Minute**: Matches minutes 10, 15, 20 and 59.',
    '‸5-1 * * * * true': '**Minute**: Matches nothing: the entry never runs.',
    '‸0~30 * * * * true': "**Minute**: By Debian's cron and FreeBSD's cron: Matches minute 0.",
    '0 ‸4 * * * true': '**Hour**: Matches hour 4.',
    '0 ‸0-12/2 * * * true': '**Hour**: Matches hours 0, 2, 4, 6, 8, 10 and 12.',
    '0 ‸8-17 * * * true': '**Hour**: Matches hours 8 to 17.',
    '0 ‸0-23 * * * true': '**Hour**: Matches every hour.',
    '0 4 ‸1,15 * * true': '**Day of the month**: Matches day 1 and 15.',
    '0 4 ‸* * * true': '**Day of the month**: Matches every day of the month.',
    '0 4 * ‸jan-mar * true': '**Month**: Matches January to March.',
    '0 4 * ‸6,DEC * true': '**Month**: Matches June and December.',
    '0 4 * * ‸mon true': '**Day of the week**: Matches Monday.',
    '0 4 * * ‸7 true': '**Day of the week**: Matches Sunday.',
    '0 4 * * ‸0,6 true': '**Day of the week**: Matches Sunday and Saturday.',
    '0 4 * * ‸1-5 true': '**Day of the week**: Matches Monday to Friday.',
    '0 4 * * ‸0-7 true': '**Day of the week**: Matches every day of the week.',
    '#0 ‸4 * * * /bin/x': '**Hour**: Matches hour 4.',
    '@d‸aily true': '**Schedule word**: Each day at 00:00: `0 0 * * *`.',
    '@re‸boot true': '**Schedule word**: Once when cron starts, as a rule at boot.',
    'MAIL‸TO=ann': '**Environment variable**: Who gets the output of the jobs below; empty for nobody.',
    '‸#0 4 * * * /bin/x': '**Comment mark**: This entry is commented out: cron does not read it.',
  };
  for (const [marked, expected] of Object.entries(values))
    it(`${marked}: ${expected}`, () => assert.equal(said(USER, `${marked}\n`), expected));

  it('takes a field that BusyBox joins from two lines as one, whichever part it is asked of', () => {
    const path = '/h/etc/crontabs/root';
    const cut = '1\\\n5 4 1,\\\n\\\n2 j\\\nan * /bin/x\n';
    const values = { '1\\\n5': 'Matches minute 15.', '1,\\\n\\\n2': 'Matches day 1 and 2.', 'j\\\nan': 'Matches January.' };
    for (const [field, words] of Object.entries(values))
      for (const offset of [0, field.length - 1]) {
        const mark = cut.indexOf(field) + offset;
        const marked = `${cut.slice(0, mark)}‸${cut.slice(mark)}`;
        assert.equal(said(path, marked)?.replace(/^.*\*\*: /, ''), words, marked);
        assert.equal(hovered(path, marked), field);
      }
    assert.equal(said(path, '@da\\\n‸ily /bin/x\n'), '**Schedule word**: Each day at 00:00: `0 0 * * *`.');
    assert.equal(said(USER, '1\\\n‸5 4 * * * /bin/x\n'), '**Minute**: Matches minute 5.', 'no other cron joins them');
  });

  it('says what the field takes besides', () => {
    const minute = hover(USER, '‸5 * * * * true\n');
    assert.match(minute, /\n\n0 to 59\./);
    assert.match(hover(USER, '0 4 ‸1 * 1 true\n'), /either matches/);
  });

  it('explains a field that no cron takes without guessing at its value', () => {
    assert.equal(said(USER, '‸61 * * * * true\n'), '**Minute**: 0 to 59. Lists `1,5`, ranges `1-5`, steps `*/10`.');
    assert.equal(said(USER, '@fort‸nightly true\n'), '**Schedule word**: A word in place of the five time fields.');
  });

  it('explains user, command, input, variable and value', () => {
    assert.match(hover(SYSTEM, '0 4 * * * ro‸ot true\n'), /^\*\*User\*\*: The superuser/);
    assert.match(hover(SYSTEM, '0 4 * * * an‸n true\n'), /^\*\*User\*\*: Who runs the command/);
    assert.match(hover(SYSTEM, '0 4 * * * root tr‸ue\n'), /^\*\*Command\*\*: /);
    assert.match(hover(USER, '0 4 * * * cat%Dear‸ Ann\n'), /^\*\*Input\*\*: .*standard input/);
    assert.match(hover(USER, 'OW‸N=x\n'), /^\*\*Environment variable\*\*: Set for the entries below/);
    assert.match(hover(USER, 'OWN=x‸y\n'), /^\*\*Value\*\*: Taken literally/);
  });

  it('says nothing of comments and blank lines, or of an empty text', () => {
    assert.equal(hover(USER, '# up‸keep\n'), '');
    assert.equal(hover(USER, 'A=b\n‸\nB=c\n'), '');
    assert.equal(hoverAt(readAs(USER, ''), 0), undefined);
  });

  it('takes the word before the cursor at its end', () => {
    assert.equal(hovered(USER, '15‸ * * * * true\n'), '15');
    assert.equal(hovered(USER, '0 4 * * * true‸'), 'true');
  });
});

describe('the advice of the article', () => {
  it('keeps its condition the right way round', () => {
    assert.match(hover(LINKS, 'S35iden‸td -> ../init.d/identd\n'), /It may stay on if you mean to help other administrators/);
    assert.match(hover(LINKS, 'S80send‸mail -> ../init.d/sendmail\n'), /Turn it off unless/);
  });
});

describe('hover where a daemon is named', () => {
  it('has the daemon above what its column is for, and the other way round beside it', () => {
    const order = (marked: string) => hover(INETD, marked).match(/^\*\*(?:telnet|Service|Address)\*\*/gm);
    assert.deepEqual(order('tel‸net stream tcp nowait root /usr/sbin/tcpd in.telnetd\n'), ['**telnet**', '**Service**']);
    assert.deepEqual(order('127.0.‸0.1:telnet stream tcp nowait root /x\n'), ['**Address**', '**telnet**']);
  });
});

describe('hover on a comment to daemonlint', () => {
  const page = (rule: string) => `rule:${rule}`;
  const at = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const found = directiveHoverAt(readAs(INETD, text), offset, page);
    return found && [text.slice(found.span.start, found.span.end), found.markdown];
  };
  const summary = (id: string) => ruleNamed(id)?.docs.summary;

  it('tells what is silenced, where, and leads to the page of the rule', () => {
    const both = `- [risky-daemon](rule:risky-daemon): ${summary('risky-daemon')}\n- [inetd/syntax](rule:inetd/syntax): ${summary('inetd/syntax')}`;
    assert.deepEqual(at('# daemonlint: igno‸re[risky-daemon, inetd/syntax]: known\n'), [
      'ignore[risky-daemon, inetd/syntax]: known',
      `Of the line below, this is not told:\n\n${both}`,
    ]);
    assert.match(
      at('# daemonlint: ignore-file[‸inetd/syntax]: known\n')?.[1] ?? '',
      /^In this file, this is not told:\n\n- \[inetd\/syntax\]/,
    );
  });

  it('tells which daemons are kept, and how the file is read', () => {
    assert.match(
      at('# daemonlint: keep tel‸net, gpm\n')?.[1] ?? '',
      /^Nothing is said against these in this file:\n\n- \*\*telnet\*\*: [^\n]+\n- \*\*gpm\*\*: /,
    );
    assert.deepEqual(at('# daemonlint: kind=inetd dialect=bus‸ybox\n'), [
      'dialect=busybox',
      'Says which daemon reads this file: `busybox`.',
    ]);
  });

  it('is silent where the comment means nothing, and in others', () => {
    for (const text of [
      '# daemonlint: ignore[no-such]: ‸x\n',
      '# daemonlint: keep no-‸such\n',
      '# daemonlint: colour=re‸d\n',
      '# daemonl‸int: keep telnet\n',
      '# a ‸note\n',
    ])
      assert.equal(at(text), undefined, text);
  });
});
