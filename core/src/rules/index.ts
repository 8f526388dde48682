/** Rules over launches and comments: they hold for every kind. */
import type { Rule } from '../model/rule.js';
import { cleartextLogin } from './cleartext-login.js';
import { directive } from './directive.js';
import { essentialOff } from './essential-off.js';
import { ignoreReason } from './ignore-reason.js';
import { jobsNotRun } from './jobs-not-run.js';
import { lastLogin } from './last-login.js';
import { mergeConflict } from './merge-conflict.js';
import { missingProgram } from './missing-program.js';
import { portmap } from './portmap.js';
import { queueNotRun } from './queue-not-run.js';
import { queueRunTwice } from './queue-run-twice.js';
import { riskyDaemon } from './risky-daemon.js';
import { startedAgain } from './started-again.js';
import { startedTwice } from './started-twice.js';
import { superServer } from './super-server.js';
import { textDirection } from './text-direction.js';
import { unneededDaemon } from './unneeded-daemon.js';
import { unusedIgnore } from './unused-ignore.js';

export const sharedRules: readonly Rule[] = [
  riskyDaemon,
  cleartextLogin,
  unneededDaemon,
  essentialOff,
  superServer,
  portmap,
  queueNotRun,
  queueRunTwice,
  jobsNotRun,
  startedAgain,
  startedTwice,
  lastLogin,
  missingProgram,
  mergeConflict,
  textDirection,
  directive,
  ignoreReason,
  unusedIgnore,
];
