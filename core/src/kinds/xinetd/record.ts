/** A block of xinetd's configuration for programs: what `daemonlint parse` prints. */
import type { LineRecord } from '../../model/kind.js';
import { IGNORED } from './judge.js';
import type { Service, Setting, XinetdLine } from './model.js';

/** True for a setting that xinetd passes over. */
const isIgnored = ({ attribute, operator, values }: Setting, { problems }: XinetdLine): boolean =>
  problems.some(({ rule, span }) =>
    [attribute, operator, ...values].some((one) => rule === IGNORED && one && one.span.start >= span.start && one.span.end <= span.end),
  );

const settingsRecord = (line: XinetdLine) =>
  (line.settings ?? []).map((setting) => ({
    name: setting.attribute.text.toLowerCase(),
    operator: setting.operator?.text ?? null,
    values: setting.values.map(({ text }) => text),
    ...(isIgnored(setting, line) && { ignored: true }),
  }));

const serviceRecord = ({ name, id, types, flags, protocol, program, off }: Service, line: XinetdLine) => ({
  service: name.text,
  id,
  on: off === undefined,
  off: off ?? null,
  protocol,
  types,
  flags,
  program: program?.text ?? null,
  settings: settingsRecord(line),
  fact: line.launches[0]?.fact ?? null,
});

const textsOf = (line: XinetdLine): string[] => line.tokens.filter(({ role }) => role !== 'comment').map(({ text }) => text);

export function record(line: XinetdLine): LineRecord {
  const { type, service, problems, settings } = line;
  const text = line.text.replace(/\n$/, '');
  switch (type) {
    case 'entry':
      return service ? { type: 'entry', ...serviceRecord(service, line) } : { type: 'blank' };
    case 'setting': {
      const [name = '', ...values] = textsOf(line);
      return settings
        ? { type: 'assignment', name: 'defaults', settings: settingsRecord(line) }
        : { type: 'assignment', name, value: values.join(' ') };
    }
    case 'broken':
      return { type: 'rejected', reason: problems.find(({ rule }) => rule.endsWith('/syntax'))?.message ?? '', text };
    case 'blank':
      return { type: 'blank' };
    default:
      return { type: 'comment', text, ...(service && { disabled: serviceRecord(service, line) }) };
  }
}
