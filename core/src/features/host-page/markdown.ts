/** The report on a host as Markdown. */
import { harmless } from '../../text/harmless.js';
import { codeSpan } from '../../text/markdown.js';
import type { HostReport, ReportedService } from '../host-report.js';
import { addressOf, adviceOn, bootName, placeText } from './words.js';

/** `text` as plain words of a paragraph or a cell: nothing in it is marked up. */
const plain = (text: string): string =>
  harmless(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&');

/** `text` as code; a run of backticks in it does not end it, and a bar no cell. */
const code = (text: string): string => codeSpan(harmless(text).replace(/\s+/g, ' ').replaceAll('|', '\\|'));

function row(service: ReportedService): string {
  const { name, what, why, places } = service;
  const advice = adviceOn(service);
  const about = advice === undefined ? plain(what ?? 'Nothing is known of it.') : `**${plain(advice)}** ${plain(why ?? '')}`;
  const where = places.map((place) => `${code(addressOf(place))} ${plain(placeText(place))}`).join('<br>');
  return `| ${plain(name)} | ${about} | ${where} |`;
}

function section(title: string, none: string, services: readonly ReportedService[]): string {
  if (services.length === 0) return `## ${title}\n\n${none}`;
  return `## ${title}\n\n| service | what to know | where |\n| --- | --- | --- |\n${services.map(row).join('\n')}`;
}

/** The report as a document of its own, its lines ended. */
export function hostMarkdown(report: HostReport, title: string): string {
  const { running, unwanted, left, off, boots } = report;
  const order = boots.map(
    (boot) =>
      `Into ${plain(bootName(boot))}:\n\n${boot.steps.map(({ order: number, name }) => `1. ${code(`S${String(number).padStart(2, '0')}`)} ${plain(name)}`).join('\n')}`,
  );
  return `${[
    `# Host ${plain(title)}`,
    `${running.length} run, ${unwanted.length} should not or only where they are needed, ${left.length} are left then, ${off.length} are off.`,
    section('What runs and should not, or only where it is needed', 'Nothing that its files turn on.', unwanted),
    section('What is left', 'Nothing.', left),
    `## Order of the boot\n\n${order.join('\n\n') || 'No rc links with their numbers are in sight.'}`,
    section('What is off', 'Nothing is said to be off.', off),
  ].join('\n\n')}\n`;
}
