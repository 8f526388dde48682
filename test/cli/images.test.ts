/** Files that an image takes, as the command line reviews them: by their place in it. */
import assert from 'node:assert/strict';
import { daemonlint } from './memory-io.js';

const DEBIAN = 'FROM python:3.12\nRUN apt-get update && apt-get install -y cron\nCOPY cron/jobs cron/old.cron /etc/cron.d/\n';
const JOB = '0 3 * * * root /opt/sweep --all\n';

/** `PATH RULE` of each finding of `check` with `args` in a folder with these files. */
async function found(tree: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> {
  const inFolder = Object.fromEntries(Object.entries(tree).map(([name, text]) => [`/h/${name}`, text]));
  const { stdout } = await daemonlint(['check', ...args], inFolder);
  return [...stdout.matchAll(/^(\S+?):\d+:\d+: .* \[(\S+)\]$/gm)].map(([, file, rule]) => `${file ?? ''} ${rule ?? ''}`);
}

describe('check of files for an image', () => {
  it('finds those that no name tells, and reads them as their cron does, in a folder and by name alike', async () => {
    const tree = { Dockerfile: DEBIAN, 'cron/jobs': JOB.trimEnd(), 'cron/old.cron': JOB, 'cron/other': 'x\n' };
    const wanted = ['cron/jobs crontab/missing-newline', 'cron/old.cron crontab/file-name'];
    assert.deepEqual(await found(tree, '.'), wanted);
    assert.deepEqual(await found(tree, 'cron/jobs', 'cron/old.cron'), wanted);
  });

  it('names the name that a file gets in the image', async () => {
    const { stdout } = await daemonlint(['check', '.'], { '/h/Dockerfile': DEBIAN, '/h/cron/old.cron': JOB });
    assert.match(stdout, /Put it there as “old” or the like\./);
    assert.doesNotMatch(stdout, /help/, 'a command that renames it here would change nothing there');
  });

  it('takes the user column for what the place in the image makes of it', async () => {
    const alpine = 'FROM alpine\nCOPY crontab /etc/crontabs/root\nCMD ["crond", "-f"]\n';
    assert.deepEqual(await found({ Dockerfile: alpine, crontab: JOB }), ['crontab crontab/surplus-user']);
    assert.deepEqual(await found({ Dockerfile: alpine, crontab: JOB.replace('root ', '') }), []);
    assert.deepEqual(await found({ Dockerfile: DEBIAN, 'cron/jobs': JOB.replace('root ', '') }), ['cron/jobs crontab/user-column']);
  });

  it('tells of a file in cron.d of Alpine that nobody reads it, and nothing else', async () => {
    const dockerfile = 'FROM alpine\nCOPY jobs /etc/cron.d/\nCMD ["crond", "-f"]\n';
    assert.deepEqual(await found({ Dockerfile: dockerfile, jobs: `${JOB}61 * * * * x` }), ['jobs crontab/unread-folder']);
    const having = (name: string) => ({ Dockerfile: dockerfile.replace('COPY', `RUN apk add ${name}\nCOPY`), jobs: JOB });
    assert.deepEqual(await found(having('cronie')), []);
    // dcron runs all of cron.d as root, and takes the user for the command.
    assert.deepEqual(await found(having('dcron')), ['jobs crontab/surplus-user']);
  });

  it('holds against no cron what supercronic reads', async () => {
    const text = '*/10 * * * * * * /opt/poll\n';
    const dockerfile = 'FROM alpine\nRUN apk add --no-cache supercronic\nCOPY crontab /app/\nCMD ["supercronic", "/app/crontab"]\n';
    const { stderr } = await daemonlint(['check', '.'], { '/h/Dockerfile': dockerfile, '/h/crontab': text });
    assert.match(stderr, /no file here is named as/);
    assert.deepEqual(await found({ Dockerfile: 'FROM alpine\n', crontab: text }), ['crontab crontab/seconds-field']);
  });

  it('lets the config have the last word', async () => {
    const tree = { Dockerfile: DEBIAN, 'cron/jobs': JOB.trimEnd() };
    const files = { 'cron/jobs': { place: '/etc/cron.d/sweep.cron', dialect: 'cronie' } };
    assert.deepEqual(await found({ ...tree, '.daemonlint.json': JSON.stringify({ files }) }), ['cron/jobs crontab/missing-newline']);
    const odd = await daemonlint(['check', '.'], { '/h/.daemonlint.json': '{"files": {"x": {"place": "/opt/x"}}}' });
    assert.match(odd.stderr, /:1:27: “\/opt\/x” is not a place that a daemon reads, such as “\/etc\/cron\.d\/backup”/);
    assert.equal(odd.status, 2);
  });

  it('is of one project, with a Dockerfile or without', async () => {
    const ignore = [{ path: 'a/crontab', rule: 'crontab/syntax', reason: 'x' }];
    const tree = {
      '/h/a/crontab': '61 * * * * /opt/poll\n',
      '/h/b/crontab': JOB.replace('root ', ''),
      '/h/b/Dockerfile': 'FROM alpine\nCOPY crontab /etc/crontabs/root\n',
    };
    const said = async (command: string, config: object) =>
      (await daemonlint([command, '.'], { ...tree, '/h/.daemonlint.json': JSON.stringify(config) })).stderr;
    assert.equal(await said('check', { ignore }), '', 'the ignore is heeded');
    for (const command of ['check', 'report'])
      assert.equal((await said(command, { colour: 1 })).match(/there is no key “colour”/g)?.length, 1, command);
  });
});
