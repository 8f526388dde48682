// `--format checkstyle` and `--format junit`: read back by an XML parser, and by one who reads JUnit.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as junit2json } from 'junit2json';
import { element, XML } from '../../cli/src/report/xml.js';
import { visible } from '../../cli/src/visible.js';
import { daemonlint } from '../cli/memory-io.js';
import { findings, ODD, told, toldAside, tree } from './support.js';

const list = ['file', 'error', 'testsuite', 'testcase'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  htmlEntities: true,
  isArray: (name) => list.includes(name),
  parseAttributeValue: false,
});

function parsed(text: string) {
  assert.equal(XMLValidator.validate(text), true);
  return parser.parse(text);
}

interface CheckstyleFile {
  readonly name: string;
  readonly error: readonly Readonly<Record<'line' | 'column' | 'severity' | 'message' | 'source', string>>[];
}

describe('XML', () => {
  it('brings any text through, in attributes and between tags', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(']]>', '\ud800x', '<!--', '&amp;', '\r\n\t"\''),
        ),
        (text) => {
          const xml = `${XML}${element('a', { b: text }, text)}`;
          assert.equal(XMLValidator.validate(xml), true);
          const { a } = new XMLParser({
            ignoreAttributes: false,
            attributeNamePrefix: '',
            htmlEntities: true,
            trimValues: false,
            parseTagValue: false,
            parseAttributeValue: false,
          }).parse(xml);
          const shown = text
            .split('\n')
            .map(visible)
            .join('\n')
            .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd');
          assert.equal(a.b ?? '', shown);
          assert.equal(a['#text'] ?? '', shown);
        },
      ),
    );
  });
});

describe('--format checkstyle', () => {
  it('has all findings by file, and what could not be read', async () => {
    const { checkstyle } = parsed((await told('checkstyle')).text);
    const files = checkstyle.file as readonly CheckstyleFile[];
    const all = await findings();
    const told1 = files.flatMap(({ name, error }) =>
      error.map(({ message, line, column, source, severity }) => [name, message, line, column, source, severity]),
    );
    assert.deepEqual(told1.pop(), ['etc/cron.d/secret', 'etc/cron.d/secret permission denied', '1', '1', 'daemonlint.problem', 'error']);
    const expected = all.map(({ path, message, start, rule, severity, link }) => [
      link === undefined ? path : `${path}/${link}`,
      message,
      `${link === undefined ? start.line : 1}`,
      `${link === undefined ? start.column : 1}`,
      `daemonlint.${rule}`,
      severity === 'hint' ? 'info' : severity,
    ]);
    assert.deepEqual(told1.map(String).sort(), expected.map(String).sort());
    assert.ok(files.some(({ name }) => name === ODD));
  });

  it('is a document where nothing is found', async () => {
    assert.deepEqual(parsed((await told('checkstyle', ['etc/cron.d/clean'])).text).checkstyle, { version: '4.3' });
  });
});

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly failure?: { readonly message: string };
  readonly skipped?: { readonly message: string };
  readonly error?: unknown;
}

interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
  readonly testcase: readonly Case[];
}

describe('--format junit', () => {
  const suites = (text: string): readonly Suite[] => parsed(text).testsuites.testsuite;

  it('counts in each suite what is in it, and is read back by others', async () => {
    const { text } = await told('junit');
    for (const { tests, failures, errors, skipped, testcase } of suites(text)) {
      assert.equal(testcase.length, Number(tests));
      assert.equal(testcase.filter(({ failure }) => failure).length, Number(failures));
      assert.equal(testcase.filter(({ error }) => error).length, Number(errors));
      assert.equal(testcase.filter(({ skipped: one }) => one).length, Number(skipped));
    }
    const read = await junit2json(text);
    assert.ok(read && 'testsuite' in read);
    assert.deepEqual(
      read.testsuite?.map(({ name, tests }) => [name, tests]),
      suites(text).map(({ name, tests }) => [name, Number(tests)]),
    );
  });

  it('has a failure for what makes the review fail, and none for the rest', async () => {
    for (const level of ['error', 'warning', 'info', 'never']) {
      const { stdout, status } = await daemonlint(
        ['check', '--format', 'junit', '--fail-on', level, 'etc/crontab', 'etc/inetd.conf'],
        tree(),
      );
      const all = await findings(['etc/crontab', 'etc/inetd.conf']);
      const bad = all.filter(({ severity }) =>
        ['error', 'warning', 'info'].slice(0, ['error', 'warning', 'info'].indexOf(level) + 1).includes(severity),
      );
      const failures = suites(stdout).reduce((sum, suite) => sum + Number(suite.failures), 0);
      assert.deepEqual([failures, status], [bad.length, bad.length > 0 ? 1 : 0], level);
    }
  });

  it('has a passed test for a file without findings, an error for one that cannot be read, and a skipped one for what is put aside', async () => {
    const clean = suites((await told('junit', ['etc/cron.d'])).text);
    assert.deepEqual(clean[0]?.testcase, [{ name: 'etc/cron.d/clean is clean', classname: 'crontab' }]);
    assert.equal(clean[1]?.testcase[0]?.name, 'etc/cron.d/secret');
    assert.ok(clean[1]?.testcase[0]?.error);
    const aside = suites(await toldAside('junit', 'risky-daemon')).flatMap(({ testcase }) => testcase.filter(({ skipped }) => skipped));
    assert.ok(aside.length > 0);
    for (const { classname, skipped } of aside)
      assert.deepEqual([classname, skipped?.message], ['risky-daemon', 'accepted by the baseline']);
  });
});
