/** The shapes of the knowledge base: what is known of a daemon or an inetd service, each fact with its source. */

/** Where a fact was read: a key of the table in sources.ts. */
export type SourceId =
  | 'ART'
  | 'BAS'
  | 'TIG'
  | 'LYN'
  | 'CAC'
  | 'CVE'
  | 'CERT'
  | 'NMAP'
  | 'RH60'
  | 'RH7'
  | 'RHEL'
  | 'RC0'
  | 'AIX'
  | 'FIELD'
  | 'OURS';

/** A statement in our own words; `unverified` marks what no source confirms. */
export interface Statement {
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly unverified?: true;
}

/** What the article of 2000 says: `described` where it gives no advice, `unmentioned` where it is silent. */
export interface ArticleVerdict {
  readonly verdict: 'keep' | 'safe' | 'off-unless' | 'leave-off' | 'described' | 'unmentioned';
  /** The use that makes it worth having on, to follow the word "unless"; always there for `off-unless`. */
  readonly unless?: string;
}

/** How bad it is to find it enabled; `none` says nothing. */
export type Level = 'warning' | 'info' | 'hint' | 'none';

/** Names, each valid only in its own place: `who` as an inetd service is not `who` in a crontab. */
export interface Aliases {
  /** rc script names under init.d, as in `S80sendmail` or a chkconfig row. */
  readonly scripts?: readonly string[];
  /** systemd units without `.service`, or with another suffix in full. */
  readonly units?: readonly string[];
  /** Base names of programs. */
  readonly programs?: readonly string[];
  /** Ordinary commands that use the daemon (`at`), or that are it when given {@link Fact.daemonArguments} (`rsync`). */
  readonly commands?: readonly string[];
  /** inetd service names, xinetd ids, and port numbers as written in inetd.conf. */
  readonly services?: readonly string[];
  /** RPC names and program numbers. */
  readonly rpc?: readonly (string | number)[];
}

export interface Port {
  readonly number: number;
  readonly protocol: 'tcp' | 'udp';
  readonly unverified?: true;
}

/** Settings of rc.conf that turn a service of FreeBSD off and on, and the scripts that `service` knows it by. */
export interface FreeBsdName {
  readonly services: readonly string[];
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** What it is called where it is turned off and on; a system that lacks it is absent. */
export interface SystemNames {
  /** Names for chkconfig. */
  readonly redhat?: readonly string[];
  /** Files under xinetd.d of Red Hat 7 and later, which chkconfig switches as well. */
  readonly xinetd?: readonly string[];
  /** Names for update-rc.d. */
  readonly debian?: readonly string[];
  /** The service's name for update-inetd. */
  readonly updateInetd?: string;
  /** Units with their suffix. */
  readonly systemd?: readonly string[];
  readonly openrc?: readonly string[];
  readonly freebsd?: FreeBsdName;
  readonly openbsd?: readonly string[];
  /** What else to know when turning it off there. */
  readonly notes?: { readonly redhat?: string; readonly debian?: string; readonly systemd?: string; readonly freebsd?: string };
}

/** Start (and stop) number of an rc link on a system: `S80sendmail`, `K30sendmail`. */
export interface LinkNumber {
  readonly system: string;
  readonly start?: number;
  readonly kill?: number;
  readonly sources: readonly SourceId[];
}

/** A page on the web or a check of an auditor. `url` is absent where none is stable. */
export interface Reference {
  readonly title: string;
  readonly url?: string;
  readonly source: SourceId;
}

/** Marks that rules ask for. */
export type Trait =
  /** Passwords or sessions cross the wire unencrypted. */
  | 'cleartext'
  /** A way to log in from afar: turning it off may lock the administrator out. */
  | 'remote-login'
  /** A login that is encrypted: with it on, cleartext logins may go. */
  | 'secure-login'
  /** The system suffers without it: off is a finding, and no fix turns it off. */
  | 'essential'
  /** Never in a fix and never advised against: firewalls, ssh. */
  | 'protected'
  /** Works without root when run by inetd. */
  | 'rootless'
  /** Only means anything to one that starts other services (inetd, xinetd). */
  | 'super-server';

/** A user, and a group that is not the user's own. */
export interface Account {
  readonly user: string;
  readonly group?: string;
}

/** One entry of the knowledge base: a daemon, or a service that inetd starts. */
export interface Fact {
  /** Unique. Daemons have their plain name, inetd services `inetd:` before theirs where a daemon has the same. */
  readonly id: string;
  /** The name people use. */
  readonly name: string;
  readonly type: 'daemon' | 'service';
  readonly article: ArticleVerdict;
  /** Level when enabled; by transport where it differs. */
  readonly level: Level | { readonly tcp: Level; readonly udp: Level };
  /**
   * Arguments of which one makes the service milder: `-s` of tftpd, and its long form. With `pathOptions` a path does so too, unless it stands behind one
   * of them.
   */
  readonly milder?: { readonly arguments: readonly string[]; readonly pathOptions?: readonly string[]; readonly level: Level };
  readonly what: Statement;
  readonly risk: Statement;
  /** What serves today instead. */
  readonly today: Statement;
  /** What changed between 2000 and today, where the two differ. */
  readonly changed?: Statement;
  readonly aliases: Aliases;
  /**
   * How an argument begins that makes its program the daemon: `-bd` of sendmail.
   * Where there are any, a command line without one of them starts no daemon.
   */
  readonly daemonArguments?: readonly string[];
  /** Id of the fact that it is instead with one of these values behind an option: `-a valid` of telnetd. */
  readonly variant?: { readonly option: string; readonly values: readonly string[]; readonly id: string };
  /** Names for the commands that turn it off and on; see advice.ts. */
  readonly names?: SystemNames;
  /** Whom its program may run as, of a service that is `rootless`; nobody where it is absent. */
  readonly runsAs?: Account;
  readonly traits?: readonly Trait[];
  readonly ports?: readonly Port[];
  readonly links?: readonly LinkNumber[];
  readonly references?: readonly Reference[];
  /** Ids of facts that are the same thing in another place: `keep rstatd` silences both. */
  readonly same?: readonly string[];
  /** Ids of facts that serve for this one: with rsyslog on, syslog off is no finding. */
  readonly servedBy?: readonly string[];
}
