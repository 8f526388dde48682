/** Addresses in numbers: IPv6 beside Node's own reading, IPv4 with the short and odd forms that the C library takes. */
import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { defaultSettings, identify, lint } from '../../core/src/index.js';
import { isIpv4, isIpv6 } from '../../core/src/text/addresses.js';

const piece = fc.constantFrom(
  '0',
  '1',
  'ff',
  'FFFF',
  'abcd',
  '12345',
  'g',
  '',
  ':',
  '::',
  '.',
  '127.0.0.1',
  '1.2.3',
  '256.0.0.1',
  '%lo',
  '%',
);

describe('addresses in numbers', () => {
  it('are of IPv6 where Node says so', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, colons) => {
        const text = pieces.join(colons ? ':' : '');
        if (!text.includes('%')) assert.equal(isIpv6(text), isIPv6(text), text);
      }),
      { numRuns: 2000 },
    );
    for (const text of ['::', '::1', '1::', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:1.2.3.4', 'fe80::1%lo'])
      assert.ok(isIpv6(text), text);
    for (const text of ['', ':', ':::', '1:2', '1::2::3', '1:2:3:4:5:6:7::8', '::1%', '1.2.3.4', '::1.2.3', '[::1]'])
      assert.ok(!isIpv6(text), text);
  });

  it('are of IPv4 where Node says so, and in the short forms of C', () => {
    fc.assert(fc.property(fc.ipV4(), (text) => isIpv4(text) && isIPv4(text)));
    for (const text of ['127.1', '10', '0x7f.0.0.1', '010.0.0.1', '1.2.65535', '4294967295', '0']) assert.ok(isIpv4(text), text);
    for (const text of ['', '.', '1.', '256.1.1.1', '1.2.3.4.5', '1..2', '08.0.0.1', '1.2.65536', '4294967296', '1.2.3.x', '-1'])
      assert.ok(!isIpv4(text), text);
  });
});

describe('an address of xinetd', () => {
  const said = (setting: string): readonly string[] => {
    const text = `service own\n{\n\ttype = UNLISTED\n\tport = 4711\n\tsocket_type = stream\n\twait = no\n\tuser = own\n\tserver = /opt/own\n\t${setting}\n}\n`;
    const choice = identify({ path: '/etc/xinetd.d/own', text, sniff: false });
    assert.ok(choice);
    return lint('/etc/xinetd.d/own', text, choice, defaultSettings).findings.map(({ rule, message }) => `${rule}: ${message}`);
  };

  it('is no name of an interface, which is told as such', () => {
    assert.deepEqual(said('interface = eth0'), [
      'xinetd/syntax: “eth0” is the name of an interface, and here goes an address of this host: xinetd does not offer own.',
    ]);
    assert.deepEqual(said('bind = web1.example.com'), []);
  });

  it('is left out of a list where xinetd cannot read it, and says who may connect then', () => {
    assert.match(
      said('only_from = 10.0.0.0/8 *').join(),
      /ignored-setting: “\*” is no address, .* so that who is meant may not connect\.$/,
    );
    assert.match(said('no_access = ALL').join(), /ignored-setting: “ALL” .* so that who is meant may connect\.$/);
    assert.deepEqual(said('only_from = 10.0.0.{1,2} .example.com web1 ::1/64 10.0'), []);
  });
});
