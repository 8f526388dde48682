/** The same service twice: xinetd takes the first. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { Service, XinetdLine } from '../model.js';

/** What xinetd tells sockets apart by. */
const keyOf = ({ name, settings, protocol, types }: Service): string => {
  const said = (attribute: string) => settings.get(attribute)?.values[0]?.text.toLowerCase() ?? '';
  const place = types.includes('UNLISTED') && !types.includes('RPC') ? `port ${Number(said('port'))}` : name.text;
  return [place, protocol, said('socket_type'), said('bind'), said('rpc_version')].join('\0');
};

const telnet = (...lines: readonly string[]): string =>
  `service telnet\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

export const duplicateService: Rule<XinetdLine> = {
  id: 'xinetd/duplicate-service',
  severity: 'warning',
  docs: {
    summary: 'Two entries that are on for the same service, protocol and address.',
    why: 'Only one of them can have the port. xinetd takes the one that it reads first and disables the other, whatever their ids are.',
    remedy: 'Turn off the one that is not meant, or bind each to an address of its own.',
    bad: [{ path: '/etc/xinetd.d/telnet', text: telnet('disable = no') + telnet('id = telnet-2') }],
    good: [
      { path: '/etc/xinetd.d/telnet', text: telnet('bind = 10.0.0.1') + telnet('id = telnet-2', 'bind = 10.0.0.2') },
      {
        path: '/etc/xinetd.d/time',
        text: 'service time\n{\n\ttype = INTERNAL\n\tsocket_type = stream\n\twait = no\n}\nservice time\n{\n\ttype = INTERNAL\n\tid = time-dgram\n\tsocket_type = dgram\n\twait = yes\n}\n',
      },
    ],
    nearMiss: { path: '/etc/xinetd.d/telnet', text: telnet('disable = yes') + telnet('id = telnet-2') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over such pairs' }],
  },
  *checkDocument({ lines, starts }) {
    const seen = new Map<string, number>();
    for (const [index, line] of lines.entries()) {
      if (beginsBranch(line)) seen.clear();
      const { type, service, launches } = line;
      const [launch] = launches;
      if (type !== 'entry' || service === undefined || launch?.state !== 'on') continue;
      const key = keyOf(service);
      const before = seen.get(key);
      const earlier = before === undefined ? undefined : lines[before]?.service;
      if (before === undefined || earlier === undefined) {
        seen.set(key, index);
        continue;
      }
      yield {
        at: { span: shift(service.name.span, starts[index] ?? 0) },
        message: `“${service.name.text}” is here a second time over the same protocol and address: xinetd takes the first entry and does not offer this one.`,
        related: [{ span: shift(earlier.name.span, starts[before] ?? 0), message: 'This entry has the port' }],
        disable: { launch, safe: false, line: index },
      };
    }
  },
};
