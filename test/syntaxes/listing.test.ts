// Listings in colours: ls, tree and find output of rc folders, and both blocks of chkconfig --list.
import { claim, claimAll, tokens } from './tokens.js';

const read = (text: string) => tokens('source.rc-listing', text);

describe('the grammar of rc listings', () => {
  it('knows a line of ls -l', async () => {
    const [start, kill] = await read(
      'lrwxrwxrwx.  1 root wheel  14 Mar  3  2001 S55sshd -> ../init.d/sshd\nlrwxrwxrwx 1 root root 16 3月  27 08:02 K73ypbind -> ../init.d/S1x',
    );
    claim(
      start,
      ['lrwxrwxrwx.', 'storage.modifier.permissions'],
      ['1', 'constant.numeric.links'],
      ['root', 'variable.other.user'],
      ['wheel', 'variable.other.group'],
      ['14', 'constant.numeric.size'],
      ['S', 'keyword.control.start'],
      ['55', 'constant.numeric.order'],
      ['sshd', 'entity.name.function.script'],
      ['->', 'keyword.operator.link'],
      ['../init.d/sshd', 'string.unquoted.target'],
    );
    claim(
      kill,
      ['K', 'keyword.control.kill'],
      ['73', 'constant.numeric.order'],
      ['ypbind', 'entity.name.function.script'],
      ['../init.d/S1x', 'string.unquoted.target'],
    );
  });

  it('knows links in columns, in paths, in trees, in quotes and with ls -F marks', async () => {
    const lines = await read(
      [
        'K05innd  S10network  S99local',
        './rc3.d/S40cron',
        '├── S20rsync -> ../init.d/rsync',
        "'S20nfs' -> '../init.d/nfs'",
        'S12syslog@  README',
      ].join('\n'),
    );
    claim(
      lines[0],
      ['K', 'keyword'],
      ['innd', 'entity.name.function'],
      ['S', 'keyword'],
      ['network', 'entity.name.function'],
      ['local', 'entity'],
    );
    claim(lines[1], ['S', 'keyword.control.start'], ['40', 'constant.numeric'], ['cron', 'entity.name.function']);
    claim(lines[2], ['S', 'keyword.control.start'], ['rsync', 'entity.name.function'], ['->', 'keyword.operator.link']);
    claim(lines[3], ['S', 'keyword.control.start'], ['nfs', 'entity.name.function']);
    claim(lines[4], ['syslog', 'entity.name.function'], ['@', 'punctuation.definition.type'], ['  README', '!entity']);
  });

  it('knows the tables of systemctl, service and rc-update', async () => {
    const lines = await read(
      [
        'UNIT FILE         STATE    PRESET',
        'atd.service       enabled  disabled',
        '● x@1.socket      masked',
        '  sda.device      loaded active plugged A disk',
        '* b.service       loaded failed failed B',
        ' [ + ]  cron',
        ' [ - ]  gpm',
        'crond (pid  12) is running...',
        'httpd is stopped',
        '     sshd | boot default',
        '3 unit files listed.',
      ].join('\n'),
    );
    claim(lines[0], ['UNIT FILE         STATE    PRESET', 'entity.name.section']);
    claim(
      lines[1],
      ['atd', 'entity.name.function.unit'],
      ['.service', 'entity.name.type.unit'],
      ['enabled', 'constant.language.on'],
      ['disabled', 'comment.preset'],
    );
    claim(lines[2], ['●', 'keyword.operator.bullet'], ['x@1', 'entity.name.function.unit'], ['masked', 'constant.language.off']);
    claim(lines[3], ['loaded', 'constant.language.state'], ['active', 'constant.language.on'], ['A disk', 'string.unquoted.description']);
    claim(lines[4], ['*', 'keyword.operator.bullet'], ['failed', 'constant.language.off']);
    claim(lines[5], ['+', 'constant.language.on'], ['cron', 'entity.name.function.service']);
    claim(lines[6], ['-', 'constant.language.off'], ['gpm', 'entity.name.function.service']);
    claim(lines[7], ['crond', 'entity.name.function.service'], ['(pid  12) is running...', 'constant.language.on']);
    claim(lines[8], ['is stopped', 'constant.language.off']);
    claim(
      lines[9],
      ['sshd', 'entity.name.function.service'],
      ['|', 'punctuation.separator.runlevel'],
      [' boot default', 'constant.language.runlevel'],
    );
    claim(lines[10], ['3 unit files listed.', 'entity.name.section']);
  });

  it('takes nothing for a link that is none', async () => {
    const [line] = await read('Skeleton S1 K9 XS20foo Kate S-20x');
    claim(line, ['Skeleton S1 K9 XS20foo Kate S-20x', '!entity']);
  });

  it('knows a row of chkconfig in any language', async () => {
    const [english, chinese] = await read('snmpd          \t0:off\t3:on\t6:off\ncrond \t0:关闭\t2:启用');
    claim(
      english,
      ['snmpd', 'entity.name.function.service'],
      ['0', 'constant.numeric.runlevel'],
      ['off', 'constant.language.off'],
      ['3', 'constant.numeric.runlevel'],
      ['on', 'constant.language.on'],
    );
    claim(chinese, ['crond', 'entity.name.function.service'], ['关闭', 'constant.language.state'], ['启用', 'constant.language.state']);
  });

  it('knows the block of xinetd', async () => {
    const [title, on, off, other] = await read('xinetd based services:\n\ttime-udp:\ton\n        rsh:    off\n\tx:\tарк');
    claim(title, ['xinetd based services:', 'entity.name.section']);
    claim(on, ['time-udp', 'entity.name.function.service'], ['on', 'constant.language.on']);
    claim(off, ['rsh', 'entity.name.function.service'], ['off', 'constant.language.off']);
    claim(other, ['арк', 'constant.language.state']);
  });

  it('knows the heads of ls -lR', async () => {
    const [folder, total] = await read('/etc/rc.d/rc5.d:\ntotal 288');
    claim(folder, ['/etc/rc.d/rc5.d:', 'entity.name.section']);
    claim(total, ['total', 'keyword.other.total'], ['288', 'constant.numeric.total']);
  });

  it('tells rows that are commented out from remarks', async () => {
    const lines = await read('#S60lpd -> ../init.d/lpd\n# lpd 0:off 1:off 2:on\n# printed on host S, rack 12\n# daemonlint: keep lpd');
    for (const line of lines) claimAll(line, 'comment');
    claimAll(lines[0], 'meta.disabled');
    claimAll(lines[1], 'meta.disabled');
    claim(lines[2], [' printed on host S, rack 12', '!meta.disabled']);
    claim(lines[3], ['keep', 'keyword.control.keep'], ['lpd', 'entity.name.tag']);
  });
});
