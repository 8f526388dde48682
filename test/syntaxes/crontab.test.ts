// Crontabs in colours: time fields, @ words, assignments, comments, commands and their input.
import { claim, claimAll, tokens } from './tokens.js';

const read = (text: string) => tokens('source.crontab', text);

describe('the grammar of crontabs', () => {
  it('knows numbers, lists, ranges, steps and wildcards', async () => {
    const [line] = await read('7,37 8-18/2 */3 * 1 /opt/bin/tally');
    claim(
      line,
      ['7', 'constant.numeric'],
      [',', 'punctuation.separator.list'],
      ['37', 'meta.field.minute'],
      ['8', 'meta.field.hour'],
      ['-', 'keyword.operator.range'],
      ['18', 'constant.numeric'],
      ['/', 'keyword.operator.step'],
      ['2', 'constant.numeric.step'],
      ['*', 'constant.language.wildcard'],
      ['3', 'constant.numeric.step'],
      ['*', 'meta.field.month'],
      ['1', 'meta.field.day-of-week'],
      ['/opt/bin/tally', 'entity.name.function.program'],
    );
  });

  it('knows the names of months and days where they belong, in any case', async () => {
    const [line] = await read('0 0 1 jan-Mar,OCT sun,Fri true');
    claim(
      line,
      ['jan', 'constant.language.month'],
      ['-', 'keyword.operator.range'],
      ['Mar', 'constant.language.month'],
      ['OCT', 'constant.language.month'],
      ['sun', 'constant.language.weekday'],
      ['Fri', 'constant.language.weekday'],
    );
    const [swapped] = await read('0 0 jan mon jan true');
    claim(swapped, ['jan', '!constant.language'], ['mon', '!constant.language'], ['jan', '!constant.language']);
  });

  it('knows random times', async () => {
    const [line] = await read('~ 2~5 * * * x');
    claim(line, ['~', 'keyword.operator.random'], ['2', 'constant.numeric'], ['~', 'keyword.operator.random']);
  });

  it('knows @ words and the mark that keeps cronie quiet', async () => {
    const [reboot, quiet, seconds] = await read('@reboot /bin/x\n-*/5 * * * * y\n@90 z');
    claim(reboot, ['@reboot', 'keyword.other.schedule'], ['/bin/x', 'entity.name.function.program']);
    claim(quiet, ['-', 'keyword.operator.quiet'], ['*', 'constant.language.wildcard']);
    claim(seconds, ['@90', 'keyword.other.schedule']);
  });

  it('leaves six and seven columns open: only a user who is no command is told from one', async () => {
    const [system, word] = await read('5 4 * * * root\t/usr/lib/tidy --all\n5 4 * * * echo /usr');
    claim(system, ['root', 'variable.other.user'], ['/usr/lib/tidy', 'entity.name.function.program'], [' --all', '!entity']);
    claim(word, ['echo /usr', '!variable.other.user']);
  });

  it('knows assignments, quoted and not, with blanks around =', async () => {
    const lines = await read('SHELL=/bin/sh\nMAILTO = "a b"\n "X Y"=\'z\'\nRANDOM_DELAY=45\nEMPTY=\nA=b=c d');
    claim(lines[0], ['SHELL', 'variable.other.environment'], ['=', 'keyword.operator.assignment'], ['/bin/sh', 'string.unquoted']);
    claim(lines[1], ['MAILTO', 'variable.other.environment'], ['"a b"', 'string.quoted.double']);
    claim(lines[2], ['"X Y"', 'variable.other.environment'], ["'z'", 'string.quoted.single']);
    claim(lines[3], ['45', 'constant.numeric']);
    claim(lines[4], ['EMPTY', 'variable.other.environment']);
    claim(lines[5], ['A', 'variable.other.environment'], ['b=c d', 'string.unquoted']);
  });

  it('does not take an = within a command for an assignment', async () => {
    const [line] = await read('1 2 * * * LANG=C ls');
    claim(line, ['1', 'constant.numeric'], ['LANG=C ls', '!variable.other.environment']);
  });

  it('cuts a command at the first bare %, even within quotes', async () => {
    const [plain, quoted] = await read('0 9 * * * mail -s "50\\% off" joe%Dear Joe,%hurry\n0 9 * * * date "+%F"');
    claim(
      plain,
      ['\\%', 'constant.character.escape'],
      ['%', 'punctuation.separator.input'],
      ['Dear Joe,', 'string.unquoted.input'],
      ['%', 'punctuation.separator.input'],
      ['hurry', 'string.unquoted.input'],
    );
    claim(quoted, ['"', 'string.quoted.double'], ['%', 'punctuation.separator.input'], ['F"', 'string.unquoted.input']);
  });

  it('knows variables, operators and redirections of a command', async () => {
    const [line] = await read('* * * * * cd $HOME && ./run >/dev/null 2>&1');
    claim(
      line,
      ['$HOME', 'variable.other.shell'],
      ['&&', 'keyword.operator.list'],
      ['>', 'keyword.operator.redirect'],
      ['2>&1', 'keyword.operator.redirect'],
    );
  });

  it('takes # for a comment only as the first character that is no blank', async () => {
    const [comment, indented, command] = await read('# a note\n\t # another\n0 0 * * * x # y');
    claimAll(comment, 'comment.line.number-sign');
    claimAll(indented, 'comment.line.number-sign');
    claim(command, ['x # y', '!comment']);
  });

  it('tells commented-out entries from prose and from the header that shows the columns', async () => {
    const lines = await read(
      [
        '#16 * * * * /usr/sbin/sendmail -q',
        '# 0 3 * jan mon root nightly',
        '#@daily /bin/x',
        '# * * * * * user-name command to be executed',
        '# 5 of these run at night',
      ].join('\n'),
    );
    for (const line of lines.slice(0, 3)) {
      claimAll(line, 'comment');
      claimAll(line, 'meta.disabled');
    }
    for (const line of lines.slice(3)) {
      claimAll(line, 'comment');
      for (const { text } of line) claim(line, [text, '!meta.disabled']);
    }
  });

  it('shows what is said to daemonlint', async () => {
    const [line] = await read('# daemonlint: form=system dialect=debian');
    claimAll(line, 'comment');
    claim(line, ['daemonlint:', 'keyword'], ['form', 'variable.parameter'], ['system', 'string'], ['dialect', 'variable.parameter']);
  });

  it('lets no unclosed quote and no input run into the next line', async () => {
    const lines = await read('0 0 * * * say "never closed\n0 1 * * * x %in\n0 2 * * * y');
    for (const line of lines) claim(line, ['0', 'meta.field.minute']);
  });

  it('keeps its place while an entry is being typed', async () => {
    const [two, five] = await read('*/5 4\n1 2 3 4 5 ');
    claim(two, ['5', 'constant.numeric.step'], ['4', 'meta.field.hour']);
    claim(five, ['5', 'meta.field.day-of-week']);
  });
});
