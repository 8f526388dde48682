/** What each word of xinetd's configuration means: the one table that hover, completion and semantic tokens read. */
import type { Role } from '../../model/kind.js';
import {
  describeAddress,
  describeAttribute,
  describeFlag,
  describeKeyword,
  describeOperator,
  describeServer,
  describeSocket,
  describeSwitch,
  describeUser,
} from './describe.js';
import type { XinetdRole } from './role.js';

export const roles = {
  keyword: { title: 'Keyword', tokenType: 'keyword', about: 'Says what begins here, in any case.', describe: describeKeyword },
  service: { title: 'Service', tokenType: 'function', about: 'What is offered, by its name.' },
  brace: { title: 'Brace', tokenType: 'operator', about: 'Alone on its line, it begins or ends a block.' },
  attribute: { title: 'Attribute', tokenType: 'property', about: 'Its name may be written in any case.', describe: describeAttribute },
  operator: { title: 'Operator', tokenType: 'operator', about: 'A blank stands before it.', describe: describeOperator },
  switch: { title: 'Yes or no', tokenType: 'enumMember', about: 'yes or no, in any case.', describe: describeSwitch },
  socket: { title: 'Socket type', tokenType: 'enumMember', about: 'How data comes.', describe: describeSocket },
  protocol: { title: 'Protocol', tokenType: 'type', about: 'A name of /etc/protocols.' },
  port: { title: 'Port', tokenType: 'number', about: 'Where an UNLISTED service listens.' },
  user: { title: 'User', tokenType: 'variable', about: 'A name or a number that the host has.', describe: describeUser },
  group: { title: 'Group', tokenType: 'variable', about: 'A name or a number that the host has.' },
  server: { title: 'Server', tokenType: 'function', about: 'The program that answers.', describe: describeServer },
  argument: { title: 'Argument', tokenType: 'parameter', about: 'A word for the server.' },
  address: { title: 'Address', tokenType: 'string', about: 'An address, a network, a name or a domain.', describe: describeAddress },
  id: { title: 'Id', tokenType: 'variable', about: 'The id of a service: its name where it has no id of its own.' },
  flag: { title: 'Flag', tokenType: 'enumMember', about: 'One of a fixed set of words, in any case.', describe: describeFlag },
  limit: { title: 'Limit', tokenType: 'number', about: 'A number.' },
  variable: { title: 'Variable', tokenType: 'parameter', about: 'A variable of the environment.' },
  path: { title: 'Path', tokenType: 'string', about: 'A file or a directory of the host.' },
  value: { title: 'Value', tokenType: 'string', about: 'Words with blanks between them; quotes hold nothing together.' },
  mark: { title: 'Comment mark', tokenType: 'comment', about: 'Keeps xinetd from reading this line.' },
  comment: { title: 'Comment', tokenType: 'comment', about: 'Not read by xinetd. Behind a value no comment may stand.' },
} as const satisfies Record<XinetdRole, Role>;
