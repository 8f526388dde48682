/** Which names in cron.daily and its like each run-parts runs. */

export interface RunParts {
  readonly source: string;
  readonly title: string;
  /** True for names that it passes over. */
  readonly skips: (name: string) => boolean;
  /** What it lets pass, to follow the title. */
  readonly runs: string;
}

export const runParts: Readonly<Record<string, RunParts>> = {
  debian: {
    source: 'run-parts(8) of debianutils, run',
    title: "Debian's run-parts",
    skips: (name) => !/^[A-Za-z0-9_-]+$/.test(name),
    runs: 'runs only files whose names have nothing but letters, digits, “_” and “-” in them',
  },
  cronie: {
    source: 'run-parts of the package crontabs of Red Hat and Fedora',
    title: 'the run-parts of Red Hat',
    skips: (name) => /^\.|[~,]$|,v$|\.(?:rpmsave|rpmorig|rpmnew|swp|cfsaved)$/.test(name),
    runs: 'passes over hidden files, backups and what ends in a comma',
  },
  busybox: {
    source: 'BusyBox 1.35 and 1.37, run: a dot may stand anywhere but at the beginning',
    title: "BusyBox's run-parts",
    skips: (name) => /^\.|[^\w.-]/.test(name),
    runs: 'runs only files whose names have nothing but letters, digits, “_”, “-” and “.” in them, and no dot at the beginning',
  },
};
