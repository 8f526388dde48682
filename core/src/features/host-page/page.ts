/** The report on a host as a page: whole for a file or a new view of the editor, its inside alone for a view that is there. */
import type { HostReport, ReportedService } from '../host-report.js';
import type { HostPlace } from '../inventory.js';
import { embedded, escaped } from '../page/html.js';
import { wholePage } from '../page/whole.js';
import { bootFigure } from './boot.js';
import { script } from './script.js';
import { style } from './style.js';
import { addressOf, adviceOn, placeText } from './words.js';

export interface HostPage {
  readonly report: HostReport;
  /** What the host is called: any text. */
  readonly title: string;
  /** By which the page's own style and script are told from any that got in; letters and digits. */
  readonly nonce?: string;
  /** What an editor is to keep of the page, to show it again after a restart; places become links where it is given. */
  readonly keep?: Readonly<Record<string, string>>;
}

function placeItem(place: HostPlace, linked: boolean): string {
  const address = `<code>${escaped(addressOf(place))}</code>`;
  const { line, column } = place.place;
  const told = linked
    ? `<a href="#" data-file="${escaped(place.file)}" data-line="${line}" data-column="${column}">${address}</a>`
    : `<bdi>${address}</bdi>`;
  return `<li>${told} <span class="soft">${escaped(placeText(place))}</span></li>`;
}

const commandsOf = ({ switches }: ReportedService, id: string): string =>
  switches.length === 0
    ? ''
    : `<details id="${id}"><summary>how</summary><ul>${switches
        .map(({ system, off }) => `<li>${escaped(system)}: ${off.map((command) => `<code>${escaped(command)}</code>`).join(', ')}</li>`)
        .join('')}</ul></details>`;

function row(service: ReportedService, id: string, linked: boolean): string {
  const { name, state, level, what, why, places } = service;
  const said = adviceOn(service);
  const advice = said === undefined ? '' : `<b>${escaped(said)}</b> ${escaped(why ?? '')}${commandsOf(service, id)}`;
  return `<tr class="${level ?? state}"><th scope="row"><bdi>${escaped(name)}</bdi></th><td>${advice || escaped(what ?? 'Nothing is known of it.')}</td><td class="places"><ul>${places
    .map((place) => placeItem(place, linked))
    .join('')}</ul></td></tr>`;
}

/** Where a host stands on its page: alone, or below the heading of all. */
interface Stand {
  /** Goes before all ids. */
  readonly prefix: string;
  /** Of the heading that names the host. */
  readonly level: 1 | 2;
  readonly linked: boolean;
}

interface Part {
  readonly id: string;
  readonly title: string;
  /** What is said where there is no service. */
  readonly none: string;
  readonly services: readonly ReportedService[];
}

function section({ id, title, none, services }: Part, { prefix, level, linked }: Stand): string {
  const at = `${prefix}${id}`;
  const table = `<div class="frame"><table class="list"><thead><tr><th scope="col">service</th><th scope="col">what to know</th><th scope="col">where</th></tr></thead><tbody>
${services.map((service, index) => row(service, `${at}-${index}`, linked)).join('\n')}
</tbody></table></div>`;
  return `<section id="${at}" aria-labelledby="${at}-name"><h${level + 1} id="${at}-name">${title}</h${level + 1}>
${services.length === 0 ? `<p class="soft">${none}</p>` : table}
</section>`;
}

function inside({ report, title }: Pick<HostPage, 'report' | 'title'>, stand: Stand): string {
  const { running, unwanted, left, off, boots } = report;
  const { prefix, level } = stand;
  const number = (count: number, words: string) => `<span><b>${count}</b>${words}</span>`;
  const part = (id: string, name: string, none: string, services: readonly ReportedService[]) =>
    section({ id, title: name, none, services }, stand);
  return `<h${level}>Host <bdi>${escaped(title)}</bdi></h${level}>
<p class="numbers">${number(running.length, 'run')} ${number(unwanted.length, 'should not, or only where they are needed')} ${number(left.length, 'are left then')} ${number(off.length, 'are off')}</p>
<nav aria-label="Parts"><ul><li><a href="#${prefix}unwanted">What should not run</a></li><li><a href="#${prefix}left">What is left</a></li><li><a href="#${prefix}boot">Order of the boot</a></li><li><a href="#${prefix}off">What is off</a></li></ul></nav>
${part('unwanted', 'What runs and should not, or only where it is needed', 'Nothing that its files turn on.', unwanted)}
${part('left', 'What is left', 'Nothing.', left)}
<section id="${prefix}boot" aria-labelledby="${prefix}boot-name"><h${level + 1} id="${prefix}boot-name">Order of the boot</h${level + 1}>
${boots.length === 0 ? '<p class="soft">No rc links with their numbers are in sight.</p>' : boots.map(bootFigure).join('\n')}
</section>
${part('off', 'What is off', 'Nothing is said to be off.', off)}`;
}

const data = (keep: HostPage['keep']): string => `<script type="application/json" id="data">${embedded(keep ?? {})}</script>`;

/** The element `main` of the page, for the script of a page that is shown to put in place of its own. */
export const hostMain = (page: HostPage): string =>
  `<main>\n${inside(page, { prefix: '', level: 1, linked: page.keep !== undefined })}\n${data(page.keep)}\n</main>`;

/** The whole page: it needs nothing but itself, and loads nothing. */
export const hostPage = (page: HostPage): string =>
  wholePage({ title: `Host ${page.title}`, main: hostMain(page), style, script, ...(page.nonce !== undefined && { nonce: page.nonce }) });

type Told = Pick<HostPage, 'report' | 'title'>;

const overviewRow = ({ report: { running, unwanted, left, off }, title }: Told, index: number): string =>
  `<tr class="${unwanted.length > 0 ? 'warning' : 'fine'}"><th scope="row"><a href="#host-${index}"><bdi>${escaped(title)}</bdi></a></th>${[
    running,
    unwanted,
    left,
    off,
  ]
    .map(({ length }) => `<td class="number">${length}</td>`)
    .join('')}</tr>`;

/** Several hosts as one whole page: a table of them, and each as on a page of its own. `title`: what they are called together. */
export function hostsPage(hosts: readonly Told[], title: string): string {
  const heads = ['host', 'run', 'should not', 'left then', 'off'].map((head) => `<th scope="col">${head}</th>`).join('');
  const main = `<main>
<h1>${hosts.length} hosts of <bdi>${escaped(title)}</bdi></h1>
<div class="frame"><table class="list"><thead><tr>${heads}</tr></thead><tbody>
${hosts.map(overviewRow).join('\n')}
</tbody></table></div>
${hosts.map((host, index) => `<article id="host-${index}">\n${inside(host, { prefix: `host-${index}-`, level: 2, linked: false })}\n</article>`).join('\n')}
${data(undefined)}
</main>`;
  return wholePage({ title: `${hosts.length} hosts of ${title}`, main, style, script });
}
