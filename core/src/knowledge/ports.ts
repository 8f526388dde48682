/** The names of services and their ports: what /etc/services of most systems holds, and what inetd.conf of old names besides. */

import { isNear } from './near.js';

/**
 * From the registry of IANA, /etc/services of Debian (netbase 6.4) and of older systems. `NAME=ALIAS:PORT`, with `t` or `u` behind the port where it is one of TCP or of UDP alone. Where two have one name, the first one counts.
 */
const LIST = `
  tcpmux:1t rje:5 echo:7 discard=sink=null:9 systat=users:11t daytime:13 netstat:15t qotd=quote:17t msp:18
  chargen=ttytst=source:19 ftp-data:20t fsp=fspd:21u ftp:21t ssh:22t telnet:23t smtp=mail:25t time=timserver:37
  rlp=resource:39u nameserver=name:42 whois=nicname:43t tacacs:49 domain:53 mtp:57t whois++:63 tacacs-ds:65 bootps:67u
  bootpc:68u tftp:69u gopher:70t finger:79t http=www:80t mit-ml-dev:83 link=ttylink:87t
  kerberos=kerberos5=krb5=kerberos-sec:88 supdup:95t linuxconf:98t hostnames=hostname:101t iso-tsap=tsap:102t
  acr-nema=dicom:104t csnet-ns=cso-ns=cso:105t poppassd:106t rtelnet:107 pop2=pop-2=postoffice:109t pop3=pop-3:110
  sunrpc=portmapper:111 auth=authentication=tap=ident:113t sftp:115t uucp-path:117t nntp=readnews=untp:119t ntp:123u
  epmap=loc-srv:135t netbios-ns:137u netbios-dgm:138u netbios-ssn:139t imap2=imap:143t NeWS=news:144t bftp:152 snmp:161
  snmp-trap=snmptrap:162 cmip-man:163 cmip-agent:164 print-srv:170t mailq:174t xdmcp:177u bgp:179t prospero:191
  irc:194 smux:199t at-rtmp:201 at-nbp:202 at-echo:204 at-zis:206 qmtp:209t z3950=wais:210t ipx:213u imap3:220
  ptp-event:319u ptp-general:320u pawserv:345t zserv:346t rpc2portmap:369 codaauth2:370 clearcase=Clearcase:371u
  ulistserv:372 ldap:389 svrloc:427 https:443 snpp:444t microsoft-ds:445t kpasswd:464 submissions=ssmtp=smtps=urd:465t
  saft:487t gss-http:488 isakmp:500u biff=comsat:512u exec:512t login:513t who=whod:513u shell=cmd=syslog:514t
  syslog:514u printer=spooler:515t talk:517u ntalk:518u efs:520t route=router=routed:520u tempo=newdate:526t
  courier=rpc:530t conference=chat:531t netnews:532t netwall:533u gdomap:538 uucp=uucpd:540t klogin:543t
  kshell=krcmd:544t dhcpv6-client:546u dhcpv6-server:547u afpovertcp:548t new-rwho:550u rtsp:554
  remotefs=rfs_server=rfs:556t rmonitor=rmonitord:560u monitor:561u nntps=snntp:563t snews:563t submission:587t
  pcserver:600t nqs:607t asf-rmcp:623u qmqp:628t ipp:631t ldaps:636 ldp:646 dhcp-failover:647t tinc:655 silc:706t
  kerberos-adm:749t kerberos4=kerberos-iv=kdc:750 kerberos-master=kerberos_master:751 passwd-server=passwd_server:752u
  krb-prop=krb_prop=krb5_prop=hprop:754t krbupdate=kreg:760t kpasswd4:761 webster:765 phonebook:767t rpasswd:774t
  moira-db=moira_db:775t moira-update=moira_update:777t moira-ureg=moira_ureg:779u spamd:783t omirr=omirrd:808
  domain-s:853 supfilesrv:871t rsync:873t swat:901t rndc:953t ftps-data:989t ftps:990t telnets:992t imaps:993t
  simap:993t ircs:994 pop3s:995t spop3:995t socks:1080 proofd:1093t rootd:1094t rmiregistry:1099t kpop:1109t
  supfiledbg:1127t skkserv:1178t openvpn:1194 predict:1210u rmtcfg:1236t xtel:1313t xtelw:1314t
  instl_boots:1067 instl_bootc:1068 lotusnote=lotusnotes:1352t ms-sql-s:1433t ms-sql-m:1434u diagmond:1508 ingreslock:1524 datametrics=old-radius:1645
  sa-msg-port=old-radacct:1646 kermit:1649 groupwise:1677t l2f=l2tp:1701u registrar:1712 radius:1812 radius-acct=radacct:1813
  cisco-sccp:2000t nfs=nfsd:2049 gnunet:2086 rtcm-sc104:2101 zephyr-srv:2102u zephyr-clt:2103u zephyr-hm:2104u
  eklogin:2105t rkinit:2108t kx:2111t gsigatekeeper:2119t kauth:2120t iprop:2121t gris:2135t ninstall:2150
  cvspserver:2401t venus:2430 venus-se:2431 codasrv:2432 codasrv-se:2433 mon:2583 zebrasrv:2600t zebra:2601t
  ripd:2602t ripngd:2603t ospfd:2604t bgpd:2605t ospf6d:2606t ospfapi:2607t isisd:2608t dict:2628t f5-globalsite:2792t
  gsiftp:2811t gpsd:2947t afbackup:2988 afmbackup:2989 gds-db=gds_db:3050t icpv2=icp:3130u isns:3205
  iscsi-target:3260t mysql:3306t ms-wbt-server:3389t nut:3493 distcc:3632t daap:3689t svn=subversion:3690t suucp:4031t
  lockd:4045 sysrqd:4094t sieve:4190t f5-iquery:4353t epmd:4369t remctl:4373t krb524:4444 ntske:4460t
  ipsec-nat-t:4500u fax:4557t hylafax:4559t iax:4569u mtn:4691t radmin-port:4899t munin=lrrd:4949t rfe:5002 mmcc:5050 sip:5060
  sip-tls:5061 xmpp-client=jabber-client:5222t sgi-dgl:5232t xmpp-server=jabber-server:5269t hacl-hb:5300 hacl-gs:5301 hacl-cfg:5302 hacl-probe:5303
  hacl-local:5304 hacl-test:5305 cfengine:5308t mdns:5353u
  noclog:5354 hostmon:5355 postgresql=postgres:5432t rplay:5555u freeciv=rptp:5556t nrpe:5666t nsca:5667t amqps:5671t
  amqp:5672t canna:5680t vnc:5900t x11=x11-0=X11:6000t x11-1:6001t x11-2:6002t x11-3:6003t x11-4:6004t x11-5:6005t
  x11-6:6006t x11-7:6007t dtspcd=dtspc:6112t gnutella-svc:6346 gnutella-rtr:6347 redis:6379t
  sge-qmaster=sge_qmaster:6444t sge-execd=sge_execd:6445t mysql-proxy:6446t syslog-tls:6514t
  checkmk-agent=check_mk:6556t sane-port=sane=saned:6566t ircd:6667t babel:6696u ircs-u:6697t afs3-fileserver:7000u
  bbs:7000t afs3-callback:7001u afs3-prserver:7002u afs3-vlserver:7003u afs3-kaserver:7004u afs3-volser:7005u
  afs3-bos:7007u afs3-update:7008u afs3-rmtsys:7009u font-service=xfs=fs:7100t ftp-proxy:8021t zope-ftp:8021t
  http-alt=webcache:8080t tproxy:8081t omniorb:8088t puppet:8140t clc-build-daemon:8990t xinetd:9098t pdl-datastream=hp-pdl-datastr=jetdirect:9100 bacula-dir:9101t
  bacula-fd:9102t bacula-sd:9103t mandelspawn=mandelbrot:9359u git:9418t xmms2:9667t zope:9673t ndmp:10000t
  webmin:10000t zabbix-agent:10050t zabbix-trapper:10051t amanda:10080 kamanda:10081 amandaidx:10082t amidxtape:10083t
  nbd:10809t dicom:11112t hkp:11371t netperf:12865t bpd:13720t bpjava-msvc:13722t vnetd:13724t bpcd:13782t vopied:13783t
  sgi-cmsd:17001u sgi-crsd:17002u sgi-gcd:17003u sgi-cad:17004t db-lsp:17500t isdnlog:20011 vboxd:20012 dcap:22125t
  gsidcap:22128t wnn4=wnn:22273t wnn6:22273t binkp:24554t hunt:26740u asp:27374 csync2:30865t dircproxy:57000t
  tfido:60177t fido:60179t
`;

export type Transport = 'tcp' | 'udp';

export interface NamedPort {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly port: number;
  readonly transports: readonly Transport[];
}

const TRANSPORTS: Readonly<Record<string, readonly Transport[]>> = { t: ['tcp'], u: ['udp'], '': ['tcp', 'udp'] };

function portIn(word: string): NamedPort {
  const [, names = '', port = '', letter = ''] = /^(.+):(\d+)([tu]?)$/.exec(word) ?? [];
  const [name = '', ...aliases] = names.split('=');
  return { name, aliases, port: Number(port), transports: TRANSPORTS[letter] ?? [] };
}

let list: readonly NamedPort[] | undefined;

/** All that are known, by their ports. */
export const namedPorts = (): readonly NamedPort[] => (list ??= LIST.trim().split(/\s+/).map(portIn));

let byName: ReadonlyMap<string, readonly NamedPort[]> | undefined;

function indexed(): ReadonlyMap<string, readonly NamedPort[]> {
  const found = new Map<string, NamedPort[]>();
  for (const port of namedPorts()) for (const name of [port.name, ...port.aliases]) found.set(name, [...(found.get(name) ?? []), port]);
  return found;
}

/** What is called `name`, in the case that it is written in: mostly one, or none. */
export const portsNamed = (name: string): readonly NamedPort[] => (byName ??= indexed()).get(name) ?? [];

/** What tells services of one name apart, such as `pop2` from `pop3`: nobody slips there. */
const digitsOf = (name: string): string => name.replace(/\D+/g, ' ').trim();

/** `ssh` for `sssh`: a key was held too long. */
const squeezed = (name: string): string => name.toLowerCase().replace(/(.)\1+/g, '$1');

const lettersOf = (name: string): string => [...name.toLowerCase()].sort().join('');

/** True where `written` is a slip for `known`, or the name of its daemon: `sshd`. In words of four letters another one makes another word. */
const isSlipFor = (written: string, known: string): boolean =>
  written === `${known}d` ||
  written.toLowerCase() === known.toLowerCase() ||
  (isNear(written, known) &&
    digitsOf(written) === digitsOf(known) &&
    (Math.min(written.length, known.length) > 4 || lettersOf(written) === lettersOf(known) || squeezed(written) === squeezed(known)));

/** The name that somebody may have meant who wrote `name`, and its port; undefined where nothing of `transport` is called nearly so. */
export function portMeant(name: string, transport: Transport): Pick<NamedPort, 'name' | 'port'> | undefined {
  for (const one of namedPorts()) {
    const known = one.transports.includes(transport) ? [one.name, ...one.aliases].find((other) => isSlipFor(name, other)) : undefined;
    if (known !== undefined) return { name: known, port: one.port };
  }
  return undefined;
}

/** What is offered at `port` over `transport`. */
export const portAt = (port: number, transport: Transport): NamedPort | undefined =>
  namedPorts().find((one) => one.port === port && one.transports.includes(transport));

/** The services that a text like /etc/services names: `NAME/tcp` for each name and alias. */
export function servicesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    const [name, place, ...aliases] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/);
    const transport = /^\d+\/([a-z]+)$/.exec(place ?? '')?.[1];
    if (name && transport) for (const one of [name, ...aliases]) found.add(`${one}/${transport}`);
  }
  return found;
}
