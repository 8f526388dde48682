/** Services by which users of terminals talk to each other. */
import { bastille, cac, cve, lynis, say, udp, unmentioned, unsure } from '../build.js';
import type { Fact } from '../fact.js';

const resolved = cve('CVE-1999-0048');
/** Terminals are of that group: so inetd.conf of Debian and NetBSD has it. */
const writesToTerminals = { user: 'nobody', group: 'tty' };
const server = cac('package_talk-server_removed');

export const messageServices: readonly Fact[] = [
  {
    id: 'talk',
    name: 'talk',
    type: 'service',
    article: unmentioned,
    level: 'warning',
    what: say('It calls a user to a conversation on the terminal.', 'NMAP', 'TIG'),
    risk: say('talkd once ran commands as root that a forged answer of DNS gave it.', 'CVE'),
    today: say('A chat service.', 'OURS'),
    aliases: { services: ['talk', '517'], programs: ['in.talkd', 'talkd'] },
    names: { xinetd: ['talk'], updateInetd: 'talk' },
    runsAs: writesToTerminals,
    traits: ['rootless'],
    ports: [udp(517)],
    references: [resolved, server, lynis('INSE-8116')],
  },
  {
    id: 'ntalk',
    name: 'ntalk',
    type: 'service',
    article: unmentioned,
    level: 'warning',
    what: say('The newer version of talk, which calls a user to a conversation on the terminal.', 'NMAP', 'TIG'),
    risk: say('As with talk, a forged answer of DNS once made it run commands as root.', 'CVE'),
    today: say('A chat service.', 'OURS'),
    aliases: { services: ['ntalk', '518'], programs: ['in.ntalkd', 'ntalkd'] },
    names: { xinetd: ['ntalk'], updateInetd: 'ntalk' },
    runsAs: writesToTerminals,
    traits: ['rootless'],
    ports: [udp(518)],
    references: [resolved, server, lynis('INSE-8116'), bastille('SecureInetd', 'deactivate_ntalk')],
  },
  {
    id: 'dtalk',
    name: 'dtalk',
    type: 'service',
    article: unmentioned,
    level: 'warning',
    what: unsure('A variant of talk in the inetd.conf of old Red Hat systems.', 'OURS'),
    risk: unsure('As with talk: it listens to strangers as root, for a conversation on the terminal.', 'OURS'),
    today: say('A chat service.', 'OURS'),
    aliases: { services: ['dtalk'], programs: ['in.dtalkd'] },
    names: { xinetd: ['dtalk'], updateInetd: 'dtalk' },
    runsAs: writesToTerminals,
    traits: ['rootless'],
  },
];
