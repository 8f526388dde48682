/** What an editor shows of a crontab for dcron: hovers over words and options, what it proposes, hints, the week, and units of systemd. */
import assert from 'node:assert/strict';
import { applyEdits, completionsAt, hintsIn, weekMapOf } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { actions, at, hover } from './support.js';

const ANN = '/var/spool/cron/crontabs/ann';
const FOR_DCRON = '# daemonlint: dialect=dcron\n';
const NOW = Date.UTC(2026, 10, 23, 12);

const over = (marked: string): string => hover(ANN, FOR_DCRON + marked);

/** What is proposed at the mark, with the text after it was taken. */
function proposed(marked: string): Map<string, string> {
  const { reading, offset } = at(ANN, FOR_DCRON + marked);
  const { text } = reading.document;
  return new Map(
    completionsAt(reading, offset).map(({ label, insert, span }) => [
      label,
      applyEdits(text, [{ span, text: insert ?? label }]).slice(FOR_DCRON.length),
    ]),
  );
}

describe('a hover for dcron', () => {
  it('tells what a word is to it, and that it needs a name', () => {
    assert.match(over('@da‸ily ID=a x\n'), /Whenever 1 day has passed since its last run.*needs a name: `ID=`/);
    assert.match(over('@no‸auto ID=a x\n'), /only when a job with `AFTER=` waits for it/);
    assert.match(hover(ANN, '@da‸ily x\n'), /Each day at 00:00/);
  });
  it('tells options of the job from the command', () => {
    const entry = (marked: string) => over(`* 2-4 * * * ${marked}\n`);
    assert.match(entry('I‸D=a FREQ=1d/10m AFTER=b,c/30m nice x'), /\*\*Job option\*\*.*The name of the job/s);
    assert.match(
      entry('ID=a FR‸EQ=1d/10m AFTER=b,c/30m nice x'),
      /once 1 day has passed since its last run\. .*tried again once 10 minutes have passed/,
    );
    assert.match(entry('ID=a FREQ=1d/10m AFT‸ER=b,c/30m nice x'), /`b`; `c`, if that is to run before 30 minutes have passed/);
    assert.match(entry('ID=a FREQ=1d/10m AFTER=b,c/30m ni‸ce x'), /Program|Command/);
    assert.match(
      entry('ID=a FREQ=1d/10m AFTER=b,c/30m ni‸ce x'),
      /\*\*Runs\*\*: Whenever 1 day has passed since its last run, at the first of these times/,
    );
    assert.doesNotMatch(hover(ANN, '* 2-4 * * * I‸D=a nice x\n'), /Job option/);
  });
});

describe('completion for dcron', () => {
  it('gives words that need a name the beginning of one', () => {
    const found = proposed('@‸');
    assert.equal(found.get('@daily'), '@daily ID=');
    assert.equal(found.get('@reboot'), '@reboot ');
    assert.ok(found.has('@noauto') && !found.has('@midnight') && !found.has('@annually'));
  });
  it('offers options before the command, each once, and no variables', () => {
    assert.ok(!proposed('‸').has('MAILTO'));
    assert.deepEqual([...proposed('0 4 * * * ‸').keys()].slice(0, 3), ['ID=', 'FREQ=', 'AFTER=']);
    assert.deepEqual([...proposed('0 4 * * * ID=a ‸').keys()].slice(0, 2), ['FREQ=', 'AFTER=']);
    assert.ok(!proposed('@daily ‸').has('FREQ='));
    assert.ok(!proposed('0 4 * * * nice ‸').has('ID='));
  });
  it('knows the jobs to wait for', () => {
    const found = proposed('0 4 * * * ID=dump x\n0 5 * * * AFTER=‸');
    assert.deepEqual([...found], [['dump', '0 4 * * * ID=dump x\n0 5 * * * AFTER=dump']]);
    assert.equal(proposed('0 4 * * * ID=a x\n0 5 * * * AFTER=a,‸').get('a'), '0 4 * * * ID=a x\n0 5 * * * AFTER=a,a');
  });
});

describe('the times of a crontab for dcron', () => {
  const text = `${FOR_DCRON}@daily ID=a x\n0 4 * * * ID=b FREQ=1w y\n@noauto ID=c z\n0 5 * * * ID=d w\n`;
  it('stand in hints as far as there are any', () => {
    const hints = hintsIn(readAs(ANN, text, { zone: 'UTC' }), { start: 0, end: text.length }, { words: true, next: true }, NOW);
    assert.deepEqual(
      hints.map((hint) => hint.text),
      [
        'whenever 1 day has passed since its last run',
        'whenever 1 week has passed since its last run, at the first of these times: at 04:00 every day',
        'only when a job waits for it, or cron.update names it',
        'at 05:00 every day · next tomorrow 05:00',
      ],
    );
  });
  it('have a place in the week where they are times of day', () => {
    const { read, context } = readAs(ANN, text, { zone: 'UTC' });
    const week = weekMapOf(read, context, NOW);
    assert.deepEqual(
      week?.jobs.map(({ apart, runs }) => [apart, runs]),
      [
        ['elapsed', 0],
        ['elapsed', 0],
        ['asked', 0],
        [undefined, 7],
      ],
    );
  });
  it('are those of a timer, with what it cannot do', () => {
    const units = (marked: string) =>
      actions(ANN, FOR_DCRON + marked)
        .flatMap((action) => JSON.stringify(action))
        .filter((action) => action.includes('.timer'))
        .join();
    assert.match(units('@dai‸ly ID=a x\n'), /systemd counts anew after a boot.*OnActiveSec=86400\\nOnUnitActiveSec=86400/);
    assert.doesNotMatch(units('@dai‸ly ID=a x\n'), /starts the job again/);
    assert.match(units('0 4 * * * ID=b AFTER=a,c/1h ‸y\n'), /ended well: a,c\/1h\. Name their services/);
    assert.match(
      units('0 4 * * * ID=b FRE‸Q=1w y\n'),
      /1 week has passed since its last run; systemd runs it at each.*OnCalendar=\*-\*-\* 04:00:00/s,
    );
  });
});
