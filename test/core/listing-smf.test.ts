// What the kind `listing` reads in the output of svcs and inetadm of Solaris, and which commands it offers.
import assert from 'node:assert/strict';
import { readAs } from '../support.js';
import { commands, launches, types } from './listing-support.js';

const SVCS = `STATE          STIME    FMRI
legacy_run     10:00:12 lrc:/etc/rc2_d/S47pppd
disabled       10:00:01 svc:/network/finger:default
online         Nov_26   svc:/network/telnet:default
online*        10:00:20 svc:/network/smtp:sendmail
offline        10:00:20 svc:/application/print/server:default
maintenance    10:00:20 svc:/network/rpc/rstat:default
online         10:00:09 svc:/network/ssh:default
`;

const INETADM = `ENABLED   STATE          FMRI
enabled   online         svc:/network/login:rlogin
disabled  disabled       svc:/network/login:klogin
enabled   offline        svc:/network/chargen:dgram
enabled   online         svc:/network/rpc/rusers:default
`;

const facts = (text: string) =>
  readAs('/host/svcs.txt', text).document.lines.flatMap((line) => line.launches.map(({ fact, state }) => `${fact}:${state}`));

describe('listing: svcs and inetadm', () => {
  it('takes what is online for on, what is disabled for off, and leaves open what neither says', () => {
    assert.deepEqual(launches(`# svcs -a\n${SVCS}`), [
      'lrc:/etc/rc2_d/S47pppd:on:default',
      'svc:/network/finger:default:off:default',
      'svc:/network/telnet:default:on:default',
      'svc:/network/smtp:sendmail:on:default',
      'svc:/network/ssh:default:on:default',
    ]);
    assert.deepEqual(types(SVCS).slice(0, 2), ['setting', 'entry']);
    assert.deepEqual(launches('online svc:/network/ssh:default\n'), ['svc:/network/ssh:default:on:default'], 'with columns left out');
  });

  it('goes by what inetadm says is enabled, whatever it is just now', () =>
    assert.deepEqual(launches(INETADM), [
      'svc:/network/login:rlogin:on:default',
      'svc:/network/login:klogin:off:default',
      'svc:/network/chargen:dgram:on:default',
      'svc:/network/rpc/rusers:default:on:default',
    ]));

  it('knows what the names stand for', () => {
    assert.deepEqual(facts(SVCS), ['undefined:on', 'finger:off', 'telnet:on', 'sendmail:on', 'sshd:on']);
    assert.deepEqual(facts(INETADM), ['login:on', 'klogin:off', 'chargen:on', 'inetd:rusersd:on']);
    for (const [name, fact] of Object.entries({
      'svc:/network/rexec:default': 'exec',
      'svc:/network/shell:default': 'shell',
      'svc:/network/rpc/bind:default': 'portmap',
      'svc:/network/rpc/wall:default': 'walld',
      'svc:/network/nfs/rquota:default': 'rquotad',
      'svc:/network/nfs/status:default': 'nfslock',
      'svc:/network/rpc/cde-ttdbserver:tcp': 'ttdbserverd',
      'svc:/network/rpc-100068_2-5/rpc_udp:default': 'cmsd',
      'svc:/network/rpc-100235_1/rpc_ticotsord:default': 'undefined',
      'svc:/network/nis/client:default': 'ypbind',
      'svc:/network/nis/xfr:default': 'ypserv',
      'svc:/network/cde-spc:default': 'dtspcd',
      'svc:/network/tname:default': 'name',
      'svc:/application/management/snmpdx:default': 'snmpd',
      'svc:/application/print/rfc1179:default': 'printer',
      'svc:/network/inetd:default': 'inetd',
      'svc:/system/cron:default': 'crond',
      'svc:/network/http:apache2': 'httpd',
      'lrc:/etc/rc3_d/S50snmpd': 'snmpd',
      'svc:/milestone/network:default': 'undefined',
      'svc:/system/filesystem/local:default': 'undefined',
    }))
      assert.deepEqual(facts(`online 10:00:00 ${name}\n`), [`${fact}:on`], name);
  });

  it('offers svcadm with the whole name, and nothing for rc scripts and what is protected', () => {
    assert.deepEqual(commands(SVCS), [
      undefined,
      'svcadm enable svc:/network/finger:default',
      'svcadm disable svc:/network/telnet:default',
      'svcadm disable svc:/network/smtp:sendmail',
      undefined,
    ]);
  });

  it('says nothing against an inetd.conf beside it, which its inetd does not read', () => {
    const entry = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
    for (const state of ['online', 'disabled']) {
      const host = { 'svcs.txt': `${state} 10:00:00 svc:/network/finger:default\n` };
      const found = readAs('/etc/inet/inetd.conf', entry, {}, host).findings.map(({ rule }) => rule);
      assert.deepEqual(
        found.filter((rule) => rule.startsWith('started-')),
        [],
        state,
      );
      assert.ok(found.includes('inetd/inetconv'));
    }
  });

  it('reads nothing else', () => {
    for (const text of [
      'online svc:/a b c\n',
      'online\n',
      'svc:/network/ssh:default\n',
      'up 10:00 svc:/a:b\n',
      'online x lrc:/etc/x\n',
      'online x svc:/a;reboot\n',
    ])
      assert.deepEqual(launches(text), [], text);
  });
});
