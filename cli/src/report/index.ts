/** THE table of formats. */
import type { CheckOptions } from '../args.js';
import type { Colours } from '../colour.js';
import { jsonReport } from './json.js';
import type { Report } from './report.js';
import { textReport } from './text.js';

/** What a format may know of the terminal. */
export interface Style {
  readonly colours: Colours;
  readonly columns?: number;
}

export const reporters: Readonly<Record<CheckOptions['format'], (report: Report, style: Style) => string>> = {
  text: (report, { colours, columns }) => textReport(report, colours, columns),
  json: jsonReport,
};

export { type Report, summaryOf } from './report.js';
export { problemText } from './text.js';
