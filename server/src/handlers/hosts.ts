/** Requests of the host view: the services of all hosts, and the report on one. */
import { addressOf, type HostPage, hostMain, hostPage, placeText, type ReportedService, reportOn } from '../../../core/src/index.js';
import type { PlacedHost } from '../placed.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uri.js';

/** What is meant to be on, on a host, as editor and project say. */
export const keptOn = (session: Session, root: string): readonly string[] => {
  const inside = `${root.replace(/\/$/, '')}/etc`;
  return [...session.settings.editorFor(inside).keep, ...session.trees.projectOf(inside).config.keep];
};

const nameOf = (root: string): string => pathOf(root).replace(/^.*\/(?=.)/, '');

const serviceOf = ({ uriAt }: PlacedHost, { name, state, level, verdict, why, switches, places }: ReportedService) => ({
  name,
  state,
  ...(level && { level }),
  ...(verdict !== undefined && { verdict }),
  ...(why !== undefined && { why }),
  commands: switches.map(({ system, off, on }) => ({ system, text: (state === 'on' ? off : on).join('\n') })),
  places: places.map((place) => {
    const { uri, isLink } = uriAt(place.file, place.span.start);
    const { line, column } = isLink ? { line: 0, column: 0 } : place.place;
    return { label: addressOf(place), text: placeText(place), state: place.state, uri, line, column };
  }),
});

/** `daemonlint/hosts`: all hosts of the workspace that have a service, with the services that should be off first, then those that are on, then those that are off. The answer waits until the workspace has been read. */
export async function hostList(session: Session): Promise<readonly object[]> {
  await session.trees.whole();
  return session.trees.hosts().flatMap((placed) => {
    const { unwanted, left, off } = reportOn(placed.host, keptOn(session, placed.root));
    const services = [...unwanted, ...left, ...off].map((service) => serviceOf(placed, service));
    return services.length === 0 ? [] : [{ root: placed.root, name: nameOf(placed.root), services }];
  });
}

/** `daemonlint/hostPage` {root, nonce?}: the report as a page with that nonce, or without one the inside of a page that is shown; null where there is no such host. Waits as the list does. */
export async function hostReport(session: Session, params: unknown): Promise<{ readonly html: string } | null> {
  if (!isRecord(params) || typeof params.root !== 'string') return null;
  const { root, nonce } = params;
  await session.trees.whole();
  const placed = session.trees.hosts().find((one) => one.root === root);
  if (placed === undefined) return null;
  const page: HostPage = { report: reportOn(placed.host, keptOn(session, root)), title: nameOf(root), keep: { root } };
  return { html: typeof nonce === 'string' ? hostPage({ ...page, nonce }) : hostMain(page) };
}
