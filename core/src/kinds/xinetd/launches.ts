/** What a service makes xinetd start. */
import { factByRpc, factByService, factStarted, variantOf } from '../../knowledge/index.js';
import type { Launch } from '../../model/line.js';
import type { Service, Setting } from './model.js';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){1,3}(?:\/\d+)?|::1(?:\/128)?|localhost)$/i;

/** True where a set lets this host alone in: it holds something, and nothing else. */
export const isLoopback = ({ values }: Setting): boolean => values.length > 0 && values.every(({ text }) => LOOPBACK.test(text));

/** True when nobody outside this host can use it; `byDefault`: the defaults let this host alone in. */
function isLocal(settings: Service['settings'], byDefault: boolean): boolean {
  const bound = settings.get('bind');
  if (bound) return isLoopback(bound);
  const from = settings.get('only_from');
  if (from === undefined) return byDefault;
  return isLoopback(from) && (byDefault || from.operator?.text === '=');
}

function factOf({ name, types, protocol, program, settings }: Service): string | undefined {
  const port = types.includes('UNLISTED') ? settings.get('port')?.values[0]?.text : undefined;
  const byName = types.includes('RPC')
    ? (factByRpc(name.text) ?? factByRpc(settings.get('rpc_number')?.values[0]?.text ?? ''))
    : (factByService(name.text) ?? (port === undefined ? undefined : factByService(String(Number(port)), protocol)));
  const args = settings.get('server_args')?.values ?? [];
  return (byName ? variantOf(byName, args) : program && factStarted(program.text, args))?.id;
}

/** The launch of a service, which is commented out or not; `byDefault`: the defaults let this host alone in. */
export function launchOf(service: Service, isCommented: boolean, byDefault: boolean): Launch {
  const { name, id, program, off, protocol, settings } = service;
  const fact = factOf(service);
  const user = settings.get('user')?.values[0];
  return {
    subject: name,
    ...(id !== name.text && { id }),
    ...(program && { program }),
    ...(user && { user }),
    ...(fact !== undefined && { fact }),
    state: isCommented ? 'commented' : off ? 'off' : 'on',
    when: {
      type: 'socket',
      protocol,
      loopback: isLocal(settings, byDefault),
      ...(!settings.has('bind') && !settings.has('only_from') && { byDefault: true }),
    },
  };
}
