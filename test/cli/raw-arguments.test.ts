// Arguments that are no UTF-8.
import assert from 'node:assert/strict';
import { rawArguments } from '../../cli/src/raw-arguments.js';

const call = (text: string) => () => Buffer.from(text, 'latin1');

describe('the arguments of a call', () => {
  it('stand for their bytes where Node has put something else in their place', () => {
    assert.deepEqual(rawArguments(['check', 'caf\ufffd'], call('node\0cli.js\0check\0caf\xe9\0')), ['check', 'caf\udce9']);
    assert.deepEqual(rawArguments(['', '\ufffd'], call('node\0cli.js\0\0\xff\0')), ['', '\udcff']);
  });
  it('are as they are where nothing is amiss, or the system does not tell', () => {
    const asked = () => assert.fail('nobody need ask');
    assert.deepEqual(rawArguments(['check', 'café'], asked), ['check', 'café']);
    assert.deepEqual(
      rawArguments(['caf\ufffd'], () => undefined),
      ['caf\ufffd'],
    );
    assert.deepEqual(rawArguments(['a', 'caf\ufffd'], call('caf\xe9\0')), ['a', 'caf\ufffd']);
    assert.deepEqual(rawArguments(['\ufffd'], call('node\0cli.js\0\xef\xbf\xbd\0')), ['\ufffd']);
  });
});
