/** Who needs the port mapper, and what NFS is made of: by facts, and by the names of scripts, units and switches. */
import type { HostLaunch } from '../model/host.js';

/** Facts of daemons that register with the port mapper. */
const RPC_FACTS: ReadonlySet<string> = new Set(['nfslock', 'mountd', 'rstatd', 'rusersd', 'rwalld']);

/** Scripts, units and switches of NFS, of which no fact is known. */
const NFS = /^(?:nfs|nfsd|nfsserver|nfs[-_]server|nfs-kernel-server)(?:\.service)?$/;

/** Those of a client of NFS: what it mounts may be of a version older than 4, whose locks need the parts of NFS on both sides. */
const NFS_CLIENT = /^(?:nfs[-_]client(?:\.target)?|nfsclient|nfscbd|nfsuserd)$/;

/** Those of NIS and others that need it as well. */
const OTHERS = /^(?:nis|yp(?:bind|serv|passwdd|xfrd)|rpc\..*|amd|am-utils|rquotad)(?:\.service)?$/;

type Named = Pick<HostLaunch, 'name' | 'fact' | 'when'>;

/** True for the server of NFS itself. */
export const isNfsServer = ({ name }: Pick<Named, 'name'>): boolean => NFS.test(name);

/** Facts of daemons without which a server of NFS older than version 4 serves nobody. */
export const NFS_PARTS: ReadonlySet<string> = new Set(['nfslock', 'mountd']);

/** True for an RPC service that a super-server offers. */
export const isRpcOffered = ({ when }: Pick<Named, 'when'>): boolean => when.type === 'socket' && when.rpc === true;

/** Facts whose use shows on the host: a server or a client of NFS, or one of those that NIS is made of. */
export const showsItsUse = (fact: string): boolean => fact === 'portmap' || NFS_PARTS.has(fact);

/** True where `launch` shows that somebody uses the daemon of `fact`, of which {@link showsItsUse} is true. A client of NFS mounts, and has no use for what serves mounts. */
export const usesIt = (fact: string, launch: Named): boolean =>
  isNfsServer(launch) || (fact !== 'mountd' && NFS_CLIENT.test(launch.name)) || (fact === 'portmap' && OTHERS.test(launch.name));

export const needsPortMapper = (launch: Named): boolean =>
  isRpcOffered(launch) || (launch.fact !== undefined && RPC_FACTS.has(launch.fact)) || isNfsServer(launch) || OTHERS.test(launch.name);
