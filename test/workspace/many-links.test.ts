// A host with 100,000 rc links: all are read, none is lost, and nothing is said of what is fine.
import assert from 'node:assert/strict';
import { inventoryOf, reportOn } from '../../core/src/index.js';
import { type Files, fileError, judge, readHosts } from '../../workspace/src/index.js';

const EACH = 20_000;

/** What is on in each runlevel, and off in halt. */
const LEVELS: Readonly<Record<string, 'S' | 'K'>> = { 'rc0.d': 'K', 'rc2.d': 'S', 'rc3.d': 'S', 'rc4.d': 'S', 'rc5.d': 'S' };

const NAMES = Array.from({ length: EACH }, (_, index) => `svc${index}`);

/** A disk without a file in it: folders of links, and the scripts that they lead to. */
function disk(): Files {
  const folders: Readonly<Record<string, () => readonly string[]>> = {
    '/h': () => ['etc'],
    '/h/etc': () => [...Object.keys(LEVELS), 'init.d'],
    '/h/etc/init.d': () => NAMES,
    ...Object.fromEntries(
      Object.entries(LEVELS).map(([folder, letter]) => [
        `/h/etc/${folder}`,
        () => NAMES.map((name, index) => `${letter}${String(index % 100).padStart(2, '0')}${name}`),
      ]),
    ),
  };
  const missing = () => Promise.reject(fileError('missing', 'does not exist'));
  return {
    read: missing,
    stat: missing,
    list: async (path) => {
      const names = folders[path];
      if (names === undefined) return missing();
      const type = path === '/h' || path === '/h/etc' ? 'directory' : path.endsWith('init.d') ? 'file' : 'link';
      return names().map((name) => ({ name, type }));
    },
    readLink: async (path) => `../init.d/${path.replace(/^.*\/[SK]\d\d/, '')}`,
  };
}

describe('a host with 100,000 links', function () {
  this.timeout(120_000);

  it('is read whole, and is one picture', async () => {
    const { hosts, problems } = await readHosts(disk(), '/h');
    assert.deepEqual(problems, []);
    const [host] = hosts;
    assert.ok(host);
    assert.equal(
      host.host.files.reduce((sum, { launches }) => sum + launches.length, 0),
      EACH * Object.keys(LEVELS).length,
    );
    const services = inventoryOf(host.host);
    assert.equal(services.length, EACH);
    assert.ok(services.every(({ state, places }) => state === 'on' && places.length === 5));
    const { boots, running } = reportOn(host.host);
    assert.equal(running.length, EACH);
    assert.deepEqual(
      boots.map(({ levels, steps }) => [levels, steps.length]),
      [[['2', '3', '4', '5'], EACH]],
    );
    const findings = judge(host, host.members, { zone: 'UTC', now: 0 }).flatMap(({ reading }) => reading.findings);
    assert.deepEqual(findings, []);
  });
});
