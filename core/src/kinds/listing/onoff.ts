/** The words for on and off in the output of chkconfig, which translates them. */

interface Pair {
  readonly on: string;
  readonly off: string;
}

/** The English and Chinese pairs are seen in real output; for the others runlevel 0, where nothing is on, confirms or outvotes. */
const pairs: readonly Pair[] = [
  { on: 'on', off: 'off' },
  { on: '启用', off: '关闭' },
  { on: '开启', off: '关闭' },
  { on: '開啟', off: '關閉' },
  { on: 'オン', off: 'オフ' },
  { on: '활성', off: '해제' },
  { on: '켜짐', off: '꺼짐' },
  { on: 'ein', off: 'aus' },
  { on: 'marche', off: 'arrêt' },
  { on: 'activé', off: 'désactivé' },
  { on: 'activo', off: 'inactivo' },
  { on: 'activado', off: 'desactivado' },
  { on: 'encendido', off: 'apagado' },
  { on: 'ligado', off: 'desligado' },
  { on: 'sim', off: 'não' },
  { on: 'attivato', off: 'disattivato' },
  { on: 'attivo', off: 'inattivo' },
  { on: 'вкл', off: 'выкл' },
  { on: 'włączone', off: 'wyłączone' },
  { on: 'zapnuto', off: 'vypnuto' },
  { on: 'på', off: 'av' },
];

const meanings: ReadonlyMap<string, boolean> = new Map(pairs.flatMap(({ on, off }) => [[on, true] as const, [off, false] as const]));

/** True for a word that means on, false for one that means off, undefined for an unknown one. */
export const meaningOf = (word: string): boolean | undefined => meanings.get(word.toLowerCase());

/** The word of the same language for the opposite of `word`; undefined when `word` is unknown. */
export function oppositeOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  const pair = pairs.find(({ on, off }) => on === lower || off === lower);
  const opposite = pair && (pair.on === lower ? pair.off : pair.on);
  return opposite !== undefined && word[0] !== lower[0] ? opposite.charAt(0).toUpperCase() + opposite.slice(1) : opposite;
}

/** A word that can stand for on or off in some language: letters alone, not too many. */
export const mayMeanState = (word: string): boolean => /^[\p{L}\p{M}.]{1,24}$/u.test(word);
