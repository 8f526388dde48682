/** Which kind, form and dialects a text has, and who says so. */
import { AUTO, dialectNamed } from '../model/dialect-names.js';
import { isLive } from '../model/evidence.js';
import type { Kind, PathMatch } from '../model/kind.js';
import { directivesOf } from '../text/directive.js';

/** Who decided, from the strongest to the weakest. */
export type Authority = 'flag' | 'comment' | 'project' | 'editor' | 'host' | 'place' | 'path' | 'content' | 'default';

/** True for those who know where a file lies and no more. */
export const knowsPlaceAlone = (by: Authority): boolean => by === 'place' || by === 'path' || by === 'default';

/** What one authority says; absent parts are left to the next. */
export interface Wish {
  readonly kind?: string;
  readonly form?: string;
  readonly dialect?: string;
  /** Where the daemon has the file, with `/`: it counts as lying there, by its name and folder, and its own bits are not those that it has there. */
  readonly place?: string;
}

export interface Input {
  /** With `/`; empty for unnamed input. */
  readonly path: string;
  readonly text: string;
  /** The language id that the editor gave. */
  readonly language?: string;
  readonly flag?: Wish;
  readonly project?: Wish;
  readonly editor?: Wish;
  /** False in a folder scan: there only the path and the settings decide. */
  readonly sniff: boolean;
}

export interface Choice {
  readonly kind: Kind;
  /** As somebody said; absent where the file lies where its path says. */
  readonly place?: string;
  readonly form: string;
  readonly dialects: readonly string[];
  /** What the path tells the parser. */
  readonly carry: string;
  /** As the parser has it. */
  readonly once?: true;
  readonly because: { readonly kind: Authority; readonly form: Authority; readonly dialects: Authority };
}

/** A text that resembles a kind at least this much is taken for one. */
const RESEMBLES = 0.6;

const LINE = /^#[ \t]*daemonlint:.*$/gm;

/** What a tree has in place of a link where it was unpacked without any: the path that it leads to, and nothing else. */
const LINK = /^[\w.+@~-]{0,255}(?:\/[\w.+@~-]{0,255}){1,20}$/;

/** What the kernel takes a script by. An entry of inetd.conf that begins with `!` and is commented out is none. */
const SHEBANG = /^#![ \t]*\//;

/** What the comments in `text` say of its kind, form and dialect. */
function wishOfComments(text: string): Wish {
  const wish: Record<string, string> = {};
  for (const [line] of text.matchAll(LINE))
    for (const directive of directivesOf(line)) if (directive.type === 'set') wish[directive.key] ??= directive.value;
  return wish;
}

/** The kind that `text` resembles most, if it resembles one enough. */
export function sniff(kinds: readonly Kind[], text: string): Kind | undefined {
  let best: Kind | undefined;
  let most = RESEMBLES;
  for (const kind of kinds) {
    const likeness = kind.resembles(text);
    if (likeness >= most && (best === undefined || likeness > most)) [best, most] = [kind, likeness];
  }
  return best;
}

/** What an authority says; in a function where it takes a look at the text to know. */
type Say<T extends object | string> = readonly [Authority, T | undefined | (() => T | undefined)];

const first = <T extends object | string>(...says: readonly Say<T>[]): { readonly value: T; readonly by: Authority } | undefined => {
  for (const [by, said] of says) {
    const value = typeof said === 'function' ? said() : said;
    if (value !== undefined) return { value, by };
  }
  return undefined;
};

const placeOf = ({ path, project }: Pick<Input, 'path' | 'project'>): string => project?.place ?? path;

/** Who speaks where the path does. */
const byPathOf = ({ project }: Pick<Input, 'project'>): Authority => (project?.place === undefined ? 'path' : 'place');

/** A kind, who says that it is the one, and what it makes of the path. */
interface Told {
  readonly kind: Kind;
  readonly by: Authority;
  readonly atPath: PathMatch | undefined;
}

/** `looksLike` is asked where a name alone does not tell. */
function kindOf(kinds: readonly Kind[], input: Input, comment: Wish, looksLike: (kind: Kind) => boolean): Told | undefined {
  const named = (id: string | undefined) => kinds.find((kind) => kind.id === id);
  // A script that lies where configuration does is still a script; but to the daemon that reads the place its first line is a comment.
  const isScript = SHEBANG.test(input.text);
  const live = isLive({ path: placeOf(input) });
  const isOthers = (kind: Kind) => (!live && LINK.test(input.text)) || kind.isOthers?.(input.text, live) === true;
  let atPath: PathMatch | undefined;
  const byPath = kinds.find((kind) => {
    atPath = kind.matchPath(placeOf(input));
    if (atPath === undefined) return false;
    const isGuess = atPath.isGuess || (isScript && !kind.scripts);
    if (isGuess && isScript && !atPath.isRead) return false;
    return isGuess ? looksLike(kind) : !isOthers(kind);
  });
  const told = first<Kind>(
    ['flag', named(input.flag?.kind)],
    ['comment', named(comment.kind)],
    ['project', named(input.project?.kind)],
    ['editor', named(input.editor?.kind)],
    [byPathOf(input), byPath],
    ['editor', kinds.find(({ editor }) => editor.language !== undefined && editor.language.id === input.language)],
    ['content', () => (input.sniff ? sniff(kinds, input.text) : undefined)],
  );
  return told && { kind: told.value, by: told.by, atPath: told.value === byPath ? atPath : told.value.matchPath(placeOf(input)) };
}

/** What the text is, by the strongest authority that says so; undefined when nobody knows. Names that no kind has are passed over. */
export function identify(kinds: readonly Kind[], input: Input): Choice | undefined {
  const comment = wishOfComments(input.text);
  const told = kindOf(kinds, input, comment, (kind) => kind.resembles(input.text) >= RESEMBLES);
  return told && chosen(told, input, comment);
}

/** True for what {@link identify} may know, where its text is not to be looked at: asked of each file of a folder. */
export const isNamed = (kinds: readonly Kind[], input: Omit<Input, 'text' | 'sniff'>): boolean =>
  kindOf(kinds, { ...input, text: '', sniff: false }, {}, () => true) !== undefined;

/** The dialects in question, and who says so. Who asks for `auto` outvotes the weaker ones and leaves it to what the file shows. */
function dialectsOf(kind: Kind, input: Input, comment: Wish, atPath: PathMatch | undefined) {
  const dialect = (name: string | undefined) => (name === undefined ? undefined : dialectNamed(kind, name));
  const named = first<string>(
    ['flag', dialect(input.flag?.dialect)],
    ['comment', dialect(comment.dialect)],
    ['project', dialect(input.project?.dialect)],
    ['editor', dialect(input.editor?.dialect)],
  );
  if (named !== undefined && named.value !== AUTO) return { value: [named.value], by: named.by };
  return first<readonly string[]>(['content', kind.dialectsOf?.(input.text)], [byPathOf(input), atPath?.dialects]);
}

function chosen({ kind, by, atPath }: Told, input: Input, comment: Wish): Choice {
  const form = (name: string | undefined) => kind.forms.find((candidate) => candidate === name);
  const dialectsSaid = dialectsOf(kind, input, comment, atPath);
  const formSaid = first<string>(
    ['flag', form(input.flag?.form)],
    ['comment', form(comment.form)],
    ['project', form(input.project?.form)],
    ['editor', form(input.editor?.form)],
    [byPathOf(input), atPath?.formIsSure ? form(atPath.form) : undefined],
    ['content', () => form(kind.formOf?.(input.text))],
    [dialectsSaid?.by ?? 'default', form(dialectsSaid && kind.formFor?.(dialectsSaid.value))],
    [byPathOf(input), form(atPath?.form)],
  );
  const place = input.project?.place;
  return {
    kind,
    ...(place !== undefined && { place }),
    form: formSaid?.value ?? kind.forms[0] ?? '',
    dialects: dialectsSaid?.value ?? kind.defaultDialects,
    carry: atPath?.carry ?? '',
    because: { kind: by, form: formSaid?.by ?? 'default', dialects: dialectsSaid?.by ?? 'default' },
  };
}
