/** A second assignment in a line, which cron takes for a part of the first one's value. */

/** A name that cron or most programs know, behind the end of another value. */
export const SECOND = /[ \t;](?=(?:PATH|SHELL|MAILTO|MAILFROM|HOME|LOGNAME|USER|LANG|LC_ALL|TZ|CRON_TZ|RANDOM_DELAY)[ \t]*=)/;
