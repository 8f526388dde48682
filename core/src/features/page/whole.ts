/** A whole page around its inside: it needs nothing but itself, and loads nothing. */
import { escaped } from './html.js';

export interface WholePage {
  /** Any text. */
  readonly title: string;
  /** The element `main`. */
  readonly main: string;
  readonly style: string;
  readonly script: string;
  /** By which the page's own style and script are told from any that got in; letters and digits. */
  readonly nonce?: string;
}

export function wholePage(page: WholePage): string {
  const nonce = (page.nonce ?? '').replace(/[^A-Za-z0-9]/g, '') || 'page';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<style nonce="${nonce}">${page.style}</style>
</head>
<body>
${page.main}
<p id="heard" class="heard" role="status" aria-live="polite"></p>
<script nonce="${nonce}">${page.script}</script>
</body>
</html>
`;
}
