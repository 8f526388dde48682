/** The rules about commands, beyond their own examples: tables of what each finds, and of what comes near and is fine. */
import assert from 'node:assert/strict';
import { readAs } from '../support.js';
import { fixed, job, of, pointed, read, table } from './crontab-command-support.js';

table(
  'unescaped-percent',
  {
    'x $(date +%F)': ['%'],
    'x "%s"': ['%'],
    'x ${y%.*}': ['%'],
    'x ${y%%.*}': ['%'],
    'find /x -printf %p': ['%'],
    'x --format=%h': ['%'],
    'x \\%F y-%F': ['%'],
    'curl http://h/a%20b': ['%'],
    'grep 100%': ['%'],
    'mail -s "$(date +%F)" ann%text': ['%'],
    'echo $((5 % 2))': ['%'],
    'x \\\\%F.log': ['%'],
    'mysqldump shop > shop-%d.sql': ['%'],
  },
  [
    'mail -s x ann%text',
    'mail -s x ann%%text%',
    'cat >f%hello%there',
    'write ann%A message for you',
    'at now%/opt/run',
    'x%',
    'x %Hello there',
    'x \\%F',
    "x '\\%F'",
    'date +%%F',
    'x {{ y }} %F',
    'x <%= y %>',
  ],
);

describe('crontab/unescaped-percent', () => {
  it('escapes each percent sign that is not escaped, and no other byte', () => {
    assert.equal(
      fixed('unescaped-percent', '# é\r\n0 3 * * * root a $(date +%Y\\%m%d) b%\r\n'),
      '# é\r\n0 3 * * * root a $(date +\\%Y\\%m\\%d) b\\%\r\n',
    );
    assert.equal(fixed('unescaped-percent', job('x \\\\%F.log')), job('x \\\\\\%F.log'));
  });
  it('says nothing for BusyBox, which gives the line to the shell as it stands', () => {
    assert.deepEqual(pointed('unescaped-percent', '0 3 * * * a $(date +%F)\n', '/etc/crontabs/root'), []);
    assert.deepEqual(pointed('unescaped-percent', '0 3 * * * a $(date +%F)\n', '/var/cron/tabs/root'), ['%']);
  });
  it('says nothing of what is commented out', () => assert.deepEqual(pointed('unescaped-percent', `#${job('x $(date +%F)')}`), []));

  it('is mended by itself only where no quote is left open by it', () => {
    const safe = (command: string) =>
      readAs('/etc/cron.d/x', job(command)).findings.flatMap(({ rule, fixes }) =>
        rule === 'crontab/unescaped-percent' ? fixes.map((fix) => fix.safe) : [],
      );
    assert.deepEqual(safe('curl -s http://example.net/?q=a%20b'), [true]);
    assert.deepEqual(safe('curl -s http://example.net/?q=a%20b"'), [false]);
  });
});

table(
  'command-path',
  {
    'iptables -L | wall': ['iptables'],
    'x=$(ifconfig eth0)': ['ifconfig'],
    '[ -x /sbin/fstrim ] && fstrim /': ['fstrim'],
    "sh -c 'cd / && reboot'": ['reboot'],
    'if test -e /x; then shutdown -r now; fi': ['shutdown'],
    'flock -n /l service x restart': ['service'],
  },
  [
    '/sbin/iptables -L',
    'sbin/iptables -L',
    'ssh host reboot',
    'echo service',
    'which ifconfig',
    'command -v ifconfig',
    'sudo fstrim /',
    "su - ann -c 'fstrim /'",
    "bash -lc 'fstrim /'",
    'PATH=/sbin:$PATH; fstrim /',
    'env PATH=/sbin fstrim /',
    'export PATH=$PATH:/usr/sbin; fstrim /',
    '. /etc/profile; fstrim /',
    'ip a; ss -l; ping h',
    'service-x; x.service',
    '{{ x }} fstrim',
  ],
);

describe('crontab/command-path', () => {
  it('heeds the PATH above the entry, and the last of several', () => {
    assert.deepEqual(pointed('command-path', `PATH=/bin:/usr/sbin\n${job('fstrim /')}PATH=/bin\n${job('fstrim /srv')}`), ['fstrim']);
    assert.deepEqual(pointed('command-path', `PATH=$PATH:/opt\n${job('fstrim /')}`), []);
    assert.deepEqual(pointed('command-path', `PATH="/usr/local/bin:/usr/bin"\n# x\n\n${job('fstrim /')}`), ['fstrim']);
  });
  it('says nothing for crons that look there by themselves', () => {
    for (const dialect of ['freebsd', 'openbsd', 'busybox'])
      assert.deepEqual(pointed('command-path', '0 3 * * * ifconfig\n', '/x/crontab', [dialect]), []);
  });
  it('tells of what only one system keeps there when that one is named', () => {
    assert.deepEqual(pointed('command-path', '0 3 * * * ip a\n', '/x/crontab', ['cronie']), ['ip']);
    assert.deepEqual(pointed('command-path', '0 3 * * * ip a\n', '/x/crontab', ['debian']), []);
  });
  it('writes the path and nothing else', () => assert.equal(fixed('command-path', job('nice  fstrim  -a')), job('nice  /sbin/fstrim  -a')));
});

table(
  'bashism',
  {
    'source /etc/x': ['source'],
    'if [[ -e /x ]]; then y; fi': ['[['],
    'x &>/dev/null': ['&>'],
    'x &>> /l': ['&>>'],
    'x >& /l': ['>&'],
    'x <<< y': ['<<<'],
    'diff <(a) <(b)': ['<(', '<('],
    'a |& b': ['|&'],
    'sleep $((RANDOM / 300))': ['$((RANDOM'],
    'sleep "$RANDOM"': ['$RANDOM'],
    'echo ${x//a/b} ${x:0:3} ${!x} ${x^^}': ['${x/', '${x:0', '${!x', '${x^'],
    'a=(1 2)': ['a=('],
    '[ a == b ] || test c == d': ['==', '=='],
    'set -euo pipefail; x': ['pipefail'],
    'cp /x{,.bak} /y/{1..3}': ['{,.bak}', '{1..3}'],
    "sh -c '[[ a ]]'": ['[['],
    'x "$(source y)"': ['source'],
  },
  [
    '. /etc/x',
    '[ -e /x ]',
    'x >/dev/null 2>&1',
    'x >&2 2>&- 3>&1',
    'x 2>& 1',
    'x | y || z & w',
    `sleep \${DELAY:-3}`,
    `echo \${x%.*} \${x#a} \${#x} \${x:-y} \${x:+y} \${x:?}`,
    'echo "source [[ &> <(x) |& {a,b}" \'$RANDOM\'',
    "bash -c '[[ a ]] && source x'",
    "/usr/bin/env bash -c 'diff <(a) <(b)'",
    "su ann -c 'source x'",
    "awk '{print $1,$2}' f",
    'find . -exec x {} +',
    'curl http://h/{a,b}',
    'grep "a==b" f; [ "a" = "b" ]',
    'x --a=(b',
    '/opt/source /x; my-source; let-go',
    'x a,b {a} $x{a}',
    'x # [[ source',
    '{{ x }} &> y',
  ],
);

describe('crontab/bashism', () => {
  it('heeds the SHELL above the entry', () => {
    for (const shell of ['/bin/bash', '/usr/local/bin/bash', '"/bin/bash"', '/bin/zsh', '/bin/ksh'])
      assert.deepEqual(pointed('bashism', `SHELL=${shell}\n${job('source x')}`), [], shell);
    for (const shell of ['/bin/sh', "'/bin/sh'", '/bin/dash'])
      assert.deepEqual(pointed('bashism', `SHELL=${shell}\n${job('source x')}`), ['source'], shell);
    assert.deepEqual(pointed('bashism', `SHELL=/bin/bash\n${job('source x')}SHELL=/bin/sh\n${job('[[ x ]]')}`), ['[[']);
  });
  it('says what each shell lacks, and nothing where it reads it', () => {
    const tab = (dialect: string, command: string) => pointed('bashism', `0 3 * * * ${command}\n`, '/x/crontab', [dialect]);
    assert.deepEqual(tab('cronie', 'source x; [[ y ]] &> z; diff <(a) b'), []);
    assert.deepEqual(tab('busybox', `source x; [[ y ]] &> z; echo \${a//b/c} $RANDOM`), []);
    assert.deepEqual(tab('busybox', 'cat <<< x'), ['<<<']);
    assert.deepEqual(tab('openbsd', '[[ x ]]; echo $RANDOM'), []);
    assert.deepEqual(tab('openbsd', 'x &> y'), ['&>']);
    assert.deepEqual(tab('freebsd', '[ a == b ]; let x=1'), []);
    assert.deepEqual(tab('debian', 'true; let x=1'), ['let']);
    assert.match(of(read(job('source x')), 'bashism')[0]?.message ?? '', /dash \(Debian, Ubuntu\) lacks it/);
  });
  it('writes it as every shell reads it', () => {
    for (const [from, to] of [
      ['source /etc/x', '. /etc/x'],
      ['x  &> /l', 'x  > /l 2>&1'],
      ['x &>>/l y', 'x >> /l 2>&1 y'],
      ['x >& "/l m"', 'x > "/l m" 2>&1'],
      ['[ a == b ]', '[ a = b ]'],
      ['a |& b', 'a 2>&1 | b'],
      ['a|& b', 'a 2>&1 | b'],
    ])
      assert.equal(fixed('bashism', job(from ?? '')), job(to ?? ''));
  });
  it('or puts bash above the entry, with the line end of the file', () => {
    assert.equal(fixed('bashism', '# x\r\n0 3 * * * root [[ x ]]\r\n'), '# x\r\nSHELL=/bin/bash\r\n0 3 * * * root [[ x ]]\r\n');
    const text = job('[[ x ]] && source y &> z');
    assert.deepEqual(pointed('bashism', fixed('bashism', text)), []);
  });
});
