/** Rows of `svcs` and `inetadm` of Solaris 10 and later, where inetd's services are switched too: how a service is, and its name in full. */
import { factByProgram, factByRpc, factByScript, factByService } from '../../../knowledge/index.js';
import { token } from '../links.js';
import type { TableReader } from './reading.js';

/** What the words mean [svcs(1)]; undefined where they leave it open whether the service is started at boot. */
export const smfStates: Readonly<Record<string, { readonly on?: boolean; readonly about: string }>> = {
  online: { on: true, about: 'enabled, and it runs.' },
  degraded: { on: true, about: 'enabled, and it runs with less than it should have.' },
  disabled: { on: false, about: 'not enabled: it does not run.' },
  offline: { about: 'enabled, but what it needs does not run.' },
  maintenance: { about: 'it failed: an administrator has to look after it.' },
  uninitialized: { about: 'its restarter has not seen it yet.' },
  legacy_run: { on: true, about: 'an rc script that was run at boot; SMF does not look after it.' },
};

/** The states may have a star behind them while they change. */
const stateOf = (text: string | undefined) => {
  const word = text?.replace(/\*$/, '') ?? '';
  return Object.hasOwn(smfStates, word) ? smfStates[word] : undefined;
};

const FMRI = /^(?:svc:\/[\w./+,-]+(?::[\w+,-]+)?|lrc:\/etc\/rc[0-9S]_d\/[SK]\d\d[\w+,-]+)$/;

/** True for the name of an rc script, which no command of SMF switches. */
export const isLegacy = (fmri: string): boolean => fmri.startsWith('lrc:');

export const readSmf: TableReader = (words) => {
  const last = words.at(-1);
  const [first, second] = words;
  if (last === undefined || first === undefined || words.length < 2 || words.length > 3 || !FMRI.test(last.text)) return undefined;
  // inetadm says first whether it is enabled; svcs, in the middle, since when it is as it is.
  const isEnabled = /^(?:enabled|disabled)$/.test(first.text) && words.length === 3 && stateOf(second?.text) !== undefined;
  const state = stateOf(first.text);
  if (!isEnabled && state === undefined) return undefined;
  const on = isEnabled ? first.text === 'enabled' : state?.on;
  const name = token('fmri', last);
  const states = words.slice(0, isEnabled ? 2 : 1).map((word) => token('smfState', word));
  const others = words.slice(states.length, -1).map((word) => token('detail', word));
  return {
    tokens: [...states, ...others, name],
    status: { table: 'smf', name, states, ...(on !== undefined && { on }), levels: ['default'] },
  };
};

/** `svc:/network/login:rlogin` in its parts: `network/login` and `rlogin`. */
function partsOf(fmri: string): { readonly service: string; readonly instance: string } {
  const [, service = '', instance = 'default'] = /^\w+:\/([^:]*)(?::(.*))?$/.exec(fmri) ?? [];
  return { service, instance };
}

/** Those that are called otherwise than the daemon or its service in inetd.conf, as the manifests of Solaris 10 name them. */
const CALLED: Readonly<Record<string, string>> = {
  'network/rexec': 'exec',
  'network/smtp': 'sendmail',
  'network/http': 'httpd',
  'network/rpc/bind': 'portmap',
  'network/rpc/rex': 'rexd',
  'network/rpc/rstat': 'rstatd',
  'network/rpc/rusers': 'rusersd',
  'network/rpc/spray': 'sprayd',
  'network/rpc/wall': 'walld',
  'network/rpc/rquota': 'rquotad',
  'network/nfs/rquota': 'rquotad',
  'network/nfs/nlockmgr': 'nfslock',
  'network/nfs/status': 'nfslock',
  'network/nis/client': 'ypbind',
  'network/nis/passwd': 'ypserv',
  'network/nis/server': 'ypserv',
  'network/nis/update': 'ypupdated',
  'network/nis/xfr': 'ypserv',
  'network/rpc/cde-calendar-manager': 'cmsd',
  'network/rpc/cde-ttdbserver': 'ttdbserverd',
  'network/cde-spc': 'dtspcd',
  'network/tname': 'name',
  'application/management/sma': 'snmpd',
  'application/management/snmpdx': 'snmpd',
  'application/print/rfc1179': 'printer',
  'network/nfs/server': 'nfs',
  'network/dns/server': 'named',
  'network/ssh': 'sshd',
  'system/cron': 'crond',
  'system/system-log': 'syslog',
  'application/x11/xfs': 'fs',
};

/** The transport that an instance is named after. */
export function protocolOfFmri(fmri: string): 'tcp' | 'udp' | undefined {
  const { instance } = partsOf(fmri);
  if (instance === 'stream' || instance === 'tcp') return 'tcp';
  return instance === 'dgram' || instance === 'udp' ? 'udp' : undefined;
}

/** The fact about what an FMRI names, or an rc script. */
export function factOfFmri(fmri: string) {
  if (isLegacy(fmri)) return factByScript(fmri.replace(/^.*\/[SK]\d\d/, ''));
  const { service, instance } = partsOf(fmri);
  if (service === 'network/login') return factByService(instance === 'rlogin' ? 'login' : instance);
  const name = Object.hasOwn(CALLED, service) ? CALLED[service] : undefined;
  if (name !== undefined) return factByService(name) ?? factByRpc(name) ?? factByScript(name) ?? factByProgram(name);
  if (service.startsWith('milestone/')) return undefined;
  // As inetconv names what stands in inetd.conf by number.
  const program = /^network\/rpc-(\d+)(?:_|$)/.exec(service)?.[1];
  if (program !== undefined) return factByRpc(program);
  const last = service.slice(service.lastIndexOf('/') + 1);
  return /^network\/[\w-]+$/.test(service) ? (factByService(last) ?? factByScript(last)) : factByScript(last);
}
