/** The variables of NetBSD's rc.conf: a service is switched by one that has its name alone. */

/** Those of its defaults that take yes or no and start nothing [/etc/defaults/rc.conf of NetBSD 10]. */
const SETTINGS: ReadonlySet<string> = new Set(
  'rc_configured rc_silent rc_fast_and_loose rc_rcorder_flags do_rcshutdown no_swap swapoff rtclocaltime auto_ifconfig flushroutes ip6sitelocal ip6uniquelocal sendmail_suidroot per_user_tmp'.split(
    ' ',
  ),
);

/** Services that it has in its base system, for which there is something to say. */
export const netbsdServices = 'cron identd inetd lpd mountd named postfix rpcbind rwhod sendmail sshd statd syslogd'.split(' ');

/** True for a variable that may switch a service: those that go with one have a word behind its name. */
export const mayBeService = (variable: string): boolean =>
  !SETTINGS.has(variable) && !/_(?:flags|chrootdir|user|env|conf|dir)$/.test(variable);
