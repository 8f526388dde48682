// inittab in colours: entries of both inits, comments, entries that are commented out.
import { claim, tokens } from './tokens.js';

const read = (text: string) => tokens('source.inittab', text);

describe('the grammar of inittab', () => {
  it('knows the fields of an entry', async () => {
    const [level, getty, shell, wrong] = await read(
      'id:3:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\nttyS0::askfirst:-/bin/sh\n1:2345:respwan:/x\n',
    );
    claim(level, ['id', 'variable.other.id'], ['3', 'constant.numeric.runlevel'], ['initdefault', 'keyword.control.action']);
    claim(
      getty,
      ['1', 'variable.other.id'],
      ['2345', 'constant.numeric.runlevel'],
      ['respawn', 'keyword.control.action'],
      ['/sbin/getty', 'entity.name.function.program'],
    );
    claim(
      shell,
      ['ttyS0', 'variable.other.id'],
      ['askfirst', 'keyword.control.action'],
      ['-', 'keyword.operator.sign'],
      ['/bin/sh', 'entity.name.function.program'],
    );
    claim(wrong, ['respwan', 'invalid.illegal.action']);
  });

  it('knows comments, and entries among them', async () => {
    const [off, header] = await read('#T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100\n# <id>:<runlevels>:<action>:<process>\n');
    claim(off, ['#', 'punctuation.definition.comment'], ['T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100', 'meta.disabled']);
    claim(header, ['#', '!meta.disabled']);
  });
});
