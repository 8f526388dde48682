/** xinetd's blocks: what is off and why, how they are turned off and on, columns, hovers, completion, records. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  actionsAt,
  applyEdits,
  completionsAt,
  foldsOf,
  formatEdits,
  hoverAt,
  identify,
  safeEdits,
  symbolsOf,
} from '../../core/src/index.js';
import { xinetd } from '../../core/src/kinds/xinetd/index.js';
import { pieces } from '../kinds/index.js';
import { readAs } from '../support.js';

const PATH = '/etc/xinetd.d/own';
const read = (text: string, path = PATH) => readAs(path, text);
const states = (text: string, path = PATH) =>
  read(text, path).document.lines.flatMap(({ launches }) => launches.map(({ subject, state }) => `${subject.text} ${state}`));

const FINGER = ['socket_type = stream', 'wait = no', 'user = nobody', 'server = /usr/sbin/in.fingerd'];
const block = (name: string, ...lines: readonly string[]): string =>
  `service ${name}\n{\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;
const finger = (...lines: readonly string[]): string => block('finger', ...FINGER, ...lines);

describe('xinetd: what is on', () => {
  it('is what neither the block nor the defaults before it turn off', () => {
    assert.deepEqual(states(finger()), ['finger on']);
    assert.deepEqual(states(finger('disable = YES')), ['finger off']);
    assert.deepEqual(states(`defaults\n{\n\tdisabled = other finger\n}\n${finger()}`), ['finger off']);
    assert.deepEqual(states(`defaults\n{\n\tenabled = other\n}\n${finger()}`), ['finger off']);
    assert.deepEqual(states(`defaults\n{\n\tdisabled = finger\n}\n${finger('id = finger-2')}`), ['finger on']);
  });

  it('is nothing in a file that includedir passes over', () => {
    assert.deepEqual(states(finger(), '/etc/xinetd.d/own.conf'), ['finger off']);
    assert.deepEqual(states(finger(), '/roles/x/templates/xinetd.d/own.j2'), ['finger on']);
    for (const path of ['/etc/xinetd.d/own~', '/etc/xinetd.d/own.rpmsave', '/etc/xinetd.d/.own.swp', '/etc/xinetd.d/README'])
      assert.equal(identify({ path, text: finger(), sniff: false }), undefined, path);
  });

  it('may be commented out', () => {
    const off = finger().replace(/^/gm, '#').replace(/#$/, '');
    assert.deepEqual(states(off), ['finger commented']);
    const [action] = actionsAt(read(off), { start: 10, end: 10 }).filter(({ type }) => type === 'enable');
    assert.equal(applyEdits(off, action?.fix.edits ?? []), finger());
    const prose = '# service <name>\n# {\n#\tdisable = yes\n# }\n';
    assert.deepEqual(states(prose), []);
    assert.deepEqual(states('# service finger\n# {\n# ...\n# }\n'), []);
  });

  it('is known by name, port, program and RPC number, and by tcpd’s first argument', () => {
    const fact = (text: string) => read(text).document.lines[0]?.launches[0]?.fact;
    assert.equal(fact(block('x', 'type = UNLISTED', 'port = 23', ...FINGER.slice(0, 3), 'server = /opt/x')), 'telnet');
    assert.equal(fact(block('x', 'type = UNLISTED', 'port = 4711', ...FINGER)), 'finger');
    const wrapped = ['flags = NAMEINARGS', ...FINGER.slice(0, 3), 'server = /usr/sbin/tcpd', 'server_args = /usr/sbin/in.telnetd'];
    assert.equal(fact(block('x', 'type = UNLISTED', 'port = 4711', ...wrapped)), 'telnet');
  });

  it('is of others too where any line of the defaults lets them in', () => {
    const local = (...lines: readonly string[]) => {
      const when = read(`defaults\n{\n${lines.map((line) => `\t${line}\n`).join('')}}\n${finger()}`, '/etc/xinetd.conf').document.lines.at(
        -1,
      )?.launches[0]?.when;
      return when?.type === 'socket' && when.loopback;
    };
    assert.deepEqual(
      [
        local('only_from = localhost'),
        local('only_from = 10.0.0.1', 'only_from = localhost'),
        local('only_from = ::1', 'only_from = localhost'),
      ],
      [true, false, true],
    );
  });

  it('is of this host alone where an address says so', () => {
    const local = (...lines: readonly string[]) => {
      const when = read(finger(...lines)).document.lines[0]?.launches[0]?.when;
      return when?.type === 'socket' && when.loopback;
    };
    assert.deepEqual(
      [local(), local('bind = 127.0.0.1'), local('interface = ::1'), local('only_from = localhost 127.0.0.0/8')],
      [false, true, true, true],
    );
    assert.deepEqual([local('only_from = 127.0.0.1 10.0.0.1'), local('only_from =')], [false, false]);
    const behind = (...lines: readonly string[]) => {
      const { lines: found } = read(`defaults\n{\n\tonly_from = 127.0.0.1\n}\n${finger(...lines)}`).document;
      const when = found[1]?.launches[0]?.when;
      return when?.type === 'socket' && when.loopback;
    };
    assert.deepEqual(
      [behind(), behind('only_from = 10.0.0.1'), behind('only_from += 10.0.0.1'), behind('only_from += ::1')],
      [true, false, false, true],
    );
  });
});

describe('xinetd: what its rules say', () => {
  const said = (text: string, rule: string, path = PATH) => read(text, path).findings.filter((found) => found.rule === rule);

  it('names what a stray word may have been, and grades a } by what it costs', () => {
    assert.match(said(block('x').replace('service', 'ervice'), 'xinetd/syntax')[0]?.message ?? '', /Probably service is meant\.$/);
    assert.deepEqual(
      [`${finger()}}\n`, `${finger()}}\n${finger('id = finger-2')}`].map((text) =>
        said(text, 'xinetd/syntax').map(({ severity }) => severity),
      ),
      [['warning'], ['error']],
    );
  });

  it('gives one that writes to terminals their group', () => {
    const talk = ['socket_type = dgram', 'wait = yes', 'server = /usr/sbin/in.ntalkd'];
    const text = block('ntalk', ...talk, 'user  = root');
    const [found] = said(text, 'xinetd/runs-as-root');
    assert.equal(applyEdits(text, found?.fixes[0]?.edits ?? []), block('ntalk', ...talk, 'user  = nobody', 'group  = tty'));
    const grouped = block('ntalk', ...talk, 'group = tty', 'user = root');
    assert.equal(
      applyEdits(grouped, said(grouped, 'xinetd/runs-as-root')[0]?.fixes[0]?.edits ?? []),
      grouped.replace('user = root', 'user = nobody'),
    );
  });

  it('writes += where a list is begun anew', () => {
    const text = finger('only_from = 10.0.0.1', 'only_from = 10.0.0.2');
    const [found] = said(text, 'xinetd/replaced-list');
    assert.equal(applyEdits(text, found?.fixes[0]?.edits ?? []), finger('only_from = 10.0.0.1', 'only_from += 10.0.0.2'));
  });

  it('offers to take quotes away from one word alone', () => {
    const fixes = (...lines: readonly string[]) => said(finger(...lines), 'xinetd/quoted-value').map(({ fixes: { length } }) => length);
    assert.deepEqual(
      [fixes('env = "A=b"'), fixes('server_args = "a b"'), fixes("env = A='b'"), fixes('server_args = a"b"')],
      [[1], [0], [1], []],
    );
  });
});

describe('xinetd: turning off', () => {
  const off = (text: string): string => {
    const at = text.indexOf('service') + 9;
    const action = actionsAt(read(text), { start: at, end: at }).find(({ fix }) => fix.title.startsWith('Disable'));
    return applyEdits(text, action?.fix.edits ?? []);
  };

  it('writes a line as the others of the block are written, with their line end', () => {
    assert.equal(
      off('service time\n{\n\ttype\t\t= INTERNAL\n\twait = no\n\tsocket_type = dgram\n}\n'),
      'service time\n{\n\tdisable\t\t= yes\n\ttype\t\t= INTERNAL\n\twait = no\n\tsocket_type = dgram\n}\n',
    );
    assert.equal(
      off('service time\r\n{\r\n    socket_type = dgram\r\n    wait        = yes\r\n    type        = INTERNAL\r\n}\r\n'),
      'service time\r\n{\r\n    disable     = yes\r\n    socket_type = dgram\r\n    wait        = yes\r\n    type        = INTERNAL\r\n}\r\n',
    );
  });

  it('changes the setting that is there, whatever keeps it from counting', () => {
    for (const [before, after] of [
      ['disable = no', 'disable = yes'],
      ['disable =no', 'disable =yes'],
      ['disable += yes', 'disable = yes'],
      ['disable =', 'disable = yes'],
      ['disable = yes # why not', '# why not\n\tdisable = yes'],
    ] as const)
      assert.equal(off(finger(before)), finger(after), before);
  });

  it('is done, and done only once, over generated files', () => {
    let fixed = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(pieces.xinetd ?? []), finger(), finger('disable = no')), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const { edits } = safeEdits(read(text).findings);
        if (edits.length > 0) fixed++;
        const after = applyEdits(text, edits);
        assert.deepEqual(safeEdits(read(after).findings).edits, []);
        assert.equal(states(after).length, states(text).length);
      }),
      { numRuns: 500 },
    );
    assert.ok(fixed > 50, `${fixed} texts`);
  });

  it('is undone by the other value; what the defaults turn off is not switched in the block', () => {
    const enable = (text: string) =>
      actionsAt(read(text), { start: text.lastIndexOf('service') + 9, end: text.lastIndexOf('service') + 9 }).filter(
        ({ type }) => type === 'enable',
      );
    const text = finger('disable = yes');
    assert.equal(applyEdits(text, enable(text)[0]?.fix.edits ?? []), finger('disable = no'));
    assert.deepEqual(enable(`defaults\n{\n\tdisabled = finger\n}\n${finger()}`), []);
  });
});

describe('xinetd: in the editor', () => {
  it('has columns within a block, and folds and symbols for blocks', () => {
    const text = `defaults\n{\n\tcps = 5 5\n\tinstances   = 60\n}\n${finger()}`;
    assert.equal(
      applyEdits(text, formatEdits(read(text))),
      `defaults\n{\n\tcps       = 5 5\n\tinstances = 60\n}\n${block('finger', 'socket_type = stream', 'wait        = no', 'user        = nobody', 'server      = /usr/sbin/in.fingerd')}`,
    );
    assert.deepEqual(
      foldsOf(read(text)).map(({ first, last }) => [first, last]),
      [
        [0, 4],
        [5, 11],
      ],
    );
    assert.deepEqual(
      symbolsOf(read(text)).map(({ name, detail }) => [name, detail]),
      [
        ['defaults', ''],
        ['finger', ''],
      ],
    );
  });

  it('columns change nothing that xinetd reads, over generated files', () => {
    const meaning = (text: string) =>
      read(text).document.lines.map(({ type, tokens }) => [type, tokens.map(({ role, text: word }) => [role, word])]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(pieces.xinetd ?? [])), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const aligned = applyEdits(text, formatEdits(read(text)));
        assert.deepEqual(meaning(aligned), meaning(text));
        assert.deepEqual(formatEdits(read(aligned)), []);
      }),
      { numRuns: 300 },
    );
  });

  it('says what each word means, and the service as a whole', () => {
    const text = finger('only_from = 10.0.0.0/8', 'disable = yes');
    const hover = (word: string) => hoverAt(read(text), text.indexOf(word) + 1)?.markdown ?? '';
    assert.match(hover('only_from'), /hosts that may connect/);
    assert.match(hover('yes'), /The service is off/);
    assert.match(hover('nobody'), /no rights/);
    assert.match(
      hover('finger'),
      /\*\*finger\*\* over TCP, for 10\.0\.0\.0\/8 alone: \/usr\/sbin\/in\.fingerd answers as nobody\. It is off: disable = yes\./,
    );
  });

  it('proposes keywords and services outside of blocks, attributes and values inside', () => {
    const at = (marked: string): readonly string[] => {
      const offset = marked.indexOf('‸');
      return completionsAt(read(marked.replace('‸', '')), offset).map(({ label }) => label);
    };
    assert.deepEqual(at('‸\n'), ['service', 'defaults', 'includedir', 'include']);
    assert.ok(at('service tel‸\n').includes('telnet'));
    const attributes = at('service x\n{\n\tuser = root\n\t‸\n}\n');
    assert.ok(
      attributes.includes('disable') &&
        attributes.includes('only_from') &&
        !attributes.includes('user') &&
        !attributes.includes('disabled'),
    );
    assert.ok(at('defaults\n{\n\t‸\n}\n').includes('disabled'));
    assert.deepEqual(at('service x\n{\n\twait ‸\n}\n'), ['=']);
    assert.deepEqual(at('service x\n{\n\twait = ‸\n}\n'), ['yes', 'no']);
    assert.ok(at('service x\n{\n\ttype = RPC UN‸\n}\n').includes('UNLISTED'));
    assert.ok(at('defaults\n{\n\tdisabled = telnet ‸\n}\n').includes('finger'));
    assert.deepEqual(at('service x\n{\n\t# wa‸\n}\n'), []);
  });

  it('proposes values by those before them, and none where no more is taken', () => {
    const behind = (values: string): readonly string[] => {
      const text = `service x\n{\n\t${values}`;
      return completionsAt(read(`${text}\n}\n`), text.length).map(({ label }) => label);
    };
    assert.deepEqual(behind('log_type = '), ['SYSLOG', 'FILE']);
    assert.ok(behind('log_type = SYSLOG ').includes('daemon'));
    assert.ok(behind('log_type = SYSLOG daemon in').includes('info'));
    assert.deepEqual([behind('log_type = FILE '), behind('log_type = SYSLOG daemon info '), behind('wait = no ')], [[], [], []]);
  });

  it('gives records of services, defaults, includes and what it drops', () => {
    const text = `defaults\n{\n\tdisabled = finger\n}\nincludedir /etc/xinetd.d\n${finger()}hello\n`;
    const { document } = read(text);
    const { record } = xinetd.read(text, { form: 'xinetd', dialects: ['xinetd'] });
    const records = document.lines.map((_, index) => record(index, { form: 'xinetd', dialect: 'xinetd' }));
    assert.deepEqual(records[0], {
      type: 'assignment',
      name: 'defaults',
      settings: [{ name: 'disabled', operator: '=', values: ['finger'] }],
    });
    assert.deepEqual(records[1], { type: 'assignment', name: 'includedir', value: '/etc/xinetd.d' });
    assert.deepEqual([records[2]?.type, records[2]?.on, records[2]?.off, records[2]?.fact], ['entry', false, 'disabled', 'finger']);
    assert.equal(records[3]?.type, 'rejected');
  });

  it('is known by its content', () => {
    assert.equal(identify({ path: '', text: finger(), sniff: true })?.kind.id, 'xinetd');
    assert.equal(identify({ path: '', text: 'service finger is on\n{ }\n', sniff: true }), undefined);
  });
});
