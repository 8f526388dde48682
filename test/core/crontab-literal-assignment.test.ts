/** What BusyBox's crond makes of quotes and blanks in a value, as it was seen to. */
import assert from 'node:assert/strict';
import { dialectsNamed } from '../../core/src/kinds/crontab/dialects/dialects.js';
import type { CrontabLine } from '../../core/src/kinds/crontab/model.js';
import { assignmentDifference } from '../../core/src/kinds/crontab/verdicts/differ.js';
import { readAs } from '../support.js';
import { fixed, of, read } from './crontab-command-support.js';

/** What the first assignment of `text` sets. */
const set = (text: string, path = '/etc/cron.d/x') => {
  const { assignment } = (readAs(path, text).document.lines.find(({ type }) => type === 'setting') ?? {}) as {
    assignment?: { name: { text: string }; value: { text: string } };
  };
  return assignment && [assignment.name.text, assignment.value.text];
};

describe('crontab/literal-assignment', () => {
  const path = '/h/etc/crontabs/root';
  const tab = (assignment: string) => `${assignment}\n0 3 * * * /bin/x\n`;
  const says = (assignment: string) => of(read(tab(assignment), path), 'literal-assignment')[0]?.message;

  // By crond of BusyBox 1.35, run: whom it mails to (`To:`) and which shell it starts.
  for (const [assignment, value] of [
    ['MAILTO="ann"', '"ann"'],
    ['MAILTO=bob', 'bob'],
    ['MAILTO=""', '""'],
    ['MAILTO=', ''],
    ['MAILTO=ann bob', 'ann'],
    ['MAILTO=ann#x', 'ann'],
    ["MAILTO='ann bob'", "'ann"],
    [' MAILTO=eve', 'eve'],
    ['SHELL="/bin/sh"', '"/bin/sh"'],
    ['SHELL=/bin/sh -x', '/bin/sh'],
  ] as const)
    it(`reads as BusyBox: ${assignment}`, () => {
      assert.equal(set(tab(assignment), path)?.[1], value);
      const meant = /=["']?([^"'#]*)/.exec(assignment)?.[1];
      assert.equal(says(assignment) !== undefined, meant !== value, 'and speaks where that is not what stands there');
    });

  it('says what becomes of the jobs', () => {
    assert.match(
      says('SHELL="/bin/sh"') ?? '',
      /“?"\/bin\/sh"”? is no program, and none of the jobs below runs\. Write it without quotes\.$/,
    );
    assert.match(says('SHELL=/bin/sh -x') ?? '', /given to \/bin\/sh, and the rest of the line is dropped\. Write it without blanks\.$/);
    assert.match(says('MAILTO=""') ?? '', /mailed to "", and not dropped/);
    assert.match(says("MAILTO='ann bob'") ?? '', /mailed to 'ann\./);
  });

  it('takes the quotes off, and joins names by commas', () => {
    const repaired = (assignment: string) => fixed('literal-assignment', tab(assignment), path).split('\n')[0];
    assert.equal(repaired('MAILTO="ann"  # her'), 'MAILTO=ann  # her');
    assert.equal(repaired("SHELL='/bin/ash'\r"), 'SHELL=/bin/ash\r');
    assert.equal(repaired('MAILTO=""'), 'MAILTO=');
    assert.equal(repaired('MAILTO="ann, bob eve"'), 'MAILTO=ann,bob,eve');
    assert.deepEqual(of(read(tab('MAILTO="a#b"'), path), 'literal-assignment')[0]?.fixes, [], 'no quotes keep a # from ending the line');
  });

  it('leaves alone what it does not heed, what it joins, templates, and other crons', () => {
    for (const line of ['PATH="/bin"', 'MAILTO = "ann"', 'MAILTO="{{ who }}"', 'MAILTO=an\\\nn']) assert.equal(says(line), undefined, line);
    assert.deepEqual(set('MAILTO=an\\\nn\n', path), ['MAILTO', 'ann']);
    assert.deepEqual(of(read(tab('MAILTO="ann"'), '/var/spool/cron/crontabs/ann'), 'literal-assignment'), []);
  });

  it('is a difference where another cron may read the file', () => {
    const differ = (text: string) => {
      const [line] = readAs('/var/spool/cron/ann', text).document.lines as readonly CrontabLine[];
      return line && assignmentDifference(line, 0, dialectsNamed(['debian', 'busybox']), 'user')?.message;
    };
    assert.equal(differ('MAILTO="ann"\n'), `Debian's cron sets “MAILTO=ann”; BusyBox's crond sets “MAILTO="ann"”`);
    assert.match(differ('PATH=/bin\n') ?? '', /BusyBox's crond passes it over/);
    assert.equal(differ('MAILTO=ann\n'), undefined);
  });
});
