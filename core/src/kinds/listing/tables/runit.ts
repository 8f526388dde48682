/** Links in the folder that runit's runsvdir watches, as `ls` and `find` list them: what has one there is started, and started again whenever it ends. */
import type { Section } from '../carry.js';
import { token } from '../links.js';
import { listedName } from './listed-name.js';
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
  const listed = listedName(words);
  if (listed === undefined) return undefined;
  const { folder, name, target } = listed;
  const within = folder.text === '' ? section : runitSection(folder.text);
  const led = target && ofTarget(target.text);
  const system = within !== undefined && isRunit(within) ? within : led;
  if (system === undefined || !isName(name.text) || (target !== undefined && led === undefined)) return undefined;
  const service = token('name', name);
  return {
    tokens: listed.tokensWith(service),
    status: { table: 'runit', name: service, states: [], on: true, levels: ['default'], place: system },
  };
};

/** The command that makes or removes the link; `place` is that of the row. */
export function runitCommand(name: string, place: string | undefined, on: boolean): string {
  const { folder, services } = SYSTEMS[place !== undefined && isRunit(place) ? place : 'runit-void'];
  return on ? `ln -s ${services}/${name} ${folder}/` : `rm ${folder}/${name}`;
}
