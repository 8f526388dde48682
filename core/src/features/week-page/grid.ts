/** The seven by twenty-four hours as a table, and what its marks mean. */
import { CLASHING, type WeekDay, type WeekHour } from '../../model/week.js';
import { heatOf } from './heat.js';
import { escaped } from './html.js';
import { brief, clockText, dayMonth, dayName, hourText, isOdd, lengthText, weekday } from './words.js';

export interface GridOptions {
  readonly days: readonly WeekDay[];
  readonly steps: readonly number[];
  /** Index of the hour that the Tab key leads to. */
  readonly entry: number;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function textOf({ runs, skipped, passes }: WeekHour): string {
  if (skipped === 60) return '–';
  if (passes) return passes.map(brief).join('<br>+');
  return runs === 0 ? '' : brief(runs);
}

function classesOf({ runs, skipped, passes, clashes }: WeekHour, steps: readonly number[]): string {
  const classes = [
    skipped === 60 ? 'skipped' : `heat-${heatOf(runs, steps)}`,
    skipped > 0 && skipped < 60 ? 'partly' : '',
    passes ? 'again' : '',
    clashes.length > 0 ? 'clash' : '',
  ];
  return classes.filter(Boolean).join(' ');
}

function row(day: WeekDay, index: number, { steps, entry }: GridOptions): string {
  const odd = isOdd(day) ? ` <span class="odd" title="${escaped(lengthText(day))}">${Number((day.minutes / 60).toFixed(1))} h</span>` : '';
  const name = isOdd(day) ? ` aria-label="${escaped(`${dayName(day)}, ${lengthText(day)}`)}"` : '';
  const [number = '', month = ''] = dayMonth(day);
  const cells = day.hours.map((hour, at) => {
    const tab = index * 24 + at === entry ? 0 : -1;
    return `<td role="gridcell" tabindex="${tab}" class="${classesOf(hour, steps)}" aria-label="${escaped(hourText(day, at, hour))}">${textOf(hour)}</td>`;
  });
  return `<tr role="row"><th scope="row" role="rowheader"${name}><b>${weekday(day)}</b> ${number} <span class="month">${month}</span>${odd}</th>${cells.join('')}</tr>`;
}

/** `shown` is text that is read beside the grid, not in it. */
export function grid(options: GridOptions): string {
  const hours = HOURS.map(
    (hour) => `<th scope="col" role="columnheader" aria-label="${clockText(hour * 60)}">${clockText(hour * 60).slice(0, 2)}</th>`,
  );
  return `<div class="frame"><table class="grid" role="grid" aria-readonly="true">
<caption>Runs in each hour. Arrow keys move, Enter goes to the job.</caption>
<thead><tr role="row"><th scope="col" role="columnheader">Day</th>${hours.join('')}</tr></thead>
<tbody>
${options.days.map((day, index) => row(day, index, options)).join('\n')}
</tbody></table></div>`;
}

/** The ranges of the steps that hours of `days` have, and the marks that they bear. */
export function legend({ days, steps }: GridOptions): string {
  const hours = days.flatMap((day) => day.hours);
  const ranges = steps.map((most, index) => {
    const least = index === 0 ? 1 : (steps[index - 1] ?? 0) + 1;
    const range = least >= most ? brief(most) : `${brief(least)} to ${brief(most)}`;
    return `<li><span class="swatch heat-${index + 1}"></span>${range}${index === 0 ? ' runs' : ''}</li>`;
  });
  const marks = [
    hours.some(({ clashes }) => clashes.length > 0)
      ? `<li><span class="swatch heat-0 clash"></span>${CLASHING} or more start in the same minute</li>`
      : '',
    hours.some(({ skipped }) => skipped > 0) ? '<li><span class="swatch skipped">–</span>skipped by the wall clock</li>' : '',
    hours.some(({ passes }) => passes) ? '<li><span class="swatch again">+</span>comes twice: the first time + the second</li>' : '',
  ];
  return `<ul class="legend" aria-label="What the marks mean">${[...ranges, ...marks].join('')}</ul>`;
}
