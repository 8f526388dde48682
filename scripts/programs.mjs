// Installs the real programs that tests hold daemonlint against: `npm test` leaves out what it finds no program for, and says so; CI must not.
import process from 'node:process';
import { installPackages, onPath } from './debian.mjs';

/** Program to the package that brings it. */
const programs = {
  busybox: 'busybox',
  crontab: 'cron',
  'pre-commit': 'pre-commit',
  rsync: 'rsync',
  shellcheck: 'shellcheck',
  'systemd-analyze': 'systemd',
};

const missing = Object.entries(programs).flatMap(([program, name]) => (onPath(program) ? [] : [name]));
try {
  if (missing.length > 0) installPackages(missing);
  console.log(`There are ${Object.keys(programs).join(', ')}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
