import { claim, tokens } from './tokens.js';

const read = (text: string) => tokens('source.xinetd-conf', text);

describe('the grammar of xinetd.conf', () => {
  it('knows heads, braces and includes', async () => {
    const [service, brace, defaults, include] = await read('service telnet\n{\nDEFAULTS\nincludedir /etc/xinetd.d\n');
    claim(service, ['service', 'keyword.other.service'], ['telnet', 'entity.name.function.service']);
    claim(brace, ['{', 'punctuation.section.block']);
    claim(defaults, ['DEFAULTS', 'keyword.other.defaults']);
    claim(include, ['includedir', 'keyword.control.import'], ['/etc/xinetd.d', 'string.unquoted.path']);
  });

  it('knows settings and their values; a number sign in them begins no comment', async () => {
    const [server, user, off, set, comment] = await read(
      '\tserver = /usr/sbin/in.telnetd\n\tuser\t= root\n\tdisable = Yes\n\tonly_from += 10.0.0.0/8 # x\n\t# only_from = x\n',
    );
    claim(
      server,
      ['server', 'variable.other.property'],
      ['=', 'keyword.operator.assignment'],
      ['/usr/sbin/in.telnetd', 'entity.name.function.program'],
    );
    claim(user, ['root', 'variable.other.user']);
    claim(off, ['Yes', 'constant.language.boolean']);
    claim(set, ['+=', 'keyword.operator.assignment'], ['#', 'string.unquoted'], ['x', 'string.unquoted']);
    claim(comment, ['#', 'punctuation.definition.comment'], [' only_from = x', 'comment.line.number-sign']);
  });
});
