/** Which names in cron.daily and its like each run-parts runs. */

export interface RunParts {
  readonly source: string;
  readonly title: string;
  /** True for names that it passes over. */
  readonly skips: (name: string) => boolean;
  /** What it lets pass, to follow the title. */
  readonly runs: string;
}

const plain = (name: string): boolean => !/^[A-Za-z0-9_-]+$/.test(name);
const PLAIN = 'runs only files whose names have nothing but letters, digits, “_” and “-” in them';

export const runParts: Readonly<Record<string, RunParts>> = {
  debian: { source: 'run-parts(8) of debianutils', title: "Debian's run-parts", skips: plain, runs: PLAIN },
  cronie: {
    source: 'run-parts of the package crontabs of Red Hat and Fedora',
    title: 'the run-parts of Red Hat',
    skips: (name) => /^\.|[~,]$|,v$|\.(?:rpmsave|rpmorig|rpmnew|swp|cfsaved)$/.test(name),
    runs: 'passes over hidden files, backups and what ends in a comma',
  },
  busybox: {
    source: 'run-parts of BusyBox 1.35, run',
    title: "BusyBox's run-parts",
    skips: (name) => !/^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(name),
    runs: 'runs only files whose names have nothing but letters, digits, “_”, “-” and “.” in them, and no “.” at the beginning',
  },
};
