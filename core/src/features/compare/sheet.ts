/** A comparison in words: the same for every format that people read. */
import { alike } from './fleet.js';
import { headlineOf, isError, ofTurn, worthTelling } from './headline.js';
import { asideItem, findingItems, findingOf, jobItems, renamedItems, scriptItem, serviceItem, settingItem } from './items.js';
import type { HostComparison, ServiceChange, SettingChange } from './model.js';
import { alarmed } from './rows.js';
import type { HostSheet, Sheet, SheetSection } from './sheet-model.js';

function sectionsOf({ renamed, services, jobs, scripts, settings, appeared, solved, putAside }: HostComparison): readonly SheetSection[] {
  const told = new Set(services.flatMap((change) => findingOf(change, appeared) ?? []));
  const others = worthTelling(appeared).filter((finding) => !told.has(finding));
  const serviceItems = (turn: ServiceChange['turn']) => ofTurn(services, turn).map((change) => serviceItem(change, appeared));
  const all: readonly SheetSection[] = [
    // Where the daemon passes over a line, or the whole file, what is said below of its jobs does not come true.
    { title: 'New errors', items: findingItems('+', others.filter(isError)) },
    { title: 'Services newly on', items: serviceItems('on') },
    { title: 'Services on otherwise', items: serviceItems('changed') },
    { title: 'Services off now', items: serviceItems('off') },
    { title: 'Jobs newly run', items: jobItems(ofTurn(jobs, 'on')) },
    { title: 'Jobs run otherwise', items: jobItems(ofTurn(jobs, 'changed')) },
    { title: 'Jobs run no more', items: jobItems(ofTurn(jobs, 'off')) },
    { title: 'Scripts that cron runs by their folder', items: scripts.map(scriptItem) },
    { title: 'Variables and settings', items: settings.map(settingItem) },
    {
      title: told.size === 0 && !others.some(isError) ? 'New findings' : 'Other new findings',
      items: findingItems(
        '+',
        others.filter((finding) => !isError(finding)),
      ),
    },
    { title: 'Findings put aside by this change', items: worthTelling(putAside).map(asideItem) },
    { title: 'Files that have another name', items: renamedItems(renamed, jobs), quiet: true },
    { title: 'Findings that are gone', items: findingItems('-', worthTelling(solved)), quiet: true },
  ];
  return all.filter(({ items }) => items.length > 0);
}

function headline(comparisons: readonly HostComparison[]): string {
  const told = headlineOf(comparisons);
  if (told !== undefined) return told;
  return comparisons.some((one) => sectionsOf(one).length > 0) ? 'no service and no job changed' : 'nothing changed that starts a program';
}

const isAlarming = ({ sections }: HostSheet): boolean =>
  sections.some(({ items }) => items.some(({ alarm, rows }) => alarm || alarmed(rows).alarm));

function hostSheet(one: HostComparison): readonly HostSheet[] {
  const sections = sectionsOf(one);
  if (one.was !== undefined)
    return [{ host: `${one.name || 'the folder itself'} (was ${one.was || 'the folder itself'})`, sections, also: [] }];
  return sections.length === 0 ? [] : [{ host: one.name, sections, also: [] }];
}

/** What comes before all hosts: by it, files may seem to go and findings to be mended. */
const reviewSheet = (settings: readonly SettingChange[]): readonly HostSheet[] =>
  settings.length === 0 ? [] : [{ host: '', sections: [{ title: 'Settings of the review', items: settings.map(settingItem) }], also: [] }];

/** `settings`: what those of the review itself say otherwise. */
export function sheetOf(comparisons: readonly HostComparison[], settings: readonly SettingChange[] = []): Sheet {
  const hosts = alike(comparisons.flatMap(hostSheet));
  return {
    headline: settings.length === 0 ? headline(comparisons) : `${headline(comparisons)}; the review goes by other settings`,
    hosts: [...reviewSheet(settings), ...hosts.filter(isAlarming), ...hosts.filter((host) => !isAlarming(host))],
  };
}
