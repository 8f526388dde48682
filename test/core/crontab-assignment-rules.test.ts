/** The rules about assignments, beyond their own examples. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../core/src/index.js';
import { briefly, readAs } from '../support.js';
import { fixed, job, of, pointed, read } from './crontab-command-support.js';

const rules = (text: string, path?: string) => read(text, path).findings.map(({ rule, severity }) => `${rule} ${severity}`);

/** What the first assignment of `text` sets. */
const set = (text: string, path = '/etc/cron.d/x') => {
  const { assignment } = (readAs(path, text).document.lines.find(({ type }) => type === 'setting') ?? {}) as {
    assignment?: { name: { text: string }; value: { text: string } };
  };
  return assignment && [assignment.name.text, assignment.value.text];
};

describe('crontab/idle-assignment', () => {
  const idle = (assignment: string, dialect: string) =>
    pointed('idle-assignment', `${assignment}\n0 3 * * * x\n`, '/t/ann.cron', [dialect]);

  it('tells what to do with a line that names no variable', () => {
    const [finding] = of(read('=\n0 3 * * * x\n', '/etc/crontabs/root'), 'idle-assignment');
    assert.match(finding?.message ?? '', /Give the variable a name, or delete the line\.$/);
  });

  it('is about what BusyBox drops, as its crond was seen to', () => {
    for (const line of ['PATH=/opt/bin', 'FOO=bar', 'CRON_TZ=Asia/Tokyo']) assert.deepEqual(idle(line, 'busybox'), [line.split('=')[0]]);
    assert.deepEqual(idle('SHELL = /bin/ash', 'busybox'), ['SHELL'], 'blanks keep it from seeing one that it knows');
    for (const line of ['MAILTO=ann', ' SHELL=/bin/ash', 'PATH={{ path }}']) assert.deepEqual(idle(line, 'busybox'), []);
  });

  it('says how one is written that BusyBox knows, and where the others go', () => {
    const says = (line: string) => of(read(`${line}\n0 3 * * * x\n`, '/etc/crontabs/root'), 'idle-assignment')[0]?.message ?? '';
    assert.match(says('MAILTO = ann'), /written without blanks\. Write MAILTO= so\.$/);
    assert.match(says('LANG=C'), /Set LANG in the commands that need it\.$/);
    assert.match(says('PATH = /opt/bin'), /Set PATH in the commands that need it\.$/);
  });

  it('tells of a name that a later BusyBox heeds as what is open', () => {
    const [found] = of(read('PATH=/opt/bin\n0 3 * * * x\n', '/etc/crontabs/root'), 'idle-assignment');
    assert.equal(found?.severity, 'info');
    assert.match(found.message, /BusyBox 1\.37 heeds PATH= as well/);
  });

  it('is all that is said of such a line, and where it would become one by a fix', () => {
    const path = '/etc/crontabs/root';
    for (const text of ['PATH=$PATH:/x\n0 3 * * * y\n', '0 3 * * * y\nPATH=/x\n'])
      assert.deepEqual(rules(text, path), ['crontab/idle-assignment info'], text);
    assert.deepEqual(rules('0 3 * * * y\nMAILTO=ann\n', path), ['crontab/late-assignment warning']);
    const [exported] = of(read('export PATH=/x\n0 3 * * * y\n', path), 'export-assignment');
    assert.match(exported?.message ?? '', /knows MAILTO and SHELL alone: set PATH in the commands that need it\.$/);
    assert.deepEqual(exported?.fixes, []);
    assert.equal(fixed('export-assignment', 'export MAILTO=ann\n0 3 * * * y\n', path), 'MAILTO=ann\n0 3 * * * y\n');
  });

  it('is about settings of cronie where another cron reads them', () => {
    for (const dialect of ['debian', 'freebsd', 'openbsd']) {
      assert.deepEqual(idle('CRON_TZ=Asia/Tokyo', dialect), ['CRON_TZ']);
      assert.deepEqual(idle('RANDOM_DELAY=30', dialect), ['RANDOM_DELAY']);
      for (const line of ['TZ=Asia/Tokyo', 'PATH=/bin', 'MAILTO=ann']) assert.deepEqual(idle(line, dialect), []);
    }
    for (const line of ['CRON_TZ=Asia/Tokyo', 'RANDOM_DELAY=30']) assert.deepEqual(idle(line, 'cronie'), []);
    assert.deepEqual(
      pointed('idle-assignment', 'CRON_TZ=Asia/Tokyo\n0 3 * * * root x\n'),
      [],
      'where one in question heeds it, crons differ',
    );
    assert.deepEqual(pointed('idle-assignment', 'RANDOM_DELAY=5\n1 5 a x\n', '/etc/anacrontab'), []);
  });
});

describe('crontab/export-assignment', () => {
  it('is the one finding of its line, an error, and tells what it costs', () => {
    for (const line of [
      'export PATH=/bin',
      '  export\tA="b"',
      'export A',
      'declare -x A=b',
      'set A=b',
      'setenv A=b',
      'export A="b":c',
      'export A=',
    ]) {
      assert.deepEqual(rules(`${line}\n${job('x')}`), ['crontab/export-assignment error'], line);
      assert.match(
        of(read(`${line}\n${job('x')}`), 'export-assignment')[0]?.message ?? '',
        /ignores the whole file.*skips the entry/,
        line,
      );
    }
  });
  it('leaves an assignment that cron takes, of the value that a shell would give', () => {
    for (const [line, value] of [
      ['export A=b', 'b'],
      ['  export   A="b c"', 'b c'],
      ["declare -x A='b'", 'b'],
      ['export A=', ''],
      ['export A="b":c', 'b:c'],
      ['export A=b"c d"e', 'bc de'],
      ["export A=' b'", ' b'],
      ['export A=b;', 'b'],
      [`export A=\${B}`, `\${B}`],
    ]) {
      const text = `${line}\r\n${job('x')}`;
      const after = fixed('export-assignment', text);
      assert.deepEqual(set(after), ['A', value], line);
      assert.deepEqual(of(read(after), 'export-assignment'), []);
      assert.ok(after.endsWith(`\r\n${job('x')}`));
    }
  });
  it('offers nothing where one can only guess', () => {
    for (const line of ['export A=b B=c', 'export A=b && x', 'export A=$(x y) z'])
      assert.deepEqual(
        of(read(`${line}\n`), 'export-assignment').map(({ fixes }) => fixes),
        [[]],
        line,
      );
  });
  it('removes an export of what is assigned above', () =>
    assert.equal(fixed('export-assignment', `A=b\nexport A\n${job('x')}`), `A=b\n${job('x')}`));
  it('is nothing else that begins with the word', () => {
    for (const line of ['export = x', 'exports A=b', 'export-x A=b', '0 3 * * * root export A=b', '# export A=b'])
      assert.deepEqual(pointed('export-assignment', `${line}\n`), [], line);
    assert.deepEqual(rules(`exports A=b\n${job('x')}`), ['crontab/syntax error']);
  });
});

describe('crontab/quoted-assignment', () => {
  it('is the one finding of its line, an error, and tells what it costs', () => {
    for (const line of ['A="b":c', 'A="b', "A='b", "A = 'b' 'c'", 'A="b" # c', 'A="b"c']) {
      assert.deepEqual(rules(`${line}\n${job('x')}`), ['crontab/quoted-assignment error'], line);
      assert.match(of(read(`${line}\n${job('x')}`), 'quoted-assignment')[0]?.message ?? '', /ignores the whole file/, line);
    }
  });
  it('leaves an assignment that cron takes', () => {
    for (const [line, value] of [
      ['A="b":c', 'b:c'],
      ['A = \'b\'"c d"', 'bc d'],
      ['A="b"c', 'bc'],
      ['A="b', 'b'],
      ["A='it", 'it'],
      ['A="b" # c', 'b'],
      ['A="it\'s":"b"', "it's:b"],
    ]) {
      const after = fixed('quoted-assignment', `${line}\r\n${job('x')}`);
      assert.deepEqual(set(after), ['A', value], line);
      assert.deepEqual(of(read(after), 'quoted-assignment'), []);
    }
  });
  it('keeps the comment that stood behind it', () =>
    assert.equal(fixed('quoted-assignment', '  MAILTO="ann" # hers\r\n'), '# hers\r\n  MAILTO="ann"\r\n'));
  it('gives an empty value its quotes, where the crons in question want them', () => {
    assert.equal(fixed('quoted-assignment', 'MAILTO=\n0 3 * * * x\n', '/var/cron/tabs/ann'), 'MAILTO=""\n0 3 * * * x\n');
    assert.deepEqual(pointed('quoted-assignment', 'MAILTO=\n0 3 * * * x\n'), []);
  });
  it('offers nothing where what cannot be seen is all that is wrong', () => {
    const [finding] = of(read(`A="b"\uFEFF\n${job('x')}`), 'quoted-assignment');
    assert.deepEqual(finding?.fixes, []);
  });
  it('lets pass what cron takes', () => {
    for (const line of ['A="b c"', "A='b'", 'A=""', 'A=b"c"', 'A=b "c', '"A"="b"', 'A="b"  ', 'A="#b"'])
      assert.deepEqual(rules(`${line}\n${job('x')}`), [], line);
  });
});

describe('crontab/path-expansion', () => {
  const found = (line: string, path?: string, dialects?: readonly string[]) =>
    pointed('path-expansion', `${line}\n${job('x')}`, path, dialects);
  it('finds what nothing expands', () => {
    for (const [line, at] of [
      ['PATH=$PATH:/x', '$PATH'],
      [`PATH="/x:\${PATH}"`, `\${PATH}`],
      ['PATH=/x:~/bin', '~'],
      ['PATH=$HOME/bin:/bin', '$HOME'],
      ['HOME=~', '~'],
      ['HOME=~/x', '~'],
      ['MAILTO=$USER', '$USER'],
      ['LOG=`date`.log', '`date`'],
      ['LOGFILE=/x/$(hostname).log', '$(hostname)'],
      ['SRC=$BASE/src', '$BASE'],
      ['CLASSPATH=/a:$LIB/b.jar', '$LIB'],
    ])
      assert.deepEqual(found(line ?? ''), [at], line);
  });
  // expand_envvar of cronie, read: `$NAME` and `${NAME}`, by the environment of the daemon.
  it('knows that cronie expands whom it mails to, and nothing else', () => {
    for (const line of ['MAILTO=$ADMIN', `MAILFROM=\${ADMIN}@example.org`]) {
      assert.deepEqual(found(line, undefined, ['cronie']), [], line);
      assert.equal(found(line, undefined, ['debian']).length, 1, line);
    }
    for (const line of ['MAILTO=`id -un`', 'MAILTO=$(id -un)', 'PATH=$PATH:/x', 'HOME=$HOME/x'])
      assert.equal(found(line, undefined, ['cronie']).length, 1, line);
    const says = (dialect?: string) =>
      of(read(`MAILTO=$ADMIN\n${job('x')}`, undefined, dialect === undefined ? undefined : [dialect]), 'path-expansion')[0]?.message ?? '';
    assert.match(says(), /^Of the crons that may read this, cronie alone puts anything in the place of “\$ADMIN” in MAILTO/);
    assert.match(says('debian'), /^Cron expands nothing/);
  });
  it('lets pass what is meant as it stands, or expanded later', () => {
    for (const line of [
      'PATH=/bin:/usr/bin',
      'DB_PASS=pa$word',
      'API_KEY=$x/y',
      'RE=^a$|b',
      'PRICE=5$',
      'BASH_ENV=$HOME/.bashrc',
      'ENV=$HOME/.shrc',
      'X=a~b',
      'PATH=/a~/b',
      'CMD=echo $HOME',
      'NOTE=costs $5',
      'PATH={{ path }}:$PATH',
    ])
      assert.deepEqual(found(line), [], line);
    assert.deepEqual(pointed('path-expansion', job('PATH=$PATH:/x y')), []);
  });
  it('writes out the PATH that cron sets', () => {
    assert.equal(fixed('path-expansion', `PATH="$PATH:/x"\r\n${job('x')}`), `PATH="/usr/bin:/bin:/x"\r\n${job('x')}`);
    assert.deepEqual(
      of(read(`HOME=~/x\n${job('x')}`), 'path-expansion').map(({ fixes }) => fixes),
      [[]],
    );
  });
});

describe('crontab/late-assignment', () => {
  it('finds each assignment below the last entry', () => {
    assert.deepEqual(briefly(readAs('/etc/cron.d/x', `A=1\n${job('x')}# y\nB=2\n\nC=3\n`)), [
      'crontab/late-assignment@4',
      'crontab/late-assignment@6',
    ]);
    assert.deepEqual(pointed('late-assignment', `${job('x')}  MAILTO="ann"\r\n`), ['MAILTO="ann"']);
  });
  it('lets pass what an entry may follow, or what has none', () => {
    for (const text of [
      `${job('x')}A=1\n${job('y')}`,
      `${job('x')}A=1\n#${job('/opt/y')}`,
      `${job('x')}A=1\n61 * * * * root y\n`,
      'A=1\n',
      `A=1\n#${job('x')}`,
      `${job('x')}A=1\n{% if x %}\n`,
    ])
      assert.deepEqual(pointed('late-assignment', text), [], text);
  });
  it('moves it up, with the line end that it has or lacks', () => {
    assert.equal(fixed('late-assignment', `# x\r\n0 3 * * * root x\r\nA=1\r\n# y\r\n`), `# x\r\nA=1\r\n0 3 * * * root x\r\n# y\r\n`);
    assert.equal(fixed('late-assignment', `${job('x')}A=1`), `A=1\n${job('x')}`);
  });
  it('moves nothing over another of its name', () =>
    assert.deepEqual(
      of(read(`A=1\n${job('x')}A=2\n`), 'late-assignment').map(({ fixes }) => fixes),
      [[]],
    ));
});

describe('the fixes of rules about commands and assignments', () => {
  const lines = [
    'export A="b":c',
    'set X=1',
    'A="b":c',
    'MAILTO="x" # y',
    'PATH=$PATH:/x',
    'PATH=/bin',
    'SHELL=/bin/bash',
    '# é',
    '',
    'HOME=~',
    job('x $(date +%F) %b').trimEnd(),
    job('source /x &> y').trimEnd(),
    job('x 2>&1 >f').trimEnd(),
    job('x >f 2>f').trimEnd(),
    job('a |& b 2&>1').trimEnd(),
    job('nice fstrim / && [ a == b ]').trimEnd(),
    job('x --a=%d 2>1').trimEnd(),
  ];
  it('give a text without that finding, and touch no byte but those that they name', () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (parts, end) => {
        const text = parts.map((part) => part + end).join('');
        const before = readAs('/etc/cron.d/x', text);
        for (const { rule, fixes } of before.findings)
          for (const { edits, title } of fixes.filter(() => rule !== 'crontab/carriage-return')) {
            applied++;
            const after = applyEdits(text, edits);
            const count = (reading: typeof before) => reading.findings.filter((finding) => finding.rule === rule).length;
            assert.ok(count(readAs('/etc/cron.d/x', after)) < count(before), `${rule}: ${title}\n${text}\n=>\n${after}`);
            assert.equal(after.split(end).join('').includes('\r'), false);
            assert.equal(after.split('\n').length - 1, after.split(end).length - 1);
            const kept = edits.length === 0 ? '' : text.slice(0, Math.min(...edits.map(({ span }) => span.start)));
            assert.ok(after.startsWith(kept));
          }
      }),
      { numRuns: 400 },
    );
    assert.ok(applied > 500, `${applied} fixes`);
  });
});
