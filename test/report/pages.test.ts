// `--format markdown` and `--format html`: fit for a comment and for a browser, whatever stands in the files.
import assert from 'node:assert/strict';
import { XMLValidator } from 'fast-xml-parser';
import { code, words } from '../../cli/src/report/markdown.js';
import { FINGER } from '../cli/memory-io.js';
import type { Tree } from '../workspace/memory.js';
import { ALL, findings, ODD, told, toldAside, tree } from './support.js';

const rows = (text: string): string[] => text.split('\n').filter((line) => /^\| (error|warning|info|hint)[ ,]/.test(line));

describe('--format markdown', () => {
  it('has a row for each finding, the worst first', async () => {
    const { text } = await told('markdown');
    const all = await findings();
    assert.match(text, new RegExp(`^### daemonlint: ${all.length} findings \\(`));
    const severities = rows(text).map((row) => row.split(' | ')[0]?.slice(2));
    assert.deepEqual(
      severities,
      ['error', 'warning', 'info', 'hint'].flatMap((one) => all.filter(({ severity }) => severity === one).map(() => one)),
    );
    assert.match(text, /^- `etc\/cron\.d\/secret`: permission denied$/m);
    for (const row of rows(text)) assert.equal(row.replace(/\\\|/g, '').split('|').length, 5, row);
  });

  it('says that nothing was found', async () => {
    assert.equal((await told('markdown', ['etc/cron.d/clean'])).text, '### daemonlint: no findings in 1 file\n');
  });

  it('calls nobody, names no issue and sets no mark-up by what a file holds', () => {
    assert.equal(words('@reboot #12 <b>_x_ [a](b) | `a|b` `'), '@<!-- -->reboot #<!-- -->12 &lt;b\\>\\_x\\_ \\[a\\](b) \\| `a\\|b` \\`');
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`'), '`` ` ``');
    assert.equal(code('a\nb'), '`a␊b`');
  });

  it('is no longer than a comment may be, and says how much is left out', async () => {
    const files: Tree = { '/h/etc/inetd.conf': FINGER.repeat(3000) };
    const { text } = await told('markdown', ['etc'], files);
    assert.ok(text.length > 50_000 && text.length <= 60_000, String(text.length));
    const all = await findings(['etc'], files);
    assert.ok(text.includes(`There is no room for ${all.length - rows(text).length} more`));
  }).timeout(60_000);

  it('links lines and rules where a CI says where they are', async () => {
    const env = {
      GITHUB_SERVER_URL: 'https://g.example',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'abc',
      DAEMONLINT_DOCS: 'https://d.example',
    };
    const { text } = await told('markdown', ALL, tree(), { env });
    assert.ok(text.includes('[`etc/inetd.conf:2`](https://g.example/o/r/blob/abc/etc/inetd.conf#L2)'));
    assert.ok(text.includes('[`risky-daemon`](https://d.example/risky-daemon.md)'));
    const gitlab = await told('markdown', ALL, tree(), { env: { CI_PROJECT_URL: 'https://l.example/o/r', CI_COMMIT_SHA: 'abc' } });
    assert.ok(gitlab.text.includes('](https://l.example/o/r/-/blob/abc/etc/inetd.conf#L2)'));
  });

  it('shows what a baseline accepts, and what of it is gone', async () => {
    const text = await toldAside('markdown', 'risky-daemon');
    assert.match(text, /; \d+ more in the baseline\n/);
    assert.match(text, /^Gone, and still in the baseline \(1\):\n\n- `etc\/cron\.d\/clean`: `crontab\/syntax`$/m);
    assert.ok(rows(text).some((row) => row.startsWith('| warning, accepted by the baseline | ')));
  });
});

describe('--format html', () => {
  /** What a browser sees, made fit for an XML parser: tags that have no end get one. */
  const asXml = (text: string): string => text.replace('<!doctype html>\n', '').replace(/<meta ([^>]*)>/g, '<meta $1/>');

  it('is a whole page, with all findings and all rules behind them', async () => {
    const { text } = await told('html');
    assert.equal(XMLValidator.validate(asXml(text)), true);
    const all = await findings();
    assert.equal(text.match(/<li class="finding /g)?.length, all.length);
    for (const { rule } of all) assert.ok(text.includes(`<dt id="${rule}">`), rule);
    assert.ok(text.includes('<code>etc/cron.d/secret</code> permission denied'));
    assert.ok(text.includes('<mark>%</mark>F`'));
  });

  it('loads nothing, runs nothing and lets no file write into it', async () => {
    const { text } = await told('html');
    assert.match(text, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';/);
    assert.doesNotMatch(text, /<script|<b>|\b(?:src|href)="(?!#)/);
    assert.ok(
      text.includes(
        ODD.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      ),
    );
  });

  it('is a page where nothing is found', async () => {
    const { text } = await told('html', ['etc/cron.d/clean']);
    assert.equal(XMLValidator.validate(asXml(text)), true);
    assert.match(text, /no findings in 1 file\. daemonlint \d/);
  });

  it('shows what a baseline accepts, and what of it is gone', async () => {
    const text = await toldAside('html', 'risky-daemon');
    assert.ok(text.includes('<li class="finding aside">'));
    assert.ok(text.includes('warning, accepted by the baseline'));
    assert.ok(text.includes('<li><code>etc/cron.d/clean</code> crontab/syntax</li>'));
  });
});
