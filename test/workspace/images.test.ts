/** Where Dockerfiles put files, and what these count as for that. */
import assert from 'node:assert/strict';
import { parentOf, projectFinder, wishOf } from '../../workspace/src/index.js';
import { memoryFiles, type Tree } from './memory.js';

/** Where `file` of `tree` counts as lying; undefined where that is its own place. */
async function placeOf(tree: Tree, file: string): Promise<string | undefined> {
  const project = await projectFinder(memoryFiles(tree))(parentOf(file) ?? '/');
  return wishOf(project, file).place;
}

/** A Dockerfile in /r, and where /r/cron/jobs comes to be by it. */
const rows: readonly (readonly [dockerfile: string, place: string | undefined])[] = [
  ['FROM debian:12\nCOPY cron/jobs /etc/cron.d/jobs\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY ./cron/jobs /etc/cron.d/\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY cron/jobs /etc/cron.d\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY cron /etc/cron.d\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY cron/* run.sh /etc/cron.d/\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY * /etc/cron.d/\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nADD ["cron/jobs", "/etc/cron.d/other"]\n', 'debian/etc/cron.d/other'],
  ['FROM debian:12\nCOPY --chown=root:root --chmod=644 cron/jobs /etc/cron.d/jobs\n', 'debian/etc/cron.d/jobs'],
  [`FROM debian:12\nENV AT=/etc/cron.d NAME="jobs"\nCOPY cron/$NAME \${AT}/jobs\n`, 'debian/etc/cron.d/jobs'],
  [`ARG OF=debian\nARG V=12\nFROM \${OF}:\${V:-11}\nCOPY cron/jobs /etc/cron.d/jobs\n`, 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nWORKDIR /etc\nWORKDIR cron.d\nCOPY cron/jobs ./\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian:12\nCOPY . /srv\nRUN cp /srv/cron/jobs /etc/cron.d/\n', 'debian/etc/cron.d/jobs'],
  [
    'FROM debian:12\nWORKDIR /srv\nCOPY cron/jobs .\nRUN apt-get update && \\\n  # there\n  mv -f jobs /etc/cron.d/\n',
    'debian/etc/cron.d/jobs',
  ],
  [
    'FROM debian:12\nCOPY cron /srv\nRUN install -m 644 /srv/jobs /etc/cron.d/jobs && ln -s /srv/x /etc/cron.d/x\n',
    'debian/etc/cron.d/jobs',
  ],
  ['FROM alpine\nCOPY cron/jobs /srv/\nRUN cat /srv/jobs >> /etc/crontabs/root\n', 'alpine/etc/crontabs/root'],
  // By whom crontab is called.
  ['FROM python:3.12-slim\nCOPY cron/jobs /srv/jobs\nRUN crontab /srv/jobs\n', 'debian/var/spool/cron/crontabs/root'],
  ['FROM python:3.12-alpine\nCOPY cron/jobs /srv/jobs\nRUN /usr/bin/crontab -u www /srv/jobs\n', 'alpine/etc/crontabs/www'],
  ['FROM rockylinux:9\nUSER app:app\nWORKDIR /srv\nCOPY cron/jobs .\nRUN ["crontab", "jobs"]\n', 'fedora/var/spool/cron/app'],
  ['FROM alpine\nCOPY cron/jobs /srv/jobs\nRUN <<E\nset -e\ncrontab /srv/jobs\nE\n', 'alpine/etc/crontabs/root'],
  [
    'FROM debian:12\nCOPY cron/jobs /etc/cron.d/jobs\nRUN chmod 644 /etc/cron.d/jobs && crontab /etc/cron.d/jobs\n',
    'debian/var/spool/cron/crontabs/root',
  ],
  ['FROM php:8-fpm\nCOPY cron/jobs /etc/crontabs/root\nRUN crontab /etc/crontabs/root\n', 'debian/var/spool/cron/crontabs/root'],
  ['FROM alpine\nCOPY cron/jobs /etc/cron.d/jobs\nCMD ["crond", "-f"]\n', 'alpine/etc/cron.d/jobs'],
  ['FROM alpine\nCOPY cron/jobs /etc/cron.d/root\nCMD ["crond", "-f", "-c", "/etc/cron.d"]\n', undefined],
  ['FROM alpine\nRUN apk add cronie\nCOPY cron/jobs /etc/cron.d/jobs\nCMD crond -n\n', 'cronie/etc/cron.d/jobs'],
  // What is installed tells the system sooner than a name does.
  ['FROM example.org/own:1\nRUN apk add --no-cache tzdata\nCOPY cron/jobs /etc/crontabs/root\n', 'alpine/etc/crontabs/root'],
  ['FROM example.org/own:1\nCOPY cron/jobs /etc/cron.d/jobs\n', '/etc/cron.d/jobs'],
  // Of one that lies where no cron looks the system alone is known, if the image has a cron.
  ['FROM alpine\nRUN apk add --no-cache dcron=4.5-r9\nCOPY cron/jobs /srv/jobs\n', 'dcron/cron/jobs'],
  ['FROM node:20\nCOPY . .\nCMD ["/usr/sbin/cron", "-f"]\n', 'debian/cron/jobs'],
  ['FROM node:20\nCOPY . .\n', undefined],
  ['FROM node:20\nCOPY cron /srv/etc/cron.d\n', undefined],
  ['FROM alpine\nCOPY cron/jobs /srv/jobs\nADD https://example.org/supercronic /usr/bin/\n', 'supercronic/jobs'],
  // Stages.
  ['FROM alpine AS a\nCOPY cron/jobs /x/\nFROM debian\nCOPY --from=a /x/jobs /etc/cron.d/jobs\n', 'debian/etc/cron.d/jobs'],
  ['FROM alpine\nCOPY cron /x\nFROM debian\nCOPY --from=0 /x /etc/cron.d\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian AS a\nCOPY cron/jobs /x/\nFROM a\nRUN cp /x/jobs /etc/cron.d/\n', 'debian/etc/cron.d/jobs'],
  ['FROM debian AS a\nCOPY cron/jobs /etc/cron.d/a\nFROM a\nCOPY cron/jobs /etc/cron.d/b\n', 'debian/etc/cron.d/b'],
  // Nothing of the file, or nothing that agrees.
  ['FROM debian:12\nCOPY cron/other /etc/cron.d/other\n', undefined],
  ['FROM debian:12\nCOPY jobs /etc/cron.d/jobs\n', undefined],
  ['FROM debian:12\nCOPY *.cron j* /etc/cron.d/\n', undefined],
  ['FROM debian:12\nCOPY <<cron/jobs /etc/cron.d/jobs\ncron/jobs\n', undefined],
  ['FROM debian:12\nONBUILD COPY cron/jobs /etc/cron.d/jobs\n', undefined],
  ['FROM debian:12\nCOPY --from=example.org/x /cron/jobs /etc/cron.d/jobs\n', undefined],
  ['FROM alpine\nCOPY cron/jobs /srv/\nFROM debian\nCOPY cron/jobs /srv/\n', undefined],
  ['COPY cron/jobs /etc/cron.d/jobs\n', undefined],
  ['FROM debian\nCOPY [cron/jobs /etc/cron.d/jobs\n', undefined],
];

describe('a file that an image takes', () => {
  for (const [dockerfile, place] of rows)
    it(`is at ${place ?? 'its own place'} by ${JSON.stringify(dockerfile)}`, async () =>
      assert.equal(await placeOf({ '/r/Dockerfile': dockerfile, '/r/cron/jobs': '' }, '/r/cron/jobs'), place));

  it('is told of by Dockerfiles of several names, in its folder or above, for the folder that is built or one above that', async () => {
    const text = 'FROM debian\nCOPY deploy/cron/jobs /etc/cron.d/jobs\n';
    for (const name of ['Dockerfile', 'Containerfile', 'Dockerfile.cron', 'cron.Dockerfile', 'dockerfile'])
      for (const folder of ['/r', '/r/deploy', '/r/deploy/cron'])
        assert.equal(
          await placeOf({ [`${folder}/${name}`]: text, '/r/deploy/cron/jobs': '' }, '/r/deploy/cron/jobs'),
          'debian/etc/cron.d/jobs',
          name,
        );
    for (const name of ['Dockerfile.dockerignore', 'Dockerfile.md', 'MyDockerfile'])
      assert.equal(await placeOf({ [`/r/${name}`]: text, '/r/deploy/cron/jobs': '' }, '/r/deploy/cron/jobs'), undefined, name);
  });

  it('is not told of by what lies above its repository, by a folder, or by what is no text', async () => {
    const text = 'FROM debian\nCOPY r/jobs /etc/cron.d/jobs\n';
    assert.equal(await placeOf({ '/Dockerfile': text, '/r/jobs': '' }, '/r/jobs'), 'debian/etc/cron.d/jobs');
    assert.equal(await placeOf({ '/Dockerfile': text, '/r/jobs': '', '/r/.git/HEAD': '' }, '/r/jobs'), undefined);
    for (const odd of [{ folder: true } as const, { denied: true } as const, { link: '/gone' }, { device: true } as const, '\0\x01'])
      assert.equal(await placeOf({ '/Dockerfile': odd, '/r/jobs': '' }, '/r/jobs'), undefined, JSON.stringify(odd));
  });

  it('stays where it lies as on a host, unless it is put where a daemon looks', async () => {
    const tree = (to: string) => ({ '/r/Dockerfile': `FROM debian\nRUN apt-get install cron\nCOPY . ${to}\n`, '/r/etc/cron.d/jobs': '' });
    assert.equal(await placeOf(tree('/srv'), '/r/etc/cron.d/jobs'), undefined);
    assert.equal(await placeOf(tree('/'), '/r/etc/cron.d/jobs'), 'debian/etc/cron.d/jobs');
  });

  it('has the place that all who take it agree on in kind', async () => {
    const first = 'FROM debian:12\nCOPY jobs /etc/cron.d/jobs\n';
    const tree = (second: string) => ({ '/r/jobs': '', '/r/Dockerfile': first, '/r/Dockerfile.b': second });
    assert.equal(await placeOf(tree('FROM ubuntu\nCOPY jobs /etc/cron.d/b\n'), '/r/jobs'), 'debian/etc/cron.d/b');
    assert.equal(await placeOf(tree('FROM ubuntu\nCOPY x /etc/cron.d/b\n'), '/r/jobs'), 'debian/etc/cron.d/jobs');
    assert.equal(await placeOf(tree('FROM alpine\nCOPY jobs /etc/crontabs/root\n'), '/r/jobs'), 'alpine/etc/crontabs/root');
  });

  it('is where .daemonlint.json says, if that says so', async () => {
    const dockerfile = 'FROM debian:12\nCOPY . /etc/cron.d/\n';
    const config = (place: string) => JSON.stringify({ files: { '*': { place } } });
    for (const [place, wanted] of [
      ['/etc/crontab', 'etc/crontab'],
      ['/etc/cron.d/', 'etc/cron.d/jobs'],
    ] as const)
      assert.equal(await placeOf({ '/r/jobs': '', '/r/Dockerfile': dockerfile, '/r/.daemonlint.json': config(place) }, '/r/jobs'), wanted);
  });
});
