/** The seven by twenty-four hours as a table, and what its marks mean. */
import { CLASHING, type WeekDay, type WeekHour } from '../../model/week.js';
import { escaped } from '../page/html.js';
import { heatOf, type Scale, STEPS } from './heat.js';
import { brief, clockText, dayMonth, dayName, hourText, isOdd, lengthText, weekday } from './words.js';

export interface GridOptions {
  readonly days: readonly WeekDay[];
  readonly scale: Scale;
  /** Index of the hour that the Tab key leads to. */
  readonly entry: number;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function textOf({ runs, skipped, passes }: WeekHour): string {
  if (skipped === 60) return '–';
  if (passes) return passes.map(brief).join('<br>+');
  return runs === 0 ? '' : brief(runs);
}

function classesOf({ runs, skipped, passes, clashes }: WeekHour, scale: Scale): string {
  const classes = [
    skipped === 60 ? 'skipped' : `heat-${heatOf(runs, scale)}`,
    skipped > 0 && skipped < 60 ? 'partly' : '',
    passes ? 'again' : '',
    clashes.length > 0 ? 'clash' : '',
  ];
  return classes.filter(Boolean).join(' ');
}

function row(day: WeekDay, index: number, { scale, entry }: GridOptions): string {
  const odd = isOdd(day) ? ` <span class="odd" title="${escaped(lengthText(day))}">${Number((day.minutes / 60).toFixed(1))} h</span>` : '';
  const name = isOdd(day) ? ` aria-label="${escaped(`${dayName(day)}, ${lengthText(day)}`)}"` : '';
  const [number = '', month = ''] = dayMonth(day);
  const cells = day.hours.map((hour, at) => {
    const tab = index * 24 + at === entry ? 0 : -1;
    return `<td role="gridcell" tabindex="${tab}" class="${classesOf(hour, scale)}" aria-label="${escaped(hourText(day, at, hour))}">${textOf(hour)}</td>`;
  });
  return `<tr role="row"><th scope="row" role="rowheader"${name}><b>${weekday(day)}</b> ${number} <span class="month">${month}</span>${odd}</th>${cells.join('')}</tr>`;
}

/** `shown` is text that is read beside the grid, not in it. */
export function grid(options: GridOptions): string {
  const hours = HOURS.map(
    (hour) => `<th scope="col" role="columnheader" aria-label="${clockText(hour * 60)}">${clockText(hour * 60).slice(0, 2)}</th>`,
  );
  return `<div class="frame"><table class="grid${options.days.some(isOdd) ? ' uneven' : ''}" role="grid" aria-readonly="true">
<caption>Runs in each hour.<span class="keys"> Arrow keys move, Enter goes to the job.</span></caption>
<thead><tr role="row"><th scope="col" role="columnheader">Day</th>${hours.join('')}</tr></thead>
<tbody>
${options.days.map((day, index) => row(day, index, options)).join('\n')}
</tbody></table></div>`;
}

/** What the colours and marks that hours of `days` have stand for. */
export function legend({ days, scale }: GridOptions): string {
  const hours = days.flatMap((day) => day.hours);
  const ranges = Array.from({ length: STEPS }, (_, index) => {
    const found = hours.map(({ runs }) => runs).filter((runs) => heatOf(runs, scale) === index + 1);
    if (found.length === 0) return '';
    const [least, most] = [Math.min(...found), Math.max(...found)];
    const range = least === most ? `${brief(most)} run${most === 1 ? '' : 's'}` : `${brief(least)} to ${brief(most)} runs`;
    return `<li><span class="swatch heat-${index + 1}"></span>${range}</li>`;
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
