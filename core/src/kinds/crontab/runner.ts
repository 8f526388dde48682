/** Who runs an entry. */
import type { CrontabLine } from './model.js';

/** Where crons keep the tables of users, each under its user's name. */
const SPOOL = /(?:^|\/)(?:spool\/cron(?:\/crontabs|\/tabs)?|cron\/tabs|etc\/crontabs)\/([^/.]+)$/;

/** Whether root runs `line` of the file at `path`, as it does the jobs of anacron; 'unknown' for a table that may be anybody's. */
export function runsAsRoot({ shape, job }: CrontabLine, path: string): 'yes' | 'no' | 'unknown' {
  if (job) return 'yes';
  const user = shape?.form === 'system' ? shape.user?.text.split(':', 1)[0] : SPOOL.exec(path)?.[1];
  if (user === undefined) return 'unknown';
  return user === 'root' || user === 'toor' ? 'yes' : 'no';
}
