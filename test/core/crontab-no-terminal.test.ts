/** The rule about docker's terminal, beyond its own examples: as docker 20.10 of Debian answered these calls without one. */
import assert from 'node:assert/strict';
import { fixed, job, pointed, table } from './crontab-command-support.js';

table(
  'no-terminal',
  {
    'docker run -it alpine true': ['-it'],
    'docker run -i -t alpine true': ['-t'],
    'docker run --tty --interactive=true alpine x': ['--tty'],
    'docker container run --rm -it alpine': ['-it'],
    'docker -H unix:///x.sock run -it alpine': ['-it'],
    'docker run -a stdout -it alpine true': ['-it'],
    'docker run -v /a:/b --name x -itw /srv alpine': ['-itw'],
    'docker exec --env A=b -it x y': ['-it'],
    'flock -n /run/x docker exec -it x sh -c "a | b"': ['-it'],
  },
  [
    'docker run -dit alpine true',
    'docker run -itd alpine true',
    'docker run -it --detach alpine true',
    'docker run -t alpine true',
    'docker run -it=false alpine x',
    'docker run -it --interactive=false alpine x',
    'docker run -e -it -t alpine',
    'docker run --network -it -t alpine',
    'docker run -i alpine -t',
    'docker exec -t -- -i x',
    'docker run -euit -i alpine',
    'docker build -it .',
    'docker-compose exec -it x y',
    'docker exec -it {{ name }} y',
  ],
);

describe('crontab/no-terminal', () => {
  it('takes the terminal alone out of the options', () => {
    for (const [from, to] of [
      ['docker exec -it x y', 'docker exec -i x y'],
      ['docker exec -i  -t x y', 'docker exec -i x y'],
      ['docker exec --tty -i x y', 'docker exec -i x y'],
      ['docker run -tiw /srv x', 'docker run -iw /srv x'],
    ] as const) {
      assert.equal(fixed('no-terminal', job(from)), job(to));
      assert.deepEqual(pointed('no-terminal', job(to)), []);
    }
  });
});
