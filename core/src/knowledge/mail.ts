/** How a mail system's queue is run from cron when its daemon is off. */

export interface QueueRun {
  readonly mailer: string;
  /** The command, without time and user. */
  readonly command: string;
  /** When it is the right one. */
  readonly for: string;
}

/** Minute 16 of each hour, as the article of 2000 has it. */
export const QUEUE_TIME = '16 * * * *';

/** Where sendmail of 8.12 and later has its second configuration, for mail that is sent from the host itself; none before had it. */
export const SUBMISSION = 'etc/mail/submit.cf';

/** Sources: the article for the first, sendmail's own documentation on 8.12 and exim's for the others. */
export const queueRuns = {
  sendmail: { mailer: 'sendmail', command: '/usr/sbin/sendmail -q', for: 'sendmail before 8.12' },
  submission: { mailer: 'sendmail', command: '/usr/sbin/sendmail -L sm-msp-queue -Ac -q', for: 'sendmail 8.12 and later' },
  exim: { mailer: 'exim', command: '/usr/sbin/exim -q', for: 'exim' },
} as const satisfies Readonly<Record<string, QueueRun>>;

const QUEUE_RUN =
  /(?:^|[\s/;&|(])(?:(?:sendmail|exim[34]?)\s(?:[^;&|]*\s)?-(?:q\S*|Ac)(?=\s|$)|sendmail\s+cron-msp(?=\s|$)|runq(?=\s|$)|postqueue\s+-f)/;

/** True when a crontab's `command` runs a mail queue. */
export const isQueueRun = (command: string): boolean => QUEUE_RUN.test(command.slice(0, 16_384));

/** rc scripts, units and switches of FreeBSD that run the queue of sendmail 8.12 and later without its daemon. */
const QUEUE_RUNNERS: ReadonlySet<string> = new Set([
  'sm-client',
  'sendmail-msp-queue',
  'msp-queue',
  'sendmail_msp_queue',
  'sendmail_outbound',
]);
/** Whose queue `command` runs, where it is a queue run. */
export function queueOf(command: string): 'sendmail' | 'submission' | 'exim' | 'postfix' {
  if (/postqueue\s+-f/.test(command)) return 'postfix';
  if (/\s-Ac(?=\s|$)|sm-msp-queue|cron-msp/.test(command)) return 'submission';
  return /exim/.test(command) ? 'exim' : 'sendmail';
}

export const isQueueRunner = (script: string): boolean => QUEUE_RUNNERS.has(script.replace(/\.service$/, ''));
