// The scenes of the walk: what a person does with each kind of file, and what must be on disk afterwards.
import assert from 'node:assert/strict';

/** Where `word` is on the first line of `text` that `line` matches: line and column from 1. */
function placeOf(text, line, word) {
  const lines = text.split('\n');
  const index = lines.findIndex((each) => line.test(each));
  assert.ok(index >= 0, `no line matches ${line}`);
  return { line: index + 1, column: lines[index].indexOf(word) + 1 };
}

/** `text` with its only match of `pattern` replaced. */
function changed(text, pattern, by) {
  assert.match(text, pattern);
  return text.replace(pattern, by);
}

/** inetd.conf: see what is wrong, read why, comment the service out, save. */
async function inetd({ me, read, settled, shot, files: { inetd: file } }) {
  const before = read(file);
  await me.open(file);
  await me.squiggle(file, 'warning');
  await me.goTo(placeOf(before, /^telnet/, 'telnet'));
  await me.problems(/telnet/i);
  await shot('inetd-problems');
  await me.closeProblems();
  await me.hover(/ssh/i);
  await shot('inetd-hover');
  await me.closeHover();
  await me.fixes(/comment/i);
  await shot('inetd-fixes');
  await me.accept();
  await me.dirty(1);
  await me.press('Control+S');
  await me.dirty(0);
  await settled({ [file]: changed(before, /^telnet/m, '#telnet') });
}

/** A system crontab: read what a schedule means, comment out the entry that starts a daemon, save. */
async function crontab({ me, read, settled, shot, files: { crontab: file } }) {
  const before = read(file);
  await me.open(file);
  await me.squiggle(file, 'warning');
  await me.status('crontab (system)');
  await me.goTo(placeOf(before, /^30 6/, '6'));
  await me.hover(/hour 6/);
  await me.closeHover();
  await me.goTo(placeOf(before, /^30 6/, 'snmpd'));
  await me.hover(/SNMP/);
  await shot('crontab-hover');
  await me.closeHover();
  await me.fixes(/comment/i);
  await me.accept();
  await me.dirty(1);
  await me.press('Control+S');
  await me.dirty(0);
  await settled({ [file]: changed(before, /^30 6/m, '#30 6') });
}

/** A comment that speaks to daemonlint: have a fix write it, read what it does, open the page of the rule from there, take it back. */
async function comment({ me, read, shot, files: { crontab: file } }) {
  const place = placeOf(read(file), /^30 6/, 'snmpd');
  await me.open(file);
  await me.squiggle(file, 'warning');
  await me.goTo(place);
  await me.fixes(/ignore/i);
  await me.accept();
  await me.dirty(1);
  await me.goTo({ ...place, column: '# daemonlint: ig'.length });
  await me.hover(/is not told/);
  await shot('comment-hover');
  await me.link('risky-daemon');
  const rule = await me.view('h1');
  await rule.getByRole('heading', { name: 'risky-daemon' }).waitFor();
  await me.command('View: Revert and Close Editor');
  await me.command('View: Revert and Close Editor');
  await me.dirty(0);
}

/** What stands behind the entries of a crontab: when they run, in words and next. */
async function hints({ me, shot, files: { crontab: file } }) {
  await me.open(file);
  await me.hint(/at\s06:30\son\sMondays\s·\snext\sMon.*06:30$/);
  await shot('crontab-hints');
}

/** A listing: turn sendmail off and have its queue run by cron, in two files at once; take both back by one undo; do it again. */
async function listing({ me, read, settled, shot, files: { listing: file, crontab: other } }) {
  const [before, table] = [read(file), read(other)];
  const off = changed(before, /S80sendmail/, 'K30sendmail');
  const withQueueRun = `${table}16 * * * * root /usr/sbin/sendmail -q\n`;
  await me.open(other);
  await me.open(file);
  await me.squiggle(file, 'warning');
  await me.goTo(placeOf(before, /S80sendmail/, 'sendmail'));
  await me.hover(/mail/i);
  await me.closeHover();
  await me.fixes(/queue/i);
  await shot('listing-fixes');
  await me.accept();
  // A fix of several files is saved at once by the editor (files.refactoring.autoSave); undoing it is not.
  await settled({ [file]: off, [other]: withQueueRun });
  await me.dirty(0);
  await me.press('Control+Z');
  await me.dirty(2);
  await me.command('File: Save All');
  await settled({ [file]: before, [other]: table });
  await me.goTo(placeOf(before, /S80sendmail/, 'sendmail'));
  await me.fixes(/queue/i);
  await me.accept();
  await settled({ [file]: off, [other]: withQueueRun });
  await me.open(other);
  await me.goTo(placeOf(withQueueRun, /^16/, '16'));
  await shot('crontab-queue');
}

/** The week of a crontab: see it beside the file, by keyboard and mouse, in the light and in the dark; it follows what is typed and leads to its lines. */
async function week({ me, read, shot, files: { site: file } }) {
  const lines = read(file).split('\n');
  const lineOf = (word) => lines.findIndex((line) => line.includes(word)) + 1;
  await me.open(file);
  await me.status('crontab (system)');
  await me.press('Control+B');
  await me.command('daemonlint: Show Week Map');
  const view = await me.view('[role=grid]');
  const jobs = view.locator('#jobs li');
  const cell = (name) => view.getByRole('gridcell', { name });
  // Five start at two on days of work.
  await cell(/^Monday .*02:00/).click();
  await view.locator('#hour-name', { hasText: '5 jobs start together at 02:00' }).waitFor();
  assert.equal(await jobs.count(), 5);
  await shot('week-map');
  await me.command('Preferences: Toggle between Light/Dark Themes');
  await view.locator('body.vscode-light').waitFor();
  await me.command('Preferences: Toggle between Light/Dark Themes');
  await view.locator('body.vscode-dark').waitFor();
  await view
    .getByRole('link', { name: /dump-tables/ })
    .first()
    .click();
  await me.isAt(lineOf('dump-tables'));
  await me.goTo({ line: lineOf('check-disks'), column: 1 });
  await me.press('Control+Slash');
  await view.getByText('check-disks').waitFor({ state: 'detached' });
  await me.press('Control+Z');
  await view.getByText('check-disks').waitFor();
  await cell(/^Sunday .*05:00/).focus();
  await view.locator('[aria-live]', { hasText: '05:45 check-disks' }).waitFor({ state: 'attached' });
  await jobs.filter({ hasText: 'check-disks' }).waitFor();
  await cell(/^Sunday .*05:00/).press('ArrowUp');
  await cell(/^Saturday .*05:00/).press('Enter');
  await me.isAt(lineOf('mrtg /etc'));
  await me.press('Control+B');
}

/** A host: what it starts, a place, a fix from the side bar, which follows; the report and its links; the plan and its undo. Then all as it was. */
async function host({ me, read, settled, shot, files }) {
  const all = () => Object.fromEntries(Object.values(files).map((file) => [file, read(file)]));
  const [before, wide] = [all(), 400];
  const { inetd: file } = files;
  const fixed = changed(before[file], /^finger/m, '#finger');
  await me.hosts('telnet', wide);
  await me.unfold('snmpd');
  await me.treeRow(/etc\/crontab:\d+ *on by the clock/).click();
  await me.isAt(placeOf(before[files.crontab], /snmpd restart/, '30').line);
  await me.unfold('finger');
  await me.rowAction(/etc\/inetd\.conf:\d+/, 'Fix…');
  await me.menu(/comment/i);
  await shot('host-view');
  await me.accept();
  // What remains to be done is said once in a session, and goes away by itself.
  await me.notice('HUP');
  await me.dirty(1);
  await me.press('Control+S');
  await me.dirty(0);
  await settled({ [file]: fixed });
  await me.treeRow(/^finger *turn it off/).waitFor({ state: 'detached' });
  await me.command('daemonlint: Focus on Host View');
  await me.press('End');
  await me.treeRow(/^finger *commented out/).waitFor();
  await me.command('daemonlint: Show Report on a Host');
  const report = await me.view('main');
  await report.getByRole('heading', { name: 'Host redhat-6.1' }).waitFor();
  await me.command('Notifications: Clear All Notifications');
  await shot('host-report');
  await me.command('Preferences: Toggle between Light/Dark Themes');
  await report.locator('body.vscode-light').waitFor();
  await me.command('Preferences: Toggle between Light/Dark Themes');
  await report.locator('body.vscode-dark').waitFor();
  await report.locator('#boot').scrollIntoViewIfNeeded();
  await report
    .getByRole('link', { name: /rc3\.d\.txt:28/ })
    .first()
    .click();
  await me.isAt(28);
  await me.explorer();
  await me.press('Control+B');
  await me.command('View: Close All Editors');
  await me.command('daemonlint: Show Plan');
  await me.script('Turns off what daemonlint found on this host');
  await me.press('Alt+Z', 'Control+End');
  await me.script('turn_off portmap');
  await me.command('daemonlint: Show Undo of Plan');
  await me.script('Takes back what the plan');
  await me.press('Alt+Z', 'Control+End');
  await shot('host-plan');
  await me.press('Control+B');
  await me.dirty(2);
  for (const left of [1, 0]) {
    await me.command('View: Revert and Close Editor');
    await me.dirty(left);
  }
  assert.deepEqual(all(), { ...before, [file]: fixed }, 'plans are texts: no file has changed');
  await me.open(file);
  await me.press('Control+Z');
  await me.dirty(1);
  await me.press('Control+S');
  await settled(before);
}

// The host comes first: it shows the sample as it is, and puts back what it changes.
export const scenes = { host, inetd, hints, comment, crontab, listing, week };
