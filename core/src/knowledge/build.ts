/** Constructors that keep the tables of facts short. */
import type { ArticleVerdict, FreeBsdName, Port, Reference, SourceId, Statement } from './fact.js';
import { type GuideRule, guideFolders } from './guide.js';

export const say = (text: string, ...sources: readonly SourceId[]): Statement => ({ text, sources });
/** A statement that no source confirms. */
export const unsure = (text: string, ...sources: readonly SourceId[]): Statement => ({ text, sources, unverified: true });

export const keep: ArticleVerdict = { verdict: 'keep' };
export const safe: ArticleVerdict = { verdict: 'safe' };
export const unmentioned: ArticleVerdict = { verdict: 'unmentioned' };
export const offUnless = (unless: string): ArticleVerdict => ({ verdict: 'off-unless', unless });
export const leaveOff = (unless?: string): ArticleVerdict => ({ verdict: 'leave-off', ...(unless !== undefined && { unless }) });

export const tcp = (number: number): Port => ({ number, protocol: 'tcp' });
export const udp = (number: number): Port => ({ number, protocol: 'udp' });

/** A service of FreeBSD that one `NAME_enable` switches; `script` where its rc script has another name. */
export const freebsd = (name: string, script = name): FreeBsdName => ({
  services: [script],
  off: [`${name}_enable=NO`],
  on: [`${name}_enable=YES`],
});

const titled = (title: string, note: string): string => (note === '' ? title : `${title}: ${note}`);

export const cve = (id: string, note = ''): Reference => ({
  title: titled(id, note),
  url: `https://www.cve.org/CVERecord?id=${id}`,
  source: 'CVE',
});
export const lynis = (id: string): Reference => ({ title: `Lynis ${id}`, url: `https://cisofy.com/lynis/controls/${id}/`, source: 'LYN' });
export const tiger = (code: string): Reference => ({
  title: `tiger ${code}`,
  url: `https://sources.debian.org/src/tiger/1:3.2.4~rc1-3.2/doc/${code.startsWith('cron') ? 'cron' : 'inetd'}.txt/`,
  source: 'TIG',
});
export const bastille = (file: string, question: string): Reference => ({
  title: `Bastille ${file}: ${question}`,
  url: `https://github.com/discogestalt/bastille-linux/blob/5815ac8059baa8deab9ac5330711de7838566df1/Questions/${file}.txt`,
  source: 'BAS',
});
/** Something of Bastille that is no question. */
export const bastilleCode = (title: string): Reference => ({
  title: `Bastille ${title}`,
  url: 'https://github.com/discogestalt/bastille-linux',
  source: 'BAS',
});
export const cert = (title: string, url?: string): Reference => ({
  title: `CERT ${title}`,
  ...(url !== undefined && { url }),
  source: 'CERT',
});
/** A rule of ComplianceAsCode; `note` holds the numbers of CIS or STIG that it stands for. */
export const cac = (rule: GuideRule, note = ''): Reference => ({
  title: titled(`ComplianceAsCode ${rule}`, note),
  url: `https://github.com/ComplianceAsCode/content/blob/b3a2cca935/linux_os/guide/${guideFolders[rule]}/${rule}/rule.yml`,
  source: 'CAC',
});
