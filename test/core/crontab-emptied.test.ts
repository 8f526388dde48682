/** Files that a redirection empties before they are read: told of where it is certain, and shown by the shell itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { fixed, job, of, pointed, read, table } from './crontab-command-support.js';

/** Commands that read f and empty it, and what f holds after they are mended; it held b, a and x. */
const DIRECT: Readonly<Record<string, string>> = {
  'sort f > f': 'a\nb\nx\n',
  'sort ./f >| f': 'a\nb\nx\n',
  'sort -k 1 -r f 1> f': 'x\nb\na\n',
  'sort --reverse "f" > "f"': 'x\nb\na\n',
  'LC_ALL=C nice -n 5 sort f >f': 'a\nb\nx\n',
  'grep -v x f > f': 'b\na\n',
  'grep -A 1 -e b f > f; echo': 'b\na\n',
  "sed -n '/a/p' f > f": 'a\n',
  'head -n 2 f > f': 'b\na\n',
  'tr a c < f > f': 'b\nc\nx\n',
  'F=f; sort $F > $F': 'a\nb\nx\n',
  '( sort f ) > f': 'a\nb\nx\n',
  '(sort f; true) >f': 'a\nb\nx\n',
  '{ sort f; } > f': 'a\nb\nx\n',
  '{ (sort f); } > f': 'a\nb\nx\n',
  'F=f; { sort $F; } > $F': 'a\nb\nx\n',
  'for i in 1 2; do sort f; done > f': 'a\nb\nx\na\nb\nx\n',
  'for i in 1; do { true; sort f; }; done > f': 'a\nb\nx\n',
};

table(
  'redirection',
  {
    ...Object.fromEntries(Object.keys(DIRECT).map((command) => [command, [/\S*>.*?[f"F]*(?=;|$)/.exec(command)?.[0] ?? '']])),
    'cat f | sort > f': ['> f'],
    'sort f | uniq > f': ['> f'],
    '(cat f; echo x) | sort -u > f': ['> f'],
    '{ cat f; echo x; } | sort -u > f': ['> f'],
    'cat f | (sort; echo x) > f': ['> f'],
    'cat f | { sort; echo x; } > f': ['> f'],
    'cat f | while read x; do y $x; done > f': ['> f'],
    'x | while read y; do grep $y f; done > f': ['> f'],
    '(cd /srv; sort /srv/f) > /srv/f': ['> /srv/f'],
    'if x; then sort f; fi > f': ['> f'],
    'echo $( (sort f) > f)': ['> f'],
    'cat f | grep x | sort > f': ['> f'],
    'sort < f | uniq > f': ['> f'],
    'grep -v x /srv/f 2>/dev/null >/srv/f': ['>/srv/f'],
    'while read x; do y $x; done < f > f': ['> f'],
    'sort f 2> f': ['2> f'],
    'sh -c "sort f > f"': ['> f'],
    "awk -F: -v n=1 '{print $n}' f > f": ['> f'],
    "perl -pe 's/a/b/' f > f": ['> f'],
    "jq '.a = 1' f > f": ['> f'],
    'iconv -f latin1 -t utf8 f > f': ['> f'],
    'tail -n 1000 /var/log/x | sort | tail -n 500 >/var/log/x 2>&1': ['>/var/log/x'],
  },
  [
    'sort f >> f',
    'sort f > g; sort g > f',
    'sort f > f.new && mv f.new f',
    'sort -o f f',
    'sort f; x > f',
    'sort f && x > f',
    'sort f || x > f',
    'ps | grep f > f',
    'ps | grep -A 3 f > f',
    'ps | grep --max-count 3 f > f',
    "x | sed f > f; x | awk f > f; perl -e 'print' f > f",
    'echo f > f; ls f > f; du -s f > f; touch f > f; /opt/x f > f',
    'echo "$(sort f)" > f',
    'x=$(sort f) > f',
    'cat f | (sort; x) | y > g',
    'cat f | sort | tee g > h',
    'cat > f; cat - > -; cat /dev/x > /dev/x; cat /proc/x > /proc/x',
    'cat *.log > all.log; cat $(x) > $(x); cat `x` > `x`; cat a-$RANDOM > a-$RANDOM',
    "sort '$F' > $F",
    'sort -t f > f; head -n f > f; cut -d f -f 1 > f',
    '(cd /srv; sort f) > f; { cd /srv; sort f; } > f',
    '(sort f); x > f; { sort f; }; (x) > f; { x; } > f',
    '(sort f) && (x) > f; { sort f; } | (x) > g',
    'for F in a b; do sort $F; done > $F; (F=a; sort $F) > $F; while read F; do sort $F; done > $F',
    '(sort f) >> f; { sort f; } >> f; (sort -o f f) > g',
    'sort f; } > f',
    'sort f >&2; sort 1 >&1; sort f <> f',
    '{{ x }} sort f > f',
  ],
);

describe('crontab/redirection over a file that is read', () => {
  const folder = temporaryFolder('emptied-');
  const file = join(folder, 'f');
  const left = (command: string): string => {
    writeFileSync(file, 'b\na\nx\n');
    try {
      execFileSync('/bin/sh', ['-c', command], { cwd: folder, stdio: 'ignore' });
    } catch {
      // The status is that of a grep that finds nothing.
    }
    return readFileSync(file, 'utf8');
  };
  for (const [command, mended] of Object.entries(DIRECT))
    it(`is right about ${command}, and mends it`, () => {
      assert.equal(left(command), '', 'the shell empties it');
      const text = fixed('redirection', job(command));
      assert.deepEqual(pointed('redirection', text), []);
      assert.equal(left(text.slice(job('').length - 1)), mended);
    });

  it('says what is certain, and what is a race', () => {
    const said = (command: string) => of(read(job(command)), 'redirection').map(({ message }) => message);
    assert.match(
      said('sort f > f')[0] ?? '',
      /^The shell empties f before sort reads it, and nothing of it is left\. Write to another file/,
    );
    assert.match(said('cat f | sort > f')[0] ?? '', /^The shell empties f as it starts the pipeline, and cat may find nothing/);
    assert.match(said('while read x; do y; done <f >f')[0] ?? '', /before the command reads it/);
  });

  it('leaves alone what a new file would not mend', () => {
    for (const command of ['sort f > f | x', 'if sort f > f; then x; fi', 'x || sort f > f', 'sort f 2> f', '(sort f > f)', 'sort f &> f'])
      assert.throws(() => fixed('redirection', job(command)), /no fix|undefined/, command);
    assert.equal(fixed('redirection', job('cat f | sort > f 2>&1 && y')), job('cat f | sort > f.new 2>&1 && mv f.new f && y'));
  });

  it('takes no time over long lines', () => {
    for (const command of [
      'cat a > b | '.repeat(80_000),
      'cat f > f; '.repeat(80_000),
      `sort ${'f '.repeat(400_000)}> f`,
      'cat '.repeat(200_000),
    ])
      assert.ok(read(job(command)));
  });
});
