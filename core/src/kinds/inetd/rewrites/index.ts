/** What can be made of an entry: fewer who reach it, or the units of systemd that mean the same. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Rewrite } from '../../../model/editing.js';
import type { InetdLine } from '../model.js';
import { systemdRewrites } from '../systemd/units.js';
import { bindRewrites } from './bind.js';
import { siteOf } from './site.js';
import { wrapRewrites } from './wrap.js';

export function rewrites(document: Document<InetdLine>, index: number, context: Context): readonly Rewrite[] {
  const site = siteOf(document, index, context);
  if (site === undefined) return [];
  return [bindRewrites, wrapRewrites, systemdRewrites].flatMap((rewrite) => rewrite(site));
}
