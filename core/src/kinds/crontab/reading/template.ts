/** Texts that become crontabs only once a template engine has filled them in. */

/** Marks of the usual template languages: of Jinja and its like, of ERB and EPP, `%%` before a word, and names between at signs. */
const MARK = /\{\{|\{%|<%|(?:^|[ \t])%%|(?<![\w.-])@\w+@/;

/** True for a text that holds a mark of a template: what it will say is not known, so nothing is said of it. */
export const isTemplated = (text: string): boolean => MARK.test(text);
