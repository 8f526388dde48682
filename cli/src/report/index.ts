/** THE table of formats. */
import type { CheckOptions } from '../options.js';
import { jsonReport } from './json.js';
import type { Report, Style } from './report.js';
import { textReport } from './text.js';

export const reporters: Readonly<Record<CheckOptions['format'], (report: Report, style: Style) => string>> = {
  text: textReport,
  json: jsonReport,
};

export { type Report, summaryOf } from './report.js';
export { problemText } from './text.js';
