/** What each word of an inittab means: the one table that hover, completion and semantic tokens read. */
import type { Role } from '../../model/kind.js';
import { describeAction, describeLevels, describeProgram, describeSign, describeTerminal } from './about.js';
import type { InittabRole } from './role.js';

export const roles = {
  id: {
    title: 'Id',
    tokenType: 'variable',
    about: 'A name of one to four characters that no other entry has; of a getty it is the end of the terminal’s name.',
  },
  tty: {
    title: 'Terminal',
    tokenType: 'variable',
    about: 'The terminal of the process, below /dev; that of init where it is empty.',
    describe: describeTerminal,
  },
  runlevels: {
    title: 'Runlevels',
    tokenType: 'number',
    about: 'The runlevels in which the entry counts; all where the field is empty. BusyBox does not read it.',
    describe: describeLevels,
  },
  action: { title: 'Action', tokenType: 'keyword', about: 'When init starts the process.', describe: describeAction },
  sign: { title: 'Sign', tokenType: 'operator', about: 'How init starts the process.', describe: describeSign },
  program: { title: 'Program', tokenType: 'function', about: 'What init starts, as root.', describe: describeProgram },
  argument: { title: 'Argument', tokenType: 'parameter', about: 'A word for the program.' },
  separator: {
    title: 'Separator',
    tokenType: 'operator',
    about: 'Stands between the fields; behind the action a colon is an ordinary character.',
  },
  continuation: { title: 'Continuation', tokenType: 'operator', about: 'The entry goes on in the next line.' },
  mark: { title: 'Comment mark', tokenType: 'comment', about: 'Keeps init from reading this line.' },
  comment: { title: 'Comment', tokenType: 'comment', about: 'Not read by init.' },
} as const satisfies Record<InittabRole, Role>;
