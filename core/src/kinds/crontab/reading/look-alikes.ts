/** Characters of typeset text that look like those of a crontab, and are letters to cron and the shell. */

/** Blanks that are none, and what nobody sees; a mark at the head of the file has a rule of its own. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000]|(?<=.)\ufeff/;

/** Quotes, at the edge of a word; dashes, before an option. */
const TYPESET = /(?:^|(?<=[\s=]))[\u201c\u201d\u201e\u2018\u2019](?=\S)|(?<=[ \t])[\u2013\u2014\u2212](?=[A-Za-z])/;

/** Quick looks for any of them: what an expression begins with decides how fast a text is searched. */
export const MARKS: readonly RegExp[] = [
  /&(?:amp|lt|gt|quot|apos|#39|nbsp);/,
  /[\u00a0\u1680\u2000-\u200d\u2012-\u201e\u202f\u205f\u2060\u2212\u3000\ufeff]/,
];

/** Either. */
export const LOOK_ALIKE = new RegExp(`${ODD_BLANK.source}|${TYPESET.source}`);

/** What was meant by each. */
export const PLAIN: Readonly<Record<string, string>> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2013': '-',
  '\u2212': '-',
  '\u2014': '--',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
};

/** True for a line whose time fields hold a blank that is none: what stands in them cannot be read as it looks. */
export const hidesFields = (text: string): boolean => ODD_BLANK.test(/^[ \t]*(?:[^ \t]+[ \t]+){0,4}[^ \t]*/.exec(text)?.[0] ?? '');

/** How pages write characters that mean something to the shell. */
export const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

export const ENTITY = /&(?:amp|lt|gt|quot|apos|#39|nbsp);/;
