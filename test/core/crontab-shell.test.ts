/** How a command line is cut: simple commands, words, redirections, what is put in place of `$(…)`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runsIn } from '../../core/src/text/shell/commands.js';
import { endsInside, pieces } from '../../core/src/text/shell/shell.js';

/** Each simple command as `opener[word|word]{2> file}closer`. */
const cut = (text: string): string[] =>
  pieces(text, 0, text.length).map(
    ({ list, words, redirections, closedBy }) =>
      `${list.opener}[${words.map((word) => word.text).join('|')}]${redirections
        .map(({ stream = '', operator, target }) => `{${stream}${operator} ${target?.text ?? ''}}`)
        .join('')}${closedBy}`,
  );

const CUT: readonly (readonly [string, readonly string[]])[] = [
  ['a b', ['[a|b]']],
  ['a && b || c; d & e | f |& g', ['[a]&&', '[b]||', '[c];', '[d]&', '[e]|', '[f]|&', '[g]']],
  ['a b>c 2>&1 3<>d >>e', ['[a|b]{> c}{2>& 1}{3<> d}{>> e}']],
  ['>a b 2> "c d"', ['[b]{> a}{2> "c d"}']],
  ['a &>>b; c 2&>1', ['[a]{&>> b};', '[c|2]{&> 1}']],
  ['a2>b x12>c', ['[a2|x12]{> b}{> c}']],
  ['cat <<<x <<EOF <y', ['[cat]{<<< x}{<< EOF}{< y}']],
  ['a $(b c|d) e', ['[a|$(b c|d)|e]', '$([b|c]|', '$([d])']],
  ['a "$(b "c d")" e', ['[a|"$(b "c d")"|e]', '$([b|"c d"])']],
  ['`a b` c', ['[`a b`|c]', '`[a|b]`']],
  ['bash <(a) x', ['[bash|<(a)|x]', '<([a])']],
  ['( a; b ) >f &', ['([a];', '([b])', '[]{> f}&']],
  [`echo $((1+2)) \${x:-$(y)} z`, [`[echo|$((1+2))|\${x:-$(y)}|z]`, '$([y])']],
  ['echo \'$(a)\' "b;c" d\\;e', ['[echo|\'$(a)\'|"b;c"|d\\;e]']],
  ['a=(1 2) b', ['[a=(1 2)|b]']],
  ['a # b; c', ['[a]']],
  ['a#b', ['[a#b]']],
  ['case a in b) c;; esac', ['[case|a|in|b])', '[c];;', '[esac]']],
  ['a >', ['[a]{> }']],
  ['', []],
];

describe('a command line', () => {
  for (const [text, wanted] of CUT) it(`is cut: ${text}`, () => assert.deepEqual(cut(text), wanted));

  it('is known to be cut inside quotes, parentheses or braces', () => {
    for (const open of ["a '", 'a "b', 'a $(b', 'a `b', 'a ${b', '(a', 'a $((1', 'a "$(b)', 'a\\'])
      assert.ok(endsInside(open, 0, open.length), open);
    for (const whole of ['a', "a 'b'", 'a "$(b "c")"', '(a)', `a \${b}`, 'a $((1))', 'a `b`', 'a\\ '])
      assert.ok(!endsInside(whole, 0, whole.length), whole);
  });

  it('gives words and commands that are pieces of it, whatever it holds', () => {
    const bits = [
      'a',
      ' ',
      '"',
      "'",
      '`',
      '$(',
      '${',
      '$((',
      ')',
      '}',
      '))',
      '(',
      '<(',
      '>',
      '>>',
      '2>&1',
      '&>',
      '|',
      '&&',
      ';',
      '\\',
      '#',
      'sh -c ',
      'sudo -u ',
      'flock x ',
      '=',
      '%',
      '\u{1F600}',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), fc.nat(3), (parts, start) => {
        const text = parts.join('');
        const from = Math.min(start, text.length);
        for (const { piece, command } of runsIn(text, from, text.length)) {
          assert.ok(from <= piece.start && piece.start <= piece.end && piece.end <= text.length, text);
          const words = [
            ...piece.words,
            ...piece.redirections.flatMap(({ target }) => target ?? []),
            ...(command ? [command.program, ...command.args] : []),
          ];
          for (const word of words) assert.equal(text.slice(word.span.start, word.span.end), word.text);
          for (const { span } of piece.redirections) assert.ok(piece.start <= span.start && span.end <= text.length, text);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is read in one go, however deep it nests', () => {
    // Read again at each depth, these would take longer than the world stands.
    for (const part of ['sh -c "$(', '$(', '"$(', '`"', '<(', '(', '${', 'sudo ', "sh -c 'a' ", '$((']) {
      const text = part.repeat(Math.floor(16_000 / part.length));
      assert.ok(runsIn(text, 0, text.length).length <= text.length);
    }
  });
});

describe('the commands of a line', () => {
  const programs = (text: string) =>
    runsIn(text, 0, text.length).flatMap(({ command, shell }) => (command ? [`${shell}:${command.program.text}`] : []));

  it('are seen through wrappers, redirections and substitutions', () => {
    assert.deepEqual(programs('>x sudo -u ann nice -n 5 a b; X=1 c "$(d)"'), [':a', ':c', ':d']);
    assert.deepEqual(programs('cp $(which a) b reboot'), [':cp', ':which']);
  });
  it('are seen behind long options, which take the next word or not', () => {
    for (const text of [
      'sudo --user ann a b',
      'sudo --user=ann --login a b',
      'sudo --non-interactive -u ann -- a b',
      'timeout --signal KILL --foreground 5m a b',
      'flock --nonblock --conflict-exit-code 0 /run/lock/l a b',
      'ionice --class 3 nice --adjustment 5 stdbuf --output L a b',
      'doas -- nohup -- a b',
      'gosu ann stdbuf -oL a b',
      'su-exec ann:adm setuidgid bob run-one a b',
    ])
      assert.deepEqual(programs(text), [':a'], text);
  });
  it('are those of the shell that is given them, once each', () => {
    assert.deepEqual(programs("sh -c 'a; b' && bash -lc 'c'; su ann -c 'd'; flock l -c 'e'"), [
      ':sh',
      'sh:a',
      'sh:b',
      ':bash',
      '?:c',
      ':su',
      '?:d',
      ':flock',
      ':e',
    ]);
    assert.deepEqual(programs('sh -c "a $(b) c"'), [':sh', 'sh:a', ':b']);
  });
});
