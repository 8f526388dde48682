/** An entry as a timer and a service of systemd, in one text. */
import type { Rewrite } from '../../../model/editing.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { plain } from '../../../text/systemd.js';
import { ownerIn } from '../path.js';
import { readDcronEntry } from '../reading/entry-dcron.js';
import { isOfRoot } from '../reading/missing-user.js';
import { lineFor } from '../record.js';
import type { Site } from '../rewrites/site.js';
import { meaningsOf, titlesOf } from '../timing/meanings.js';
import { nameOf, serviceLines, settingsAbove, toldBy } from './job.js';
import { notesOn } from './notes.js';
import { type Start, startOf } from './timer.js';

const TITLE = 'Show as systemd timer and service';

interface Job {
  readonly name: string;
  /** The schedule in words. */
  readonly words: string;
  readonly service: readonly string[];
  /** For a unit of the system, or of the user that it is for. */
  readonly isSystem: boolean;
}

const comment = (text: string): string => `# ${text.replace(/[\r\n]/g, ' ')}`;

const folderOf = ({ isSystem }: Job): string => (isSystem ? '/etc/systemd/system' : '~/.config/systemd/user');

function timerUnit(job: Job, lines: readonly string[]): readonly string[] {
  const { name, words } = job;
  return [
    '',
    comment(`${folderOf(job)}/${name}.timer`),
    '[Unit]',
    `Description=${plain(words)}`,
    '',
    '[Timer]',
    ...lines,
    '',
    '[Install]',
    'WantedBy=timers.target',
  ];
}

function serviceUnit(job: Job, start: Start): readonly string[] {
  const { name, service, isSystem } = job;
  const install = start.type === 'boot' ? ['', '[Install]', `WantedBy=${isSystem ? 'multi-user' : 'default'}.target`] : [];
  return [
    '',
    comment(`${folderOf(job)}/${name}.service`),
    '[Unit]',
    `Description=${plain(`Job of the crontab: ${name.replace(/^cron-/, '')}`)}`,
    '',
    '[Service]',
    ...service,
    ...install,
  ];
}

/** How the units are put to work. */
function steps({ name, isSystem }: Job, start: Start): readonly string[] {
  const systemctl = isSystem ? 'systemctl' : 'systemctl --user';
  const now = start.type === 'boot' ? `enable ${name}.service` : `enable --now ${name}.timer`;
  return [
    `Two files, named below: save each, then ${systemctl} daemon-reload && ${systemctl} ${now}`,
    ...(isSystem ? [] : ["The units are the user's own, and run only while one is logged in, or after: loginctl enable-linger"]),
    'Take the entry out of the crontab, or the job runs twice.',
  ];
}

function unitsText(site: Site): string | undefined {
  const { document, context, index, line, shape } = site;
  const [meaning, ...others] = meaningsOf(line, context);
  if (meaning === undefined) return undefined;
  const [timing] = meaning.timings;
  const text = lineFor(withoutLineEnd(line.text), timing.dialect);
  const lead = [
    comment(text.trim()),
    comment(`${meaning.words}.`),
    ...(others.length > 0 ? [comment(`This is how ${titlesOf(meaning.timings)} reads it; others differ.`)] : []),
  ];
  const zoned = line.carried?.zone !== undefined && timing.zoneName === line.carried?.zone && timing.dialect.zonedClock !== undefined;
  if (timing.zone === undefined && zoned) {
    const why = `No time zone is called ${timing.zoneName}, so there is no timer that means the same: correct CRON_TZ first.`;
    return [...lead, comment(why), ''].join('\n');
  }
  const start = startOf(shape, timing, zoned ? timing.zoneName : '');
  if (start.type === 'never') return [...lead, comment(`There is no timer for what never runs: ${start.why}.`), ''].join('\n');
  const settings = settingsAbove(document, index);
  const user = shape.user?.text ?? (isOfRoot(context) ? 'root' : ownerIn(context.path));
  const told = toldBy(text, shape.form, timing.dialect);
  const name = nameOf(told);
  const job = { name, words: meaning.words, service: serviceLines(told, settings, user), isSystem: user !== undefined };
  const { after } = timing.dialect.jobOptions ? readDcronEntry(shape).options : {};
  const noted = [...(start.type === 'timer' && start.note ? [start.note] : []), ...notesOn(timing, settings, name, context.now, after)];
  return [
    ...lead,
    '#',
    ...[...steps(job, start), ...noted].map(comment),
    ...(start.type === 'timer' ? timerUnit(job, start.lines) : []),
    ...serviceUnit(job, start),
    '',
  ].join('\n');
}

/** The units in a new document, or the reason why there are none. */
export function systemdRewrites(site: Site): readonly Rewrite[] {
  const text = unitsText(site);
  return text === undefined ? [] : [{ name: 'systemd', title: TITLE, edits: [], opens: { language: 'ini', text } }];
}
