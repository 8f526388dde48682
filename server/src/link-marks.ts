/**
 * Diagnostics for files that the editor does not show to the server: rc links in a folder of the workspace, each at the link itself, since a
 * folder has no text to show them in; and scripts of cron.daily and its like, whose language is somebody else's.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linkAt } from '../../workspace/src/index.js';
import { toDiagnostic } from './convert.js';
import type { PlacedListing, PlacedScript } from './placed.js';
import type { Session } from './session.js';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class LinkMarks {
  /** What the client was told, as JSON, by the URI of the link. */
  private shown: ReadonlyMap<string, string> = new Map();
  /** URIs of the folders and scripts. */
  private read: ReadonlySet<string> = new Set();

  constructor(private readonly session: Session) {}

  /** Shows what is found now, and takes back what is not found any more. */
  refresh(): void {
    const { session } = this;
    const listings = session.trees.listings();
    const scripts = session.trees.scripts();
    const read = new Set([...listings, ...scripts].map(({ uri }) => uri));
    for (const uri of this.read) if (!read.has(uri)) session.drop(uri);
    this.read = read;
    const found = new Map<string, Diagnostic[]>();
    for (const listing of listings)
      for (const { uri, diagnostic } of this.marksOf(listing)) found.set(uri, [...(found.get(uri) ?? []), diagnostic]);
    for (const script of scripts) {
      const diagnostics = this.ofScript(script);
      if (diagnostics.length > 0) found.set(script.uri, diagnostics);
    }
    const shown = new Map([...found].map(([uri, diagnostics]) => [uri, JSON.stringify(diagnostics)]));
    for (const uri of this.shown.keys()) if (!found.has(uri)) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, diagnostics] of found)
      if (shown.get(uri) !== this.shown.get(uri)) void session.connection.sendDiagnostics({ uri, diagnostics });
    this.shown = shown;
  }

  private ofScript({ uri, text, version }: PlacedScript): Diagnostic[] {
    const document = TextDocument.create(uri, '', version, text);
    const places = this.session.placesFrom(uri);
    return (this.session.readingOf(document)?.findings ?? []).map((finding) => toDiagnostic(document, finding, places));
  }

  private marksOf({ uri, text, version, linkUri }: PlacedListing): readonly { readonly uri: string; readonly diagnostic: Diagnostic }[] {
    // The path of such a folder tells what its listing is.
    const document = TextDocument.create(uri, '', version, text);
    const places = this.session.placesFrom(uri);
    return (this.session.readingOf(document)?.findings ?? []).map((finding) => {
      const link = linkAt(text, finding.span.start);
      return { uri: link === undefined ? uri : linkUri(link), diagnostic: { ...toDiagnostic(document, finding, places), range: START } };
    });
  }
}
