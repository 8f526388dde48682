/** The week as a page: whole for a file or a new view of the editor, its inside alone for a view that is there. */

import { harmless } from '../../text/harmless.js';
import { embedded, escaped } from '../page/html.js';
import { wholePage } from '../page/whole.js';
import type { WeekMap } from '../week-map.js';
import { grid, legend } from './grid.js';
import { scaleOf } from './heat.js';
import { lists } from './lists.js';
import { script } from './script.js';
import { style } from './style.js';
import { counted, dateText, isOdd, oddDay } from './words.js';

export interface WeekPage {
  readonly map: WeekMap;
  /** What the week is of: the file's name. Any text. */
  readonly title: string;
  /** By which the page's own style and script are told from any that got in; letters and digits. */
  readonly nonce?: string;
  /** What an editor is to keep of the page, to show it again after a restart. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** What the script has to know: jobs by index, each `[line, command, user, words]`, and of each hour its shares. */
function dataOf({ jobs, days }: WeekMap, keep: WeekPage['keep']): string {
  const hours = days.flatMap((day) => day.hours);
  const shown = new Set(hours.flatMap(({ shares }) => shares.map(({ job }) => job)));
  const told = [...shown].flatMap((index) => {
    const job = jobs[index];
    if (job === undefined) return [];
    const words = job.note === undefined ? job.words : `${job.words}; ${job.note}`;
    return [[index, [job.line, harmless(job.label), harmless(job.user ?? ''), harmless(words)]]];
  });
  return embedded({
    keep: keep ?? {},
    jobs: Object.fromEntries(told),
    hours: hours.map((hour) => ({
      shares: hour.shares.map(({ job, runs, first, last }) => [job, runs, first, last]),
      more: hour.jobs - hour.shares.length,
    })),
  });
}

/** The element `main` of the page, for the script of a page that is shown to put in place of its own. */
export function weekMapMain({ map, title, keep }: WeekPage): string {
  const { days, zone, jobs } = map;
  const hours = days.flatMap((day) => day.hours);
  const busiest = hours.reduce((most, { runs }) => Math.max(most, runs), 0);
  const entry = hours.findIndex(({ runs }) => runs === busiest);
  const options = { days, scale: scaleOf(hours.map((hour) => hour.runs)), entry };
  const runs = hours.reduce((sum, hour) => sum + hour.runs, 0);
  const [first] = days;
  const last = days.at(-1);
  const dates = first && last ? `${dateText(first)} to ${dateText(last)}` : '';
  const total = `${counted(runs, 'run')} of ${counted(jobs.filter((job) => job.runs > 0).length, 'job')}`;
  return `<main>
<h1>Week of <bdi>${escaped(title)}</bdi></h1>
<p class="soft">${dates}, by the clock of ${escaped(zone)}: ${total}.</p>
${grid(options)}
${legend(options)}
${days
  .filter(isOdd)
  .map((day) => `<p class="change">${escaped(oddDay(day))}</p>`)
  .join('\n')}
<section id="hour" aria-labelledby="hour-name"><h2 id="hour-name"></h2><ul id="jobs"></ul></section>
${lists(map)}
<script type="application/json" id="data">${dataOf(map, keep)}</script>
</main>`;
}

/** The whole page: it needs nothing but itself, and loads nothing. */
export const weekMapPage = (page: WeekPage): string =>
  wholePage({
    title: `Week of ${page.title}`,
    main: weekMapMain(page),
    style,
    script,
    ...(page.nonce !== undefined && { nonce: page.nonce }),
  });
