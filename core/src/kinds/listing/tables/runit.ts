/** Links in the folder that runit's runsvdir watches, as `ls` and `find` list them: what has one there is started, and started again whenever it ends. */
import { slice } from '../../../text/words.js';
import type { Section } from '../carry.js';
import { areColumns, arrowIn, columnTokens, isArrow, token } from '../links.js';
import type { TableReader } from './reading.js';

/** The folders, and where the services that are linked there lie: of Void, Debian and Artix. */
const SYSTEMS = {
  'runit-void': {
    folder: '/var/service',
    services: '/etc/sv',
    names: /(?:^|\/)(?:var\/service|etc\/runit\/runsvdir\/(?:default|current))\/?$/,
  },
  'runit-debian': { folder: '/etc/service', services: '/etc/sv', names: /(?:^|\/)etc\/service\/?$/ },
  'runit-artix': { folder: '/run/runit/service', services: '/etc/runit/sv', names: /(?:^|\/)run\/runit\/service\/?$/ },
} as const satisfies Partial<Record<Section, unknown>>;

type Runit = keyof typeof SYSTEMS;

const isRunit = (section: string): section is Runit => Object.hasOwn(SYSTEMS, section);

/** The section that a folder of that path begins; undefined when runit watches none such. */
export const runitSection = (path: string): Runit | undefined =>
  (Object.keys(SYSTEMS) as Runit[]).find((id) => SYSTEMS[id].names.test(path));

/** The system whose services lie where `target` leads. */
const ofTarget = (target: string): Runit | undefined => {
  if (/(?:^|\/)etc\/runit\/sv\/[^/]+\/?$/.test(target)) return 'runit-artix';
  return /(?:^|\/)etc\/sv\/[^/]+\/?$/.test(target) ? 'runit-void' : undefined;
};

const isName = (text: string): boolean => /^[A-Za-z0-9_][\w.+@-]*$/.test(text);

export const readRunit: TableReader = (words, { section }) => {
  const arrow = arrowIn(words);
  const [before, target] = arrow === -1 ? [words, undefined] : [words.slice(0, arrow), words[arrow + 1]];
  const last = before.at(-1);
  const columns = before.slice(0, -1);
  if (last === undefined || (arrow === -1 ? columns.length > 0 : words.length !== arrow + 2) || !areColumns(columns)) return undefined;
  const at = last.text.lastIndexOf('/') + 1;
  const within = at === 0 ? section : runitSection(last.text.slice(0, at));
  const led = target && ofTarget(target.text);
  const system = within !== undefined && isRunit(within) ? within : led;
  const name = slice(last, at);
  if (system === undefined || !isName(name.text) || (target !== undefined && led === undefined)) return undefined;
  const service = token('name', name);
  return {
    tokens: [
      ...columnTokens(columns),
      ...(at === 0 ? [] : [token('directory', slice(last, 0, at))]),
      service,
      ...words.slice(arrow === -1 ? words.length : arrow).map((word) => token(isArrow(word) ? 'arrow' : 'target', word)),
    ],
    status: { table: 'runit', name: service, states: [], on: true, levels: ['default'], place: system },
  };
};

/** The command that makes or removes the link; `place` is that of the row. */
export function runitCommand(name: string, place: string | undefined, on: boolean): string {
  const { folder, services } = SYSTEMS[place !== undefined && isRunit(place) ? place : 'runit-void'];
  return on ? `ln -s ${services}/${name} ${folder}/` : `rm ${folder}/${name}`;
}
