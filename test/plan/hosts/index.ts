// Scratch hosts of several families with stand-ins for their commands, which keep what they change in the scratch root.
import { debian } from './debian.js';
import { freebsd } from './freebsd.js';
import { netbsd } from './netbsd.js';
import { openbsd } from './openbsd.js';
import { openrc } from './openrc.js';
import { redhat, xinetd } from './redhat.js';
import { systemd } from './systemd.js';

export { CRONTAB, INETD } from './common.js';
export { openbsd, redhat, xinetd };

/** By the name of the family; the commands of each choice of --for are tried by one of them. */
export const families = { redhat, xinetd, systemd, debian, openrc, freebsd, openbsd, netbsd };
