/** The shells of all systems that a plan can be for. */
import type { PlanSystem } from '../../model.js';
import { debian } from './debian.js';
import { freebsd } from './freebsd.js';
import { netbsd } from './netbsd.js';
import { openbsd } from './openbsd.js';
import { openrc } from './openrc.js';
import { redhat } from './redhat.js';
import type { SystemShell } from './system-shell.js';
import { systemd } from './systemd.js';

export const systemShells: Readonly<Record<PlanSystem, SystemShell>> = { redhat, debian, systemd, openrc, freebsd, openbsd, netbsd };
