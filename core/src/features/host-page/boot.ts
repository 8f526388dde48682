/** The order of the boot as a picture. */
import type { Boot, BootStep } from '../host-report.js';
import { escaped } from '../page/html.js';
import { bootName } from './words.js';

/** In units of the picture. */
const ROW = 20;
const LEFT = 210;
const WIDTH = 420;
const TOP = 26;

const across = (order: number): number => LEFT + (Math.min(99, Math.max(0, order)) / 99) * WIDTH;

const two = (order: number): string => String(order).padStart(2, '0');

/** A name that would run over the picture is cut; the table has it whole. */
const short = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

function stepRow({ order, name, level }: BootStep, index: number): string {
  const y = TOP + index * ROW;
  const x = across(order);
  return `<g class="step ${level ?? 'fine'}"><title>S${two(order)} ${escaped(name)}</title><line x1="${LEFT}" y1="${y + 10}" x2="${x.toFixed(1)}" y2="${y + 10}"></line><circle cx="${x.toFixed(1)}" cy="${y + 10}" r="5"></circle><text x="${LEFT - 12}" y="${y + 14}" text-anchor="end">${escaped(short(name))}</text><text x="${(x + 10).toFixed(1)}" y="${y + 14}" class="number">${two(order)}</text></g>`;
}

/** A figure with a row for each service, from the first that is started to the last. */
export function bootFigure(boot: Boot): string {
  const height = TOP + boot.steps.length * ROW + 6;
  const marks = [0, 25, 50, 75, 99].map(
    (order) =>
      `<g class="mark"><line x1="${across(order).toFixed(1)}" y1="18" x2="${across(order).toFixed(1)}" y2="${height - 4}"></line><text x="${across(order).toFixed(1)}" y="13" text-anchor="middle">${two(order)}</text></g>`,
  );
  const told = boot.steps.map(({ order, name }) => `${name} at ${two(order)}`).join(', ');
  return `<figure class="boot"><figcaption>Boot into ${escaped(bootName(boot))}: from the first that is started, at the top, to the last</figcaption>
<svg viewBox="0 0 ${LEFT + WIDTH + 40} ${height}" role="img" aria-label="${escaped(`Order of the boot: ${told}`)}">
${marks.join('')}
${boot.steps.map(stepRow).join('\n')}
</svg></figure>`;
}
