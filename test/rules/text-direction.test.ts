// Characters that turn the direction of text: told in every kind, taken out of a line at once, and obeyed in no report.
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/src/index.js';
import { daemonlint } from '../cli/memory-io.js';
import { readAs } from '../support.js';

const found = (path: string, text: string) => readAs(path, text).findings.filter(({ rule }) => rule === 'text-direction');

describe('text-direction', () => {
  it('speaks in every kind, in comments as well', () => {
    for (const [path, text] of [
      ['/etc/inetd.conf', '#\u202e off\n'],
      ['/etc/cron.d/job', '0 3 * * * root /opt/a \u2066\n'],
      ['/etc/inittab', 'id:2:initdefault:\n# \u2067a\u2069\n'],
      ['/etc/rc.conf', 'sshd_enable="YES" # \u202d\n'],
      ['/etc/xinetd.d/own', '# \u202a\nservice own\n{\n\tdisable = yes\n}\n'],
      ['rc3.d.txt', '/etc/rc.d/rc3.d:\nS50inet\u202c\n'],
    ] as const)
      assert.equal(found(path, text).length, 1, path);
  });

  it('is silent on marks that words of other scripts need, and on invisible characters that turn nothing', () => {
    assert.deepEqual(found('/etc/crontab', '# \u200f\u05d0\u200e \u061c \u200b \ufeff\n'), []);
  });

  it('is told once for each line, with its own fix, which changes nothing else', () => {
    const text = '# \u202ea\u202c\r\n0 3 * * * root /opt/a # \u2066\r\n';
    assert.deepEqual(
      found('/etc/cron.d/job', text).map(({ span, fixes: [fix] }) => [span, fix?.title, applyEdits(text, fix?.edits ?? [])]),
      [
        [{ start: 2, end: 3 }, 'Delete the 2 of this line', '# a\r\n0 3 * * * root /opt/a # \u2066\r\n'],
        [{ start: 31, end: 32 }, 'Delete it', '# \u202ea\u202c\r\n0 3 * * * root /opt/a # \r\n'],
      ],
    );
  });

  it('takes no longer for a line that is full of them', () => {
    const [finding] = found('/etc/crontab', `# ${'\u202e'.repeat(100_000)}\n`);
    assert.equal(finding?.fixes[0]?.title, 'Delete the 200 of this line');
  });
});

describe('reports', () => {
  it('show such a character, and do not obey it', async () => {
    const tree = {
      '/h/a/crontab': '0 3 * * * /opt/a\n',
      '/h/b/crontab': '0 3 * * * /opt/a \u202edrowssap\u2069\n@reboot /usr/sbin/snmpd \u2067\n',
    };
    const calls = [
      ...['text', 'markdown', 'json', 'html'].map((format) => ['compare', 'a', 'b', '--format', format]),
      ...['text', 'markdown', 'github', 'html'].map((format) => ['check', 'b', '--format', format]),
    ];
    for (const call of calls) {
      const { stdout } = await daemonlint(call, tree);
      assert.ok(stdout.length > 0);
      if (!call.includes('json')) assert.doesNotMatch(stdout, /[\u202a-\u202e\u2066-\u2069]/, call.join(' '));
    }
  });
});
