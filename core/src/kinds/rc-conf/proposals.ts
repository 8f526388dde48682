/** What may be written: switches that are known, and their values. */
import { facts } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import type { Proposal } from '../../model/editing.js';
import type { RcConfLine } from './model.js';
import { isSendmail, systemOf } from './systems.js';

const settings = facts.flatMap((fact) =>
  (fact.names?.freebsd?.off ?? []).map((setting) => ({ variable: setting.split('=', 1)[0] ?? '', fact })),
);
const services = facts.flatMap((fact) => (fact.names?.freebsd?.services ?? []).map((name) => ({ variable: name, fact })));
const daemons = facts.flatMap((fact) => (fact.names?.openbsd ?? []).map((name) => ({ variable: `${name}_flags`, fact })));

/** Those that may stand at `offset`: values behind an equals sign, variables at the beginning of a line. */
export function proposals(line: RcConfLine, offset: number, { dialects }: Context): readonly Proposal[] {
  const system = systemOf(dialects);
  const before = line.text.slice(0, offset);
  const name = /^[ \t]*#?[ \t]*([A-Za-z_]\w*)?$/.exec(before);
  if (name) {
    const start = offset - (name[1]?.length ?? 0);
    const end = offset + (/^\w*/.exec(line.text.slice(offset))?.[0].length ?? 0);
    const isBare = line.text.charAt(end) !== '=';
    const value = system.id === 'freebsd' ? '="NO"' : '=NO';
    return { freebsd: settings, openbsd: daemons, netbsd: services }[system.id].map(({ variable, fact }) => ({
      label: variable,
      ...(isBare && { insert: `${variable}${value}` }),
      detail: fact.name,
      about: fact.what.text,
      span: { start, end },
      role: 'name',
    }));
  }
  const [, variable = '', typed = ''] = /^[ \t]*#?[ \t]*([A-Za-z_]\w*)=["']?(\w*)$/.exec(before) ?? [];
  if (system.id === 'openbsd' || !system.isSwitch(variable, system.suffix === '' ? variable : 'NO')) return [];
  const end = offset + (/^\w*/.exec(line.text.slice(offset))?.[0].length ?? 0);
  return ['NO', 'YES', ...(isSendmail(variable) ? ['NONE'] : [])].map((label) => ({
    label,
    detail: label === 'YES' ? 'started at boot' : label === 'NO' ? 'not started at boot' : 'nothing of sendmail is started',
    span: { start: offset - typed.length, end },
    role: 'value',
  }));
}
