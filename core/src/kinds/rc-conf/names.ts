/** Ids that more than one file here needs. */
export const SYNTAX = 'rc-conf/syntax';
