// `.daemonlint.json`: what is right counts, what is wrong is named with its place and the nearest right name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { defaultSettings, kinds, severities } from '../../core/src/index.js';
import { emptyConfig, parseConfig, settingsOf } from '../../workspace/src/index.js';

const parse = (text: string) => parseConfig('/p/.daemonlint.json', text);

/** Problems as `line:column message`, 0-based. */
const problems = (text: string): string[] => parse(text).problems.map(({ message, place }) => `${place?.line}:${place?.column} ${message}`);

describe('a config', () => {
  it('may hold comments, trailing commas and every key', () => {
    const text = `\ufeff// ours
    {
      "$schema": "x.json",
      "keep": ["telnet", "snmpd",],
      "severity": {"risky-daemon": "error", "directive": "off"},
      "files": {"*.cron": {"kind": "crontab", "form": "system", "dialect": "debian"}},
      "exclude": ["vendor/**"], /* theirs */
      "hosts": ["hosts/*"],
      "ignore": [{"path": "*.txt", "rule": "risky-daemon", "subject": "snmpd", "reason": "a museum"}],
      "offMark": "#<off># ",
      "zone": "Europe/Berlin",
      "audience": "auditor",
    }`;
    assert.deepEqual(parse(text), {
      config: {
        keep: ['telnet', 'snmpd'],
        severity: { 'risky-daemon': 'error', directive: 'off' },
        files: { '*.cron': { kind: 'crontab', form: 'system', dialect: 'debian' } },
        exclude: ['vendor/**'],
        hosts: ['hosts/*'],
        ignore: [{ path: '*.txt', rule: 'risky-daemon', subject: 'snmpd', reason: 'a museum' }],
        offMark: '#<off># ',
        zone: 'Europe/Berlin',
        audience: 'auditor',
      },
      problems: [],
      ignoresAt: [{ start: { line: 8, column: 17 }, end: { line: 8, column: 100 } }],
    });
  });

  it('takes no ignore that would ignore more than was meant, or does not say why', () => {
    const wrong = (entry: string, pattern: RegExp) => {
      const { config, problems: found } = parse(`{"ignore": [${entry}, {"rule": "directive", "reason": "x"}]}`);
      assert.deepEqual(config.ignore, [{ rule: 'directive', reason: 'x' }]);
      assert.match(found.map(({ message }) => message).join(), pattern);
    };
    wrong('{"path": "*", "rule": "risky", "reason": "x"}', /^“risky” is not a rule. Did you mean/);
    wrong('{"path": "*", "subject": "snpmd", "reason": "x"}', /^“snpmd” is not a daemon/);
    wrong('{"path": "*", "rules": "directive", "reason": "x"}', /^there is no key “rules”. Did you mean “rule”\?$/);
    wrong('{"reason": "x"}', /^this would ignore everything/);
    for (const why of ['', ', "reason": ""', ', "reason": "  "']) wrong(`{"path": "*"${why}}`, /^this does not say why/);
    wrong('"directive"', /is not an object/);
  });

  it('ignores by path, rule and subject, seen from its folder', () => {
    const { config } = parse('{"ignore": [{"path": "old/", "rule": "risky-daemon", "reason": "x"}, {"subject": "snmpd", "reason": "y"}]}');
    const [first, second] = settingsOf(config, defaultSettings, '/p').ignore ?? [];
    const covered = ['/p/old/etc/inetd.conf', '/p/new/etc/inetd.conf', '/old/x', '/p/old/rc3.d.txt'].map((path) => first?.covers(path));
    assert.deepEqual([covered, first?.rule, first?.subject], [[true, false, false, true], 'risky-daemon', undefined]);
    assert.deepEqual([second?.covers('/anywhere'), second?.rule, second?.subject], [true, undefined, 'snmpd']);
  });

  it('may be empty, and then says nothing', () => {
    assert.deepEqual(parse('{}'), { config: emptyConfig, problems: [], ignoresAt: [] });
  });

  it('names what it does not know, and offers the nearest', () => {
    assert.deepEqual(problems('{\n  "kep": ["telnet"]\n}'), ['1:2 there is no key “kep”. Did you mean “keep”?']);
    assert.deepEqual(problems('{"severity": {"risky-deamon": "off"}}'), [
      '0:14 “risky-deamon” is not a rule. Did you mean “risky-daemon”?',
    ]);
    assert.match(
      problems('{"severity": {"risky-daemon": "fatal"}}').join(),
      /^0:30 “fatal” is not a severity; it is one of “error”, .*“off”$/,
    );
    assert.match(problems('{"keep": ["telnet", "snpmd"]}').join(), /^0:20 “snpmd” is not a daemon.*Did you mean .*“snmpd”/);
    assert.match(problems('{"files": {"x": {"kind": "cron"}}}').join(), /^0:25 “cron” is not a kind of file; .*“crontab”/);
    assert.match(problems('{"zone": "Europe/Berlim"}').join(), /^0:9 “Europe\/Berlim” is not a time zone. Did you mean “Europe\/Berlin”/);
    assert.match(problems('{"zone": 1}').join(), /^0:9 1 is not a string/);
    assert.match(problems('{"offMark": ";"}').join(), /^0:12 “;” is not a mark/);
    assert.match(problems('{"audience": "me"}').join(), /^0:13 “me” is not an audience; it is one of “regular”, “auditor”/);
    assert.match(problems('{"files": {"x": {"dialect": "fedoro"}}}').join(), /^0:28 “fedoro” is not a dialect. Did you mean “fedora”/);
  });

  it('names wrong types', () => {
    assert.match(problems('{"keep": "telnet"}').join(), /^0:9 "telnet" is not a list/);
    assert.match(problems('{"keep": [3]}').join(), /^0:10 3 is not a string/);
    assert.match(problems('{"severity": []}').join(), /^0:13 this array is not an object/);
    assert.match(problems('[]').join(), /^0:0 this array is not an object/);
    assert.match(problems('{"exclude": [""]}').join(), /^0:13 “” is not a glob/);
  });

  it('counts as far as it is right', () => {
    const { config } = parse(
      '{"keep": [1, "telnet"], "colour": true, "severity": {"nothing": "off", "directive": "hint"}, "files": {"a": {"kind": 5, "form": "user"}}}',
    );
    assert.deepEqual(config, { ...emptyConfig, keep: ['telnet'], severity: { directive: 'hint' }, files: { a: { form: 'user' } } });
  });

  it('has each key once: of two the last counts, and the first is told of', () => {
    const text =
      '{"keep": ["telnet"],\n "severity": {"risky-daemon": "off", "directive": "info", "risky-daemon": "error"},\n "keep": ["snmpd"]}';
    const { config } = parse(text);
    assert.deepEqual([config.keep, config.severity], [['snmpd'], { 'risky-daemon': 'error', directive: 'info' }]);
    const again = (name: string) => `“${name}” comes again further down, and only that one counts: make one of the two`;
    assert.deepEqual(problems(text), [`0:1 ${again('keep')}`, `1:14 ${again('risky-daemon')}`]);
    const ignore = '{"ignore": [{"path": "a", "path": "b", "reason": "x"}]}';
    assert.deepEqual([parse(ignore).config.ignore, problems(ignore)], [[], [`0:13 ${again('path')}`]]);
  });

  it('counts as far as it is JSON', () => {
    const { config, problems: found } = parse('{"keep": ["telnet"] "exclude": ["x"]');
    assert.deepEqual(config.keep, ['telnet']);
    assert.deepEqual(config.exclude, ['x']);
    assert.ok(found.length > 0 && found.every(({ message }) => message.startsWith('is not valid JSON here: ')));
  });

  it('is no way to break daemonlint', () => {
    assert.match(problems('['.repeat(200_000)).join(), /nested too deeply/);
    assert.deepEqual(parse('{"severity": {"__proto__": "off"}}').config.severity, {});
    assert.ok(problems('').length > 0 && problems('nonsense').length > 0);
  });

  it('lies over other settings: lists add up, the rest wins', () => {
    const base = { ...defaultSettings, keep: ['ftp'], severity: { directive: 'hint', 'risky-daemon': 'info' } as const };
    const config = { ...emptyConfig, keep: ['ftp', 'telnet'], severity: { directive: 'off' } as const };
    const { keep, severity, offMark } = settingsOf(config, base, '');
    assert.deepEqual(
      { keep, severity, offMark },
      { keep: ['ftp', 'telnet'], severity: { directive: 'off', 'risky-daemon': 'info' }, offMark: '#' },
    );
    assert.equal(settingsOf({ ...config, offMark: '#<off># ' }, base, '').offMark, '#<off># ');
    assert.deepEqual(
      [settingsOf(config, base, '').zone, settingsOf({ ...config, zone: 'Asia/Tokyo' }, base, '').zone],
      ['UTC', 'Asia/Tokyo'],
    );
    assert.equal(settingsOf({ ...config, audience: 'auditor' }, base, '').audience, 'auditor');
    assert.equal(settingsOf(config, { ...base, audience: 'auditor' }, '').audience, 'auditor');
  });
});

describe('the schema of a config', () => {
  const schema = JSON.parse(readFileSync('schemas/daemonlint.schema.json', 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);

  it('has the keys that the validator knows, and no other', () => {
    const said = problems('{"zzzzzzzzzz": 1}').join();
    assert.deepEqual(
      said
        .replace(/^.*there are /, '')
        .split(', ')
        .sort(),
      Object.keys(schema.properties).sort(),
    );
  });

  it('has the kinds and severities of the core', () => {
    assert.deepEqual(
      schema.properties.files.additionalProperties.properties.kind.enum,
      kinds.map(({ id }) => id),
    );
    assert.deepEqual(schema.properties.severity.additionalProperties.enum, [...severities, 'off']);
  });

  it('takes what the validator takes and refuses what it refuses', () => {
    const texts = [
      '{}',
      '{"keep":["telnet"]}',
      '{"offMark":"#"}',
      '{"audience":"auditor"}',
      '{"audience":"x"}',
      '{"files":{"a":{"kind":"inetd"}}}',
      '{"kep":[]}',
      '{"keep":"x"}',
      '{"exclude":[""]}',
      '{"files":{"a":{"kind":"x"}}}',
      '[]',
    ];
    for (const text of texts) assert.equal(valid(JSON.parse(text)), problems(text).length === 0, text);
  });
});
