/** What the rules of inetd.conf alone say of a text. */
import { readAs } from '../support.js';

export const PATH = '/etc/inetd.conf';

export const reading = (text: string, dialect = '', audience: 'regular' | 'auditor' = 'regular') =>
  readAs(PATH, dialect === '' ? text : `# daemonlint: dialect=${dialect}\n${text}`, { audience });

/** Rules of inetd.conf alone that speak of the text. */
export const own = (text: string, dialect?: string) => reading(text, dialect).findings.filter(({ rule }) => rule.startsWith('inetd/'));

export const ids = (text: string, dialect?: string) => own(text, dialect).map(({ rule, severity }) => `${severity} ${rule}`);

export const message = (text: string, dialect?: string) => own(text, dialect)[0]?.message ?? '';
