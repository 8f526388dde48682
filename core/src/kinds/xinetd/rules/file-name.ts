/** A file of xinetd.d whose name keeps xinetd from reading it. */
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import type { XinetdLine } from '../model.js';
import { isUnread, nameIn } from '../path.js';

/** A name that includedir reads. */
const better = (name: string): string => name.replace(/(?:\.(?:conf|cfg|xinetd|txt|in))+$|~+$/g, '').replaceAll('.', '-');

const TEXT =
  'service own\n{\n\ttype = UNLISTED\n\tport = 4711\n\tsocket_type = stream\n\twait = no\n\tuser = own\n\tserver = /opt/own/bin/own\n}\n';

export const fileName: Rule<XinetdLine> = {
  id: 'xinetd/file-name',
  severity: 'warning',
  docs: {
    summary: 'A file in xinetd.d whose name has a dot, or ends in ~.',
    why: 'includedir passes over such files without a word: the services in them are not offered.',
    remedy: 'Rename the file: `own` instead of `own.conf`. Where it is meant to be off, say `disable = yes` in a file that is read.',
    bad: [{ path: '/etc/xinetd.d/own.conf', text: TEXT }],
    good: [
      { path: '/etc/xinetd.d/own_2-a', text: TEXT },
      { path: '/etc/xinetd.d/own.conf', text: TEXT.replace('{\n', '{\n\tdisable = yes\n') },
      { path: 'templates/xinetd.d/own.j2', text: TEXT },
    ],
    nearMiss: { path: '/etc/xinetd.d/own', text: TEXT.replace('4711', '4712') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over a directory of such files' }],
  },
  *checkDocument({ lines, starts }, { path }) {
    const name = nameIn(path);
    if (name === undefined || !isUnread(name)) return;
    const at = lines.findIndex(({ service }) => service?.off === 'unread');
    const service = lines[at]?.service;
    if (service === undefined) return;
    const start = starts[at] ?? 0;
    const wanted = better(name);
    const copy = `mv -n ${shellWord(path)} ${shellWord(path.slice(0, -name.length) + wanted)}`;
    yield {
      at: { span: { start: start + service.name.span.start, end: start + service.name.span.end } },
      message: `xinetd reads no file of xinetd.d whose name ${name.endsWith('~') ? 'ends in ~' : 'has a dot'}: what “${name}” says is not in force. Rename the file to “${wanted}” or the like.`,
      fixes: path.endsWith(`/${name}`) ? [{ title: `Copy the command that renames it: ${copy}`, edits: [], safe: false, copy }] : [],
    };
  },
};
