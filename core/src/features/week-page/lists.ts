/** The jobs as tables: those with a place in the week, and those without. */

import { escaped } from '../page/html.js';
import type { WeekMap, WeekMapJob } from '../week-map.js';
import { counted } from './words.js';

/** So many rows are written out, so that a page of 10,000 jobs opens at once. */
const ROWS = 1000;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const lineOf = ({ line }: WeekMapJob): string => `<td class="line number"><a href="#line-${line + 1}">${line + 1}</a></td>`;

const whenOf = ({ words, note }: WeekMapJob): string => escaped(note === undefined ? words : `${words}; ${note}`);

const commandOf = ({ label }: WeekMapJob): string => `<td><bdi><code>${escaped(label)}</code></bdi></td>`;

function table(jobs: readonly WeekMapJob[], heading: string, counts: boolean): string {
  if (jobs.length === 0) return '';
  const users = jobs.some(({ user }) => user !== undefined);
  const columns = ['Line', 'When', ...(users ? ['User'] : []), 'Command'].map((name) => `<th scope="col">${name}</th>`);
  const rows = jobs.slice(0, ROWS).map((job) => {
    const user = users ? `<td><bdi>${escaped(job.user ?? '')}</bdi></td>` : '';
    const runs = counts ? `<td class="number">${job.runs.toLocaleString('en-US')}</td>` : '';
    return `<tr id="line-${job.line + 1}">${lineOf(job)}<td>${capital(whenOf(job))}</td>${user}${commandOf(job)}${runs}</tr>`;
  });
  const left = jobs.length - ROWS;
  return `<h2>${heading}</h2>
<table class="list"><thead><tr>${columns.join('')}${counts ? '<th scope="col" class="number">Runs</th>' : ''}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>${left > 0 ? `\n<p class="soft">And ${counted(left, 'more job')}.</p>` : ''}`;
}

/** Both tables; those without a place first to be missed are last to be read. */
export function lists({ jobs }: WeekMap): string {
  const placed = jobs.filter(({ apart }) => apart === undefined);
  const others = jobs.filter(({ apart }) => apart !== undefined);
  return [table(placed, 'Jobs of the week', true), table(others, 'Without a place in the week', false)].filter(Boolean).join('\n');
}
