/** Other ways to write a crontab entry: words for fields, a comment that explains it, the other form, a minute of its own. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionsAt, applyEdits, hintsIn, type Reading } from '../../core/src/index.js';
import { dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { anywhen, tryExpression, zone } from '../core/schedule-support.js';
import { readAs } from '../support.js';
import { at } from './support.js';

interface Offer {
  readonly name: string;
  readonly title: string;
  /** The text with the rewrite carried out. */
  readonly text: string;
}

function offersIn(reading: Reading, offset: number): Offer[] {
  return actionsAt(reading, { start: offset, end: offset }, ({ type }) => type === 'rewrite').flatMap(({ name, fix }) =>
    name === undefined || fix.edits.length === 0 ? [] : [{ name, title: fix.title, text: applyEdits(reading.document.text, fix.edits) }],
  );
}

function offers(marked: string, path = '/etc/cron.d/x'): Offer[] {
  const { reading, offset } = at(path, marked);
  return offersIn(reading, offset);
}

/** The text after each rewrite of the sort `name`. */
const rewritten = (name: string, marked: string, path?: string): string[] =>
  offers(marked, path).flatMap((offer) => (offer.name === name ? [offer.text] : []));

describe('from fields to the word and back', () => {
  const pairs: Readonly<Record<string, string>> = {
    '0 0 1 1 *': '@yearly',
    '0 0 1 * *': '@monthly',
    '0 0 * * 0': '@weekly',
    '0 0 * * *': '@daily',
    '0 * * * *': '@hourly',
  };
  for (const [fields, word] of Object.entries(pairs))
    it(`${fields} is ${word}`, () => {
      assert.deepEqual(rewritten('word', `# a\n${fields}‸ root  /bin/x  # %\r\n`), [`# a\n${word} root  /bin/x  # %\r\n`]);
      assert.deepEqual(rewritten('fields', `${word}‸\troot /bin/x\n`), [`${fields}\troot /bin/x\n`]);
    });

  it('reads the fields, not their letters', () => {
    assert.deepEqual(rewritten('word', '‸00  0 * 1-12 0-7 root x\n'), ['@daily root x\n']);
    assert.deepEqual(rewritten('word', '‸00\t0 * jan-dec * root x\n'), ['@daily root x\n']);
    assert.deepEqual(rewritten('word', '0 0 * * ‸sun root x\n'), ['@weekly root x\n']);
    assert.deepEqual(rewritten('word', '0 0 * * ‸7 root x\n'), ['@weekly root x\n']);
    assert.deepEqual(rewritten('fields', '@midnight‸ root x\n'), ['0 0 * * * root x\n']);
    assert.deepEqual(rewritten('fields', '@annually‸ root x\n'), ['0 0 1 1 * root x\n']);
  });

  it('reads fields that a backslash joins', () => {
    assert.deepEqual(
      offers('0 0 * \\\n* ‸* /bin/x \\\n y\n', '/etc/crontabs/root').flatMap(({ name, title, text }) =>
        name === 'word' ? [[title, text]] : [],
      ),
      [['Write @daily for 0 0 * * *', '@daily /bin/x \\\n y\n']],
    );
  });

  it('is not offered where it would mean another thing to one of the crons in question', () => {
    // The star says that the entry follows the wall clock; `@hourly` does too, `@daily` does not.
    assert.deepEqual(rewritten('word', '‸0 0-23 * * * root x\n'), []);
    assert.deepEqual(rewritten('word', '‸*/60 0 * * * root x\n'), []);
    assert.deepEqual(rewritten('word', '‸-0 0 * * * root x\n'), []);
    for (const entry of ['@reboot', '5 4 * * *', '0 0 31 2 *', '0 12 * * *', '0 0 1 * 1'])
      assert.deepEqual([...rewritten('word', `‸${entry} root x\n`), ...rewritten('fields', `‸${entry} root x\n`)], [], entry);
    assert.deepEqual(rewritten('word', '‸* * * * * x\n', '/var/cron/tabs/x'), []);
    assert.deepEqual(rewritten('word', '# daemonlint: dialect=freebsd\n‸* * * * * x\n', '/var/cron/tabs/x'), [
      '# daemonlint: dialect=freebsd\n@every_minute x\n',
    ]);
  });

  it('never changes when the entry runs, for any cron and schedule', () => {
    const places: Readonly<Record<string, string>> = {
      debian: '/x/crontab',
      cronie: '/x/crontab',
      freebsd: '/x/crontab',
      openbsd: '/x/crontab',
      busybox: '/x/crontab',
    };
    const minute = fc.constantFrom('0', '00', '*', '*/60', '0-0', '0,0');
    const some = fc.tuple(
      minute,
      minute,
      fc.constantFrom('*', '1', '1-31', '*/31'),
      fc.constantFrom('*', '1', 'jan'),
      fc.constantFrom('*', '0', '7', 'sun', '0-6'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          some.map((fields) => fields.join(' ')),
          anywhen,
        ),
        fc.constantFrom(...dialects.map(({ id }) => id)),
        (expression, id) => {
          const found = rewritten('word', `# daemonlint: dialect=${id}\n‸${expression} x\n`, places[id]);
          for (const text of found) {
            const word = /\n(@\w+) x/.exec(text)?.[1] ?? '';
            for (const clock of ['isc', 'freebsd', 'wall'] as const) {
              const runs = (written: string) => {
                const made = tryExpression(written, id);
                assert.ok(made);
                return [...firstOf(runsAfter(made, Date.UTC(2026, 2, 28), zone('Europe/Berlin'), clock), 60)];
              };
              assert.deepEqual(runs(word), runs(expression), `${expression} ${word} ${id}`);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

function* firstOf(runs: Iterable<number>, count: number): Iterable<number> {
  let left = count;
  for (const run of runs) {
    if (left-- === 0) return;
    yield run;
  }
}

describe('explaining an entry in a comment', () => {
  it('puts it above, with the indentation and the line end of the entry', () => {
    assert.deepEqual(rewritten('explain', 'A=1\r\n\t5 4 * * 1 root ‸x\r\n'), [
      'A=1\r\n\t# Runs: At 04:05 on Mondays.\r\n\t5 4 * * 1 root x\r\n',
    ]);
    assert.deepEqual(rewritten('explain', '5 4 * * 1 root ‸x'), ['# Runs: At 04:05 on Mondays.\n5 4 * * 1 root x']);
  });
  it('brings its own comment up to date, and is not offered when that is right', () => {
    assert.deepEqual(rewritten('explain', '# mine\n# Runs: At noon.\n5 4 * * 1 root ‸x\n'), [
      '# mine\n# Runs: At 04:05 on Mondays.\n5 4 * * 1 root x\n',
    ]);
    assert.deepEqual(rewritten('explain', '# Runs: At 04:05 on Mondays.\n5 4 * * 1 root ‸x\n'), []);
  });
  it('leaves what speaks to daemonlint of the entry right above it', () => {
    const directive = '# daemonlint: ignore[risky-daemon]: wanted\n';
    const once = `# Runs: At 04:05 on Mondays.\n${directive}5 4 * * 1 root x\n`;
    assert.deepEqual(rewritten('explain', `${directive}5 4 * * 1 root ‸x\n`), [once]);
    assert.deepEqual(rewritten('explain', once.replace('root x', 'root ‸x')), []);
  });
  it('says both where crons differ', () => {
    assert.deepEqual(rewritten('explain', '0~30 4 * * * ‸x\n', '/var/cron/tabs/x'), [
      "# Runs: At 04:00 every day by FreeBSD's cron; At a random minute among 0 to 30 of hour 4 every day; drawn when the crontab is read by OpenBSD's cron.\n0~30 4 * * * x\n",
    ]);
  });
  it('is a comment to every cron, and comes to rest after one time', () => {
    fc.assert(
      fc.property(anywhen, (expression) => {
        const entry = `${expression} root x\n`;
        const [text = ''] = rewritten('explain', `‸${entry}`);
        assert.ok(text.endsWith(entry));
        const reading = readAs('/etc/cron.d/x', text);
        assert.deepEqual(
          reading.document.lines.map(({ type }) => type),
          ['comment', 'entry'],
        );
        assert.ok(!offersIn(reading, text.length - 2).some(({ name }) => name === 'explain'));
      }),
      { numRuns: 100 },
    );
  });
});

describe('from one form to the other', () => {
  const user = '/x/crontab';
  it('adds the user behind the same blanks as before the command', () => {
    assert.deepEqual(rewritten('form.entry', '5 4 * * 1\t‸x %y\n@daily  z\n', user), ['5 4 * * 1\troot\tx %y\n@daily  z\n']);
    assert.deepEqual(rewritten('form.file', '# a\nMAILTO=b\n5 4 * * 1\t‸x %y\r\n#@daily  /bin/z\n@daily  z', user), [
      '# a\nMAILTO=b\n5 4 * * 1\troot\tx %y\r\n#@daily  root  /bin/z\n@daily  root  z',
    ]);
  });
  it('takes the owner of a crontab in the spool', () => {
    assert.deepEqual(rewritten('form.entry', '5 4 * * 1 ‸x\n', '/var/spool/cron/crontabs/ann'), ['5 4 * * 1 ann x\n']);
    assert.deepEqual(rewritten('form.entry', '5 4 * * 1 ‸x\n', '/var/spool/cron/ann'), ['5 4 * * 1 ann x\n']);
  });
  it('removes the user, of the whole file only where all entries have the same', () => {
    assert.deepEqual(rewritten('form.file', '5 4 * * 1 root ‸x\n@daily\troot\tz\n'), ['5 4 * * 1 x\n@daily\tz\n']);
    const two = '5 4 * * 1 root ‸x\n@daily ann z\n';
    assert.deepEqual(rewritten('form.file', two), []);
    assert.deepEqual(rewritten('form.entry', two), ['5 4 * * 1 x\n@daily ann z\n']);
    assert.deepEqual(rewritten('form.file', '5 4 * * 1 root ‸x\n#@daily ann /bin/z\n'), []);
  });
  it('has a comment to daemonlint say the new form', () => {
    assert.deepEqual(rewritten('form.file', '# daemonlint: kind=crontab form=user\n5 4 * * 1 ‸x\n', user), [
      '# daemonlint: kind=crontab form=system\n5 4 * * 1 root x\n',
    ]);
  });
  it('is not offered to BusyBox, which has no user column', () => {
    assert.deepEqual(rewritten('form.entry', '5 4 * * 1 ‸x\n', '/etc/crontabs/root'), []);
  });
  it('comes back to the bytes that were there', () => {
    const line = fc
      .tuple(
        fc.constantFrom('5 4 * * 1', '@daily', '*/7 *\t* * *'),
        fc.constantFrom(' ', '\t', '  '),
        fc.constantFrom('/bin/x', 'x %a', '/y -z  '),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end) + end;
        // Where there is but one entry, the two are one.
        const there =
          offers(`‸${text}`, user)
            .filter(({ name }) => name.startsWith('form.'))
            .at(-1)?.text ?? '';
        const back = readAs(user, `# daemonlint: form=system\n${there}`);
        const found = offersIn(back, back.document.text.length - 3).find(({ name }) => name === 'form.file');
        assert.equal(found?.text, `# daemonlint: form=user\n${text}`);
      }),
    );
  });
});

describe('spreading entries that start together', () => {
  it('moves one to the minute that is furthest from the others', () => {
    assert.deepEqual(rewritten('spread', '‸0 4 * * * root x\n0 4 * * 1 root y\n'), ['30 4 * * * root x\n0 4 * * 1 root y\n']);
    assert.deepEqual(rewritten('spread', '‸0 4 * * * root x\n0,30 4 * * 1 root y\n'), ['15 4 * * * root x\n0,30 4 * * 1 root y\n']);
    assert.deepEqual(rewritten('spread', '‸@daily root x\n0 0 * * 1 root y\n'), ['30 0 * * * root x\n0 0 * * 1 root y\n']);
    assert.deepEqual(rewritten('spread', '‸@hourly root x\n0 0 * * 1 root y\n'), ['30 * * * * root x\n0 0 * * 1 root y\n']);
  });
  it('is offered only where they do meet', () => {
    for (const others of [
      '',
      '1 4 * * * root y\n',
      '0 5 * * * root y\n',
      '#0 4 * * * root /bin/y\n',
      '0 4 31 2 * root y\n',
      '* * * * * root y\n',
    ])
      assert.deepEqual(rewritten('spread', `‸0 4 * * * root x\n${others}`), [], others);
    assert.deepEqual(rewritten('spread', '‸0 4 1 * * root x\n0 4 2 * * root y\n'), []);
    assert.deepEqual(rewritten('spread', '‸0 4 * * 1 root x\n0 4 * * 2 root y\n'), []);
    assert.deepEqual(rewritten('spread', '‸0 4 30 * * root x\n0 4 * feb * root y\n'), []);
    assert.equal(rewritten('spread', '‸0 4 1 * 1 root x\n0 4 2 * 2 root y\n').length, 1, 'a Monday the second');
    assert.equal(rewritten('spread', '‸0 4 1 * 3 root x\n0 4 * * 1 root y\n').length, 1, 'a Monday the first');
  });
  it('is not offered where all minutes are used, or the entry has several', () => {
    assert.deepEqual(rewritten('spread', '‸0 4 * * * root x\n0-30 4 * * * root y\n31-59 4 * * * root z\n'), []);
    assert.deepEqual(rewritten('spread', '‸0,5 4 * * * root x\n0 4 * * * root y\n'), []);
  });
  it('lets cron draw the minute where all crons in question can', () => {
    assert.deepEqual(rewritten('spread', '# daemonlint: dialect=cronie\n‸0 4 * * * root x\n0 4 * * * root y\n'), [
      '# daemonlint: dialect=cronie\n30 4 * * * root x\n0 4 * * * root y\n',
      '# daemonlint: dialect=cronie\n~ 4 * * * root x\n0 4 * * * root y\n',
    ]);
  });
});

describe('rewrites', () => {
  it('are for the one entry that cron reads, and none for a selection of several', () => {
    for (const marked of ['‸# a\n', 'MAILTO=‸x\n', '#0 4 * * * root ‸/bin/x\n', '61 4 * * * root ‸x\n', '‸\n'])
      assert.deepEqual(offers(marked), [], marked);
    const text = '0 0 * * * root x\n0 0 * * * root y\n';
    const all = actionsAt(readAs('/etc/cron.d/x', text), { start: 0, end: text.length - 2 });
    assert.ok(all.every(({ type }) => type !== 'rewrite'));
  });
  it('leave the hint behind the entry as it was, where they are not meant to move it', () => {
    const hint = (text: string) =>
      hintsIn(readAs('/etc/cron.d/x', text), { start: text.length - 2, end: text.length - 2 }, { words: true, next: true }, 0)[0]?.text;
    for (const expression of ['0 0 * * *', '@weekly', '0 0 1 * *']) {
      const entry = `${expression} root x\n`;
      for (const { name, text } of offers(`‸${entry}`))
        if (name === 'word' || name === 'fields' || name === 'explain') assert.equal(hint(text), hint(entry), name);
    }
  });
});
