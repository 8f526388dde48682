/** Laws of crontab entries, over generated ones: off and on again is where one began. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionsAt, applyEdits, identify, lint, type Reading } from '../../core/src/index.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { isNotable } from '../../core/src/model/line.js';

type Form = 'user' | 'system';

function read(text: string, form: Form): Reading {
  const choice = identify({ path: '', text, sniff: false, flag: { kind: 'crontab', form } });
  assert.ok(choice);
  return lint('', text, choice, defaultSettings);
}

/** A time field that every cron takes: a star, a value, a range, a list, each perhaps with a step. */
const field = (low: number, high: number) => {
  const value = fc.integer({ min: low, max: high });
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.constantFrom('', '/1', '/2');
  const item = fc.oneof(
    value.map(String),
    range,
    fc.constantFrom('*', '*/2'),
    fc.tuple(range, step).map(([span, by]) => span + (span.split('-')[0] === span.split('-')[1] ? '' : by)),
  );
  return fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(','));
};

const blanks = fc.constantFrom(' ', '\t', '  ', ' \t ');
const time = fc.oneof(
  fc
    .tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), fc.oneof(field(0, 6), fc.constantFrom('mon', 'Tue', 'mon-fri')), blanks)
    .map(([minute, hour, day, month, weekday, by]) => [minute, hour, day, month, weekday].join(by)),
  fc.constantFrom('@daily', '@reboot', '@hourly'),
);
const command = fc.oneof(
  fc.constantFrom(
    '/usr/sbin/snmpd',
    'echo x | at now',
    '$HOME/bin/x  ',
    'cd / && ./y # z',
    'service atd restart; service gpm restart',
    'mail ann%#%hi',
    '"/opt/a b/c"',
    '# %',
  ),
  fc.string({ maxLength: 30 }).map((rest) => `/bin/x ${rest.replace(/[\r\n]/g, '')}`),
);
const user = fc.constantFrom('root', 'ann', 'www-data', 'svc.x$');

/** One entry without its line end, of a form. */
const entry = fc
  .tuple(fc.constantFrom('', ' ', '\t', '   \t'), time, blanks, user, blanks, command, fc.constantFrom<Form>('user', 'system'))
  .map(([indent, when, first, who, second, what, form]) => ({
    form,
    text: `${indent}${when}${first}${form === 'system' ? who + second : ''}${what}`,
  }));

const filler = fc.constantFrom('', '# nightly\n', 'MAILTO=""\r\n', '#0 1 * * * /bin/other\n', '61 * * * * x\n', '\r\n');

describe('generated crontab entries', () => {
  it('are entries, and stay in place: disabled by their first action and enabled again they have their old bytes', () => {
    let switched = 0;
    fc.assert(
      fc.property(entry, filler, filler, fc.constantFrom('\n', '\r\n', ''), ({ form, text: line }, before, after, end) => {
        const text = `${before}${line}${end}${end === '' ? '' : after}`;
        const at = { start: before.length, end: before.length + line.length };
        const index = before === '' ? 0 : 1;
        const reading = read(text, form);
        assert.equal(reading.document.lines[index]?.type, 'entry', text);
        const off = actionsAt(reading, at).find(({ type, fix }) => type === 'disable' || fix.turns === 'off');
        // A command that is nothing but a comment or input launches nothing: there is nothing to switch.
        if (off === undefined) {
          assert.deepEqual(reading.document.lines[index]?.launches, [], text);
          return;
        }
        switched++;
        const disabled = applyEdits(text, off.fix.edits);
        assert.equal(disabled.length, text.length + 1);
        const comment = read(disabled, form);
        assert.equal(comment.document.lines[index]?.type, 'commented', disabled);
        const on = actionsAt(comment, { start: at.start, end: at.end + 1 }).find(({ type }) => type === 'enable');
        assert.ok(on, disabled);
        assert.equal(applyEdits(disabled, on.fix.edits), text);
      }),
      { numRuns: 1500 },
    );
    assert.ok(switched > 1000, `${switched} entries were switched`);
  });

  it('know their notable launches without reading all', () => {
    let notable = 0;
    const starting = fc.constantFrom(
      'service snmpd start',
      '/etc/rc3.d/S50snmpd start',
      'systemctl start rpcbind.service',
      '@x',
      'echo x | at now',
    );
    fc.assert(
      fc.property(entry, starting, fc.boolean(), ({ form, text }, more, isMore) => {
        for (const line of read(isMore ? `${text}; ${more}` : text, form).document.lines) {
          assert.deepEqual(line.notable, line.launches.filter(isNotable), line.text);
          notable += line.notable?.length ?? 0;
        }
      }),
    );
    assert.ok(notable > 10, `${notable} notable launches`);
  });

  it('have tokens that are the words of their line, and launches inside their command', () => {
    fc.assert(
      fc.property(entry, ({ form, text }) => {
        const [line] = read(text, form).document.lines;
        const start = line?.tokens.find(({ role }) => role === 'command')?.span.start ?? text.length;
        for (const { subject } of line?.launches ?? []) {
          assert.equal(text.slice(subject.span.start, subject.span.end), subject.text);
          assert.ok(subject.span.start >= start, text);
        }
      }),
    );
  });
});
