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

function section(id: string, title: string, none: string, services: readonly ReportedService[], linked: boolean): string {
  const table = `<div class="frame"><table class="list"><thead><tr><th scope="col">service</th><th scope="col">what to know</th><th scope="col">where</th></tr></thead><tbody>
${services.map((service, index) => row(service, `${id}-${index}`, linked)).join('\n')}
</tbody></table></div>`;
  return `<section id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${title}</h2>
${services.length === 0 ? `<p class="soft">${none}</p>` : table}
</section>`;
}

/** The element `main` of the page, for the script of a page that is shown to put in place of its own. */
export function hostMain({ report, title, keep }: HostPage): string {
  const { running, unwanted, left, off, boots } = report;
  const linked = keep !== undefined;
  const number = (count: number, words: string) => `<span><b>${count}</b>${words}</span>`;
  return `<main>
<h1>Host <bdi>${escaped(title)}</bdi></h1>
<p class="numbers">${number(running.length, 'run')} ${number(unwanted.length, 'should not, or only where they are needed')} ${number(left.length, 'are left then')} ${number(off.length, 'are off')}</p>
<nav aria-label="Parts"><ul><li><a href="#unwanted">What should not run</a></li><li><a href="#left">What is left</a></li><li><a href="#boot">Order of the boot</a></li><li><a href="#off">What is off</a></li></ul></nav>
${section('unwanted', 'What runs and should not, or only where it is needed', 'Nothing that its files turn on.', unwanted, linked)}
${section('left', 'What is left', 'Nothing.', left, linked)}
<section id="boot" aria-labelledby="boot-name"><h2 id="boot-name">Order of the boot</h2>
${boots.length === 0 ? '<p class="soft">No rc links with their numbers are in sight.</p>' : boots.map(bootFigure).join('\n')}
</section>
${section('off', 'What is off', 'Nothing is said to be off.', off, linked)}
<script type="application/json" id="data">${embedded(keep ?? {})}</script>
</main>`;
}

/** The whole page: it needs nothing but itself, and loads nothing. */
export const hostPage = (page: HostPage): string =>
  wholePage({ title: `Host ${page.title}`, main: hostMain(page), style, script, ...(page.nonce !== undefined && { nonce: page.nonce }) });
