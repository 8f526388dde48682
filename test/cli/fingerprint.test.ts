// What a finding is known by from one review to the next.
import assert from 'node:assert/strict';
import { daemonlint, FINGER, TELNET } from './memory-io.js';

interface Told {
  readonly rule: string;
  readonly fingerprint: string;
}

async function findingsIn(text: string, path = '/h/etc/inetd.conf'): Promise<readonly Told[]> {
  const { stdout } = await daemonlint(['check', '--format', 'json', '.'], { [path]: text });
  return JSON.parse(stdout).files[0].findings;
}

const fingerprints = async (text: string, path?: string) => (await findingsIn(text, path)).map(({ fingerprint }) => fingerprint);

describe('fingerprints', () => {
  it('stay when lines move, change places, or are set in other columns', async () => {
    const before = await fingerprints(TELNET + FINGER);
    assert.equal(before.length, 2);
    assert.deepEqual(await fingerprints(`# more\n\n${FINGER}${TELNET}`), [...before].reverse());
    assert.deepEqual(await fingerprints(TELNET.replaceAll('\t', '  ') + FINGER.replace('\n', '  \n')), before);
  });

  it('do not depend on the folder, so that a file may be renamed', async () => {
    assert.deepEqual(await fingerprints(TELNET, '/h/box/etc/inetd.conf'), await fingerprints(TELNET));
  });

  it('change with the words of the line', async () => {
    assert.notDeepEqual(await fingerprints(TELNET.replace('root', 'nobody')), await fingerprints(TELNET));
  });

  it('tell apart what is alike in one file: findings of one line, and lines that are the same', async () => {
    const told = await findingsIn(TELNET + TELNET);
    assert.ok(told.length >= 3);
    assert.equal(new Set(told.map(({ fingerprint }) => fingerprint)).size, told.length);
    const [first] = await fingerprints(TELNET);
    assert.ok(told.some(({ fingerprint }) => fingerprint === first));
  });
});
