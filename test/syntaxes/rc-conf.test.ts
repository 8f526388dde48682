// rc.conf in colours.
import { claim, tokens } from './tokens.js';

const read = (text: string) => tokens('source.rc-conf', text);

describe('the grammar of rc.conf', () => {
  it('knows switches and what they are set to', async () => {
    const [on, off, bare, flags] = await read('sshd_enable="YES" # x\ninetd_enable=\'no\'\ncron_enable=ON\nlpd_flags=NO');
    claim(
      on,
      ['sshd', 'variable.other'],
      ['_enable', 'keyword.other.switch'],
      ['=', 'keyword.operator'],
      ['YES', 'constant.language.on'],
      ['#', 'punctuation'],
    );
    claim(off, ['inetd', 'variable.other'], ['no', 'constant.language.off']);
    claim(bare, ['ON', 'constant.language.on']);
    claim(flags, ['lpd', 'variable.other'], ['_flags', 'keyword.other.flags'], ['NO', 'constant.language.off']);
  });

  it('knows other values, those over several lines, and the scripts of packages', async () => {
    const lines = await read('a="inet $x \\\n mask"\npkg_scripts="cupsd snmpd"\n#lpd_enable="YES"\nif true; then');
    claim(lines[0], ['inet ', 'string.quoted.double'], ['$x', 'variable.parameter']);
    claim(lines[1], [' mask', 'string.quoted.double']);
    claim(lines[2], ['pkg_scripts', 'variable.other'], ['cupsd', 'entity.name.function.script'], ['snmpd', 'entity.name.function.script']);
    claim(lines[3], ['lpd_enable="YES"', 'meta.disabled']);
    claim(lines[4], ['if', 'keyword.control']);
  });
});
