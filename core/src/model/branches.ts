/** Templates whose text is one thing or another. */
import { isTemplateControl } from '../text/template.js';
import type { Line } from './line.js';

/** True where a template decides which Lines come next: of its branches one counts, so that nothing behind it repeats what is before it. */
export const beginsBranch = ({ type, text }: Pick<Line, 'type' | 'text'>): boolean => type === 'comment' && isTemplateControl(text);
