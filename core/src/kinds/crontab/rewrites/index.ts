/** What can be made of an entry without changing what it does, or by moving it on purpose. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Rewrite } from '../../../model/editing.js';
import type { CrontabLine } from '../model.js';
import { systemdRewrites } from '../systemd/units.js';
import { explainRewrites } from './explain.js';
import { formRewrites } from './form.js';
import { siteOf } from './site.js';
import { spreadRewrites } from './spread.js';
import { wordRewrites } from './words.js';

export function rewrites(document: Document<CrontabLine>, index: number, context: Context): readonly Rewrite[] {
  const site = siteOf(document, index, context);
  if (site === undefined) return [];
  return [wordRewrites, spreadRewrites, explainRewrites, formRewrites, systemdRewrites].flatMap((rewrite) => rewrite(site));
}
