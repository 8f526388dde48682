/** The tables in which programs say how services are: which one a line is of, and what it makes the system start. */
import { factByProgram, factByRcName, factByScript } from '../../../knowledge/index.js';
import type { Launch } from '../../../model/line.js';
import type { Word } from '../../../text/words.js';
import type { Carry, Section } from '../carry.js';
import type { Status } from '../model.js';
import { readOpenRc, readRcStatus } from './openrc.js';
import { readRcScript } from './rc-scripts.js';
import { readRcctl } from './rcctl.js';
import type { TableReading } from './reading.js';
import { readRunlevelLink } from './runlevel-links.js';
import { isProse, serviceStatusReader } from './service-status.js';
import { factOfFmri, protocolOfFmri, readSmf } from './smf.js';
import { readUnitFile } from './unit-files.js';
import { factOfUnit, startsServices } from './unit-names.js';
import { readUnit } from './units.js';
import { readWants } from './wants.js';

/** Reads `words` of `text` as a row of any of the tables; undefined when they are none. */
export const readTable = (text: string, words: readonly Word[], carry: Carry): TableReading | undefined =>
  readUnit(words, carry) ??
  readSmf(words, carry) ??
  readUnitFile(words, carry) ??
  readWants(words, carry) ??
  serviceStatusReader(text)(words, carry) ??
  readRunlevelLink(words, carry) ??
  readOpenRc(words, carry) ??
  readRcStatus(words, carry) ??
  readRcctl(words, carry) ??
  readRcScript(words, carry);

const SECTIONS: Partial<Readonly<Record<Status['table'], Section>>> = { 'unit-files': 'unit-files', units: 'units', openrc: 'openrc' };

/** What a row tells those below it; a link tells nothing that the folder above has not told. */
export const carryOfTable = ({ table, states }: Status, carry: Carry): Carry =>
  states.length === 0 && table === 'openrc' && carry.section.startsWith('in-')
    ? carry
    : { ...carry, section: SECTIONS[table] ?? carry.section };

/** What is known of the service of a row. */
function factOf(status: Status) {
  const name = status.name.text;
  switch (status.table) {
    case 'openrc':
      return factByRcName('openrc', name) ?? factByScript(name);
    case 'rcctl':
      return factByRcName('openbsd', name) ?? factByScript(name);
    case 'smf':
      return factOfFmri(name);
    case 'rc-scripts':
      return factByRcName('freebsd', name) ?? factByScript(name);
    case 'status':
      return factByScript(name) ?? (isProse(status) ? factByProgram(name) : undefined);
    default:
      return factOfUnit(name);
  }
}

/** The launch of a row; undefined where the row leaves open whether there is one, or is about a mount, a device and the like. */
export function launchOfTable(status: Status): Launch | undefined {
  const { table, name, on, masked, levels } = status;
  if (on === undefined) return undefined;
  const fact = factOf(status);
  const isUnit = table === 'unit-files' || table === 'units' || table === 'wants';
  if (isUnit && !startsServices(name.text)) return undefined;
  const protocol = table === 'smf' ? protocolOfFmri(name.text) : undefined;
  return {
    subject: name,
    ...(fact && { fact: fact.id }),
    state: on ? 'on' : 'off',
    ...(masked && { masked }),
    when: { type: 'runlevels', levels, ...(protocol && { protocol }) },
  };
}
