/** A whole block in one sentence, for hovers. */
import type { Service, XinetdLine } from './model.js';

const OFF: Readonly<Record<NonNullable<Service['off']>, string>> = {
  disable: 'It is off: disable = yes.',
  disabled: 'It is off: the defaults name it in disabled.',
  enabled: 'It is off: the defaults name others in enabled.',
  unread: 'It is off: includedir passes over a file whose name has a dot, or ends in ~.',
};

/** Another file says so. */
const OFF_BY_MAIN = 'It is off: the defaults in xinetd.conf name it in disabled, or others in enabled.';

function answers({ settings, types, flags, program }: Service): string {
  if (flags.includes('SENSOR')) return 'nobody answers, and who connects is shut out';
  const [address, port] = settings.get('redirect')?.values ?? [];
  if (address) return `connections are handed on to ${address.text}${port ? `, port ${port.text}` : ''}`;
  if (types.includes('INTERNAL')) return 'xinetd answers itself';
  const user = settings.get('user')?.values[0]?.text;
  return program ? `${program.text} answers${user === undefined ? '' : ` as ${user}`}` : 'nobody answers';
}

/** Who may connect, where that is said. */
function callers({ settings }: Service): string {
  const said = (name: string) => settings.get(name)?.values.map(({ text }) => text);
  const from = said('only_from');
  const bound = said('bind')?.[0];
  const open = from === undefined ? '' : from.length === 0 ? ', for nobody' : `, for ${from.join(' ')} alone`;
  return `${bound === undefined ? '' : ` on ${bound}`}${open}`;
}

export function aboutLine({ type, service, launches }: XinetdLine): string | undefined {
  if (service === undefined || type === 'broken') return undefined;
  const port = service.settings.get('port')?.values[0]?.text;
  const over = service.protocol === 'other' ? '' : ` over ${service.protocol.toUpperCase()}`;
  const said = service.off ? OFF[service.off] : launches[0]?.state === 'off' ? OFF_BY_MAIN : 'It is on.';
  const state = type === 'commented' ? 'It is commented out.' : said;
  return `**${service.name.text}**${over}${port === undefined ? '' : `, port ${port}`}${callers(service)}: ${answers(service)}. ${state}`;
}
