// Files that become configuration once a template engine, envsubst or sed has filled them in: what is open is no fault, what is wrong whatever is put there is one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wholeWords } from '../../core/src/text/template.js';
import { words } from '../../core/src/text/words.js';
import { briefly, readAs } from '../support.js';

const cut = (text: string): string[] => wholeWords(words(text), text).map(({ text: word }) => word);

const block = (...settings: readonly string[]): string => `service own\n{\n${settings.map((line) => `\t${line}\n`).join('')}}\n`;

const WHOLE = ['type = UNLISTED', 'port = 4711', 'socket_type = stream', 'protocol = tcp', 'server = /opt/own', 'wait = no'];

/** Nothing is to be said of these. */
const OPEN: readonly (readonly [engine: string, path: string, text: string])[] = [
  [
    'Jinja, a crontab',
    '/srv/roles/web/templates/crontab.j2',
    '# {{ ansible_managed }}\nMAILTO={{ to }}\n{# the jobs #}\n{% for job in jobs %}\n{{ job.minute }} {{ job.hour | default("3") }} * * * root {{ job.command }}\n{% endfor %}\n*/5 * * * * {{ owner }} /srv/x\n',
  ],
  ['Go, a crontab', '/srv/crontab.tmpl', '{{- range .Jobs }}\n{{ .Schedule }} {{ .Command }}\n{{- end }}\n'],
  [
    'ERB, a file in cron.d',
    '/srv/templates/etc/cron.d/x.erb',
    "<%- @jobs.each do |job| -%>\n<%= job['minute'] %> * * * * root <%= job['command'] %>\n<%- end -%>\n",
  ],
  [
    'envsubst and sed, a crontab',
    '/srv/crontab.in',
    'MAILTO=$ADMIN\n$MINUTE 3 * * * /bin/a\n$(SCHEDULE) /bin/b\n%{SCHEDULE} /bin/b\n@@MINUTE@@ 4 * * * /bin/c\n@HOUR@ 4 * * * /bin/d\n%%MIN%% 4 * * * /bin/e\n__MIN__ 4 * * * /bin/f\n5 4 * * * @BINDIR@/g\n',
  ],
  [
    'Jinja, inetd.conf',
    '/srv/templates/inetd.conf.j2',
    '{% if own %}\n{{ service }} stream tcp nowait {{ user }} {{ program }} own {{ options }}\n4711 stream tcp nowait own /opt/a a\n{% else %}\n4711 stream tcp nowait own /opt/b b\n{% endif %}\n{{ more }}\n',
  ],
  ['ERB, inetd.conf', '/srv/templates/inetd.conf.erb', '<% if @own -%>\n4711 stream <%= @protocol %> nowait own /opt/a a\n<% end -%>\n'],
  [
    'Jinja, a file in xinetd.d',
    '/srv/templates/xinetd.d/own.j2',
    block(...WHOLE, 'user = {{ user }}', '{% if few %}', 'instances = {{ most }}', '{% else %}', 'instances = 5', '{% endif %}'),
  ],
  [
    'Jinja, inittab',
    '/srv/templates/inittab.j2',
    'id:{{ runlevel }}:initdefault:\n{% for t in ttys %}\n{{ t }}:2345:respawn:/sbin/getty 38400 tty{{ t }}\n{% endfor %}\n{% if a %}\nx:2:respawn:/opt/a\n{% else %}\nx:2:respawn:/opt/b\n{% endif %}\n',
  ],
  [
    'Jinja, tags over several lines',
    '/srv/roles/web/templates/crontab.j2',
    `{# managed: 5 things
   to know of #}
{% if backup is defined
      and backup.hour is defined %}
0 {{ backup.hour }} * * * root /usr/local/bin/backup
{% else %}
0 3 * * * root /usr/local/bin/backup
{% endif %}
{{ lookup('template',
          'more.j2') }}
{% set days = [
  '1', '2',
] %} {# and
  more #}
{% comment %}
  prose
{% endcomment %}
0 4 * * * root /usr/local/bin/last
`,
  ],
  [
    'ERB, tags over several lines',
    '/srv/templates/etc/cron.d/x.erb',
    "<%# a comment\n  over lines\n-%>\n<%- @jobs.each do |job|\n      next unless job['on'] -%>\n<%= job['minute'] %> * * * * root <%= job['command'] %>\n<%- end -%>\n<%-\n  x = 1\n-%>\n",
  ],
  [
    'Go and Handlebars, tags over several lines',
    '/srv/crontab.tmpl',
    '{{- /* a }} comment\n  of lines */ -}}\n{{#each jobs}}\n{{minute}} {{hour}} * * * {{command}}\n{{/each}}\n{{- range .Jobs\n  }}\n{{ .Minute }} * * * * {{ .Command }}\n{{- end }}\n{{!-- a }}\n comment --}}\n{{! another\n one }}\n',
  ],
  ['Jinja, an anacrontab', '/srv/templates/anacrontab.j2', '{# a\n b #}\n{% if a %}\n{{ days }} 5 own /opt/own\n{% endif %}\n'],
  [
    'Jinja, inetd.conf with tags over several lines',
    '/srv/templates/inetd.conf.j2',
    '{#\n telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n#}\n4711 stream tcp nowait own /opt/a a\n  {% if b\n   and c %}\n4712 stream tcp nowait own /opt/b b\n  {% endif %}\n',
  ],
  [
    'Jinja, inittab with tags over several lines',
    '/srv/templates/inittab.j2',
    'id:3:initdefault:\n{# a\n b c:d #}\n{% if a\n   or b %}\nsi::sysinit:/etc/rc\n{% endif %}\n',
  ],
  [
    'Jinja, a file in xinetd.d with tags over several lines',
    '/srv/templates/xinetd.d/own.j2',
    `{# a comment\n over lines #}\n${block(...WHOLE, 'user = own', '{% if few\n   and a %}', 'instances = 4', '{% else %}', 'instances = 5', '{% endif %}')}`,
  ],
  [
    'Jinja, rc.conf with tags over several lines',
    '/srv/templates/rc.conf.j2',
    '{# a\n b #}\n{% if a\n  and b %}\nsshd_enable="YES"\n{% endif %}\n',
  ],
  ['Jinja, rc.conf', '/srv/templates/rc.conf.j2', '{% if sshd %}\nsshd_enable="{{ sshd }}"\n{% endif %}\nown_enable="{{ own | bool }}"\n'],
];

describe('a template', () => {
  for (const [engine, path, text] of OPEN)
    it(`of ${engine}, has no faults for what it leaves open`, () => {
      const told = briefly(readAs(path, text)).filter((finding) => !/^(?:missing-program|crontab\/command-path)/.test(finding));
      assert.deepEqual(told, []);
    });

  it('has those that nothing put into it can mend', () => {
    const told = (path: string, text: string) => briefly(readAs(path, text));
    assert.deepEqual(told('/srv/crontab.j2', '99 {{ hour }} * * * /bin/x\n{{ minute }} 3 * * * /bin/x\n61 3 * * * /bin/x {{ more }}\n'), [
      'crontab/syntax@1',
      'crontab/syntax@3',
    ]);
    // Cron itself hands the rest to a shell: what stands there is no place to be filled in before.
    assert.deepEqual(told('/srv/crontab', '99 3 * * * /bin/x $HOME $(date)\n'), ['crontab/syntax@1']);
    assert.deepEqual(told('/srv/inetd.conf.j2', '{{ all }}\n4711 strem tcp nowait {{ user }} /opt/a a\ntelnet stream\n'), [
      'inetd/syntax@2',
      'inetd/syntax@3',
    ]);
    assert.deepEqual(told('/srv/xinetd.d/own.j2', block(...WHOLE, 'user = {{ user }}', 'per_source = many')), ['xinetd/syntax@10']);
    assert.deepEqual(told('/srv/inittab.j2', '{{ all }}\nx:2:respwan:/opt/{{ program }}\n'), ['inittab/syntax@2']);
  });

  it('has percent signs in its tags that no cron sees, and limits to be filled in', () => {
    const told = (path: string, text: string) => readAs(path, text, { audience: 'auditor' }).findings.map(({ rule }) => rule);
    for (const command of ['/bin/x {% if v %}-v{% endif %}', "/bin/y {{ '%Y' }}"])
      assert.deepEqual(told('/srv/etc/cron.d/x.j2', `0 3 * * * root ${command}\n`), []);
    assert.deepEqual(told('/srv/inetd.conf.erb', '4711 stream tcp nowait.<%= @max %> own /opt/x x\n'), []);
  });

  it('has branches of which one counts', () => {
    const branches = (one: string, other = one) => `{% if a\n and b %}\n${one}{% else\n %}\n${other}{% endif %}\n`;
    const text = (path: string, ...given: Parameters<typeof branches>) => briefly(readAs(`/srv/templates/${path}.j2`, branches(...given)));
    assert.deepEqual(text('etc/cron.d/x', '0 3 * * * root /srv/x\n'), []);
    assert.deepEqual(text('etc/anacrontab', '1 5 x /srv/x\n'), []);
    assert.deepEqual(text('inetd.conf', '4711 stream tcp nowait own /opt/a a\n'), []);
    const byName = ['telnet', '23'].map((name) => `${name} stream tcp nowait own /opt/a a\n`);
    const samePort = (found: readonly string[]) => found.filter((one) => one.startsWith('inetd/same-port'));
    assert.deepEqual(samePort(text('inetd.conf', byName[0] ?? '', byName[1])), []);
    assert.deepEqual(samePort(text('inetd.conf', byName.join(''), '')), ['inetd/same-port@4']);
    assert.deepEqual(text('xinetd.d/own', block(...WHOLE, 'user = own')), []);
    assert.deepEqual(
      text('inittab', 'x:2:respawn:/opt/x\n').filter((one) => one.startsWith('inittab/duplicate')),
      [],
    );
    assert.deepEqual(text('rc.conf', 'own_enable="YES"\n', 'own_enable="NO"\n'), []);
  });

  it('has no tag where none is closed, and none that begins in the midst of a line', () => {
    const told = (text: string) => briefly(readAs('/srv/crontab.j2', text));
    assert.deepEqual(told('{% if a\n61 3 * * * /bin/x\n'), ['crontab/syntax@2']);
    assert.deepEqual(told("0 3 * * * awk '{{print' /srv/x\n61 3 * * * /bin/y }}\n"), ['crontab/syntax@2']);
    assert.deepEqual(told(`{#${'\n# more'.repeat(2000)}\n61 3 * * * /bin/x\n#}\n`), ['crontab/syntax@2002']);
  });

  it('has lines that tile it, each tag one of them, read alone or again after a change', () => {
    const tag = fc.constantFrom(
      '{% if a\n and b %}',
      '{# x\n\n y #} {{ z\n}}',
      '<%\n-%>',
      '{{',
      '#}',
      '{% endif %}',
      '0 3 * * * /bin/x',
      '',
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), fc.nat(7), (pieces, at) => {
        const text = pieces.map((piece) => `${piece}\n`).join('');
        const { document } = readAs('/srv/crontab.j2', text);
        assert.equal(document.lines.map((line) => line.text).join(''), text);
        const changed = [...pieces.slice(0, at), '0 4 * * * /bin/y', ...pieces.slice(at)].map((piece) => `${piece}\n`).join('');
        assert.equal(
          readAs('/srv/crontab.j2', changed)
            .document.lines.map((line) => line.text)
            .join(''),
          changed,
        );
      }),
    );
  });

  it('of xinetd may have a service on where one branch has', () => {
    const state = (...values: readonly string[]) => {
      const branches = values.flatMap((value, index) => [index === 0 ? '{% if a %}' : '{% else %}', `disable = ${value}`]);
      const { document } = readAs('/srv/templates/xinetd.d/own.j2', block(...WHOLE, 'user = own', ...branches, '{% endif %}'));
      return document.lines[0]?.launches[0]?.state;
    };
    assert.deepEqual([state('yes', 'no'), state('no', 'yes'), state('yes', 'yes'), state('yes')], ['on', 'on', 'off', 'off']);
  });

  it('has expressions that are one word, for whom a job runs as and what is offered', () => {
    assert.deepEqual(cut('a {{ b c }}d <%= e %> {{f}} {{ g'), ['a', '{{ b c }}d', '<%= e %>', '{{f}}', '{{', 'g']);
    const { document, choice, read } = readAs('/srv/crontab.j2', '*/5 * * * * {{ app_user }} cd {{ dir }} && ./run\n');
    const entry = read.record(0, { form: choice.form, dialect: 'debian' });
    assert.ok(entry?.type === 'entry');
    assert.deepEqual([document.form, entry.user, entry.command], ['system', '{{ app_user }}', 'cd {{ dir }} && ./run']);
    const [launch] =
      readAs('/srv/inetd.conf.j2', 'shell stream tcp nowait {{ user }} /usr/sbin/tcpd in.rshd\n').document.lines[0]?.launches ?? [];
    assert.equal(launch?.user?.text, '{{ user }}');
  });
});
