import type { Sample } from './sample.js';

export const listing: Sample = {
  pieces: [
    'lrwxrwxrwx 1 root root 16 Jan 1 2000',
    'S50snmpd',
    'K70syslog',
    '-> ../init.d/snmpd',
    '\n',
    '/etc/rc.d/rc3.d:\n',
    'total 0\n',
    'S85gpm\n',
    '0:off',
    '3:on',
    '3:启用',
    '\t',
    '> ',
    '# ',
    '├── ',
    'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
    'xinetd based services:\n',
    '        telnet: on\n',
    './rc3.d/S60lpd\n',
    '[root@host ~]# ',
    'lrwxrwxrwx. 1 root root 16 3月 27 08:02 S40atd -> ../init.d/atd\n',
  ],
  editor: {
    language: 'rc-listing',
    paths: ['/host/rc3.d.txt', '/host/rcS.d.listing', '/host/web1.rclist', '/host/chkconfig-web1.txt', '/host/chkconfig.list'],
    firstLines: ['lrwxrwxrwx 1 root root 14 Jan  1  2000 S40crond -> ../init.d/crond', 'crond\t0:off\t1:off\t2:on', '/etc/rc3.d:'],
    words: ['S10network -> ../init.d/network', ['S10network', '-', '..', 'init.d', 'network']],
    entry: 'S10y',
  },
};
