import type { Sample } from './sample.js';

export const runParts: Sample = {
  pieces: [
    '#!/bin/sh\n',
    '# daemonlint: keep telnet\n',
    '# daemonlint: ignore[no-such]: x',
    'exec /usr/sbin/in.telnetd',
    '0 3 * * * root x',
    '\n',
    '\\\n',
    '# ',
  ],
};
