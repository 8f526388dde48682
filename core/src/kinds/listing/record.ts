/** A line of a listing for programs: what `daemonlint parse` prints. No daemon reads a listing, so nothing is ever rejected. */
import type { LineRecord } from '../../model/kind.js';
import type { Launch } from '../../model/line.js';
import { decode } from './carry.js';
import type { Link, ListingLine, Row, Status } from './model.js';

const linkRecord = ({ letter, number, name, target, level }: Link) => ({
  link: `${letter.text}${number.text}${name.text}`,
  action: letter.text === 'S' ? 'start' : 'kill',
  number: Number(number.text),
  name: name.text,
  target: target?.text ?? null,
  level,
});

const rowRecord = ({ name, cells, xinetd }: Row) => ({
  name: name.text,
  xinetd,
  cells: cells.map(({ level, on }) => ({ level: level?.text ?? null, on })),
});

const statusRecord = ({ table, name, states, on }: Status) => ({
  table,
  name: name.text,
  states: states.map(({ text }) => text),
  on: on ?? null,
});

const launchRecord = ({ subject, state, fact, when }: Launch) => ({
  name: subject.text,
  on: state === 'on',
  levels: when.type === 'runlevels' ? when.levels : [],
  fact: fact ?? null,
});

const entryRecord = ({ links, row, status, launches }: ListingLine) => ({
  links: (links ?? []).map(linkRecord),
  row: row ? rowRecord(row) : null,
  ...(status && { status: statusRecord(status) }),
  services: launches.map(launchRecord),
});

/** What a heading is about: the runlevel of the links below it, `?` where it does not tell. */
const headingRecord = (line: ListingLine, text: string): LineRecord => ({
  type: 'assignment',
  name: 'level',
  value: decode(line.carry).level,
  text,
});

export function record(line: ListingLine): LineRecord {
  const text = line.text.replace(/\r?\n$/, '');
  switch (line.type) {
    case 'entry':
      return { type: 'entry', ...entryRecord(line) };
    case 'setting':
      return headingRecord(line, text);
    case 'blank':
      return { type: 'blank' };
    case 'commented':
      return { type: 'comment', text, disabled: entryRecord(line) };
    default:
      return { type: 'comment', text };
  }
}
