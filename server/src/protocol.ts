/** What server and client say to each other beyond LSP. Names and shapes; the client has the other end of each. */

/** `initializationOptions` of a client that can do more than LSP asks. */
export interface ClientGifts {
  /** It answers `daemonlint/files/*`: so that virtual and remote folders can be read. */
  readonly files: boolean;
  /** Commands that it carries out itself. */
  readonly commands: readonly string[];
  /** It shows `daemonlint-rule:/ID.md`, and {@link SHOW_RULE} in Markdown leads there. */
  readonly rules: boolean;
  /** The section `daemonlint`, as it is until the editor says otherwise. */
  readonly settings: unknown;
}

/** The client's command that shows the page of the rule whose id it is given. */
export const SHOW_RULE = 'daemonlint.showRule';

export const NO_GIFTS: ClientGifts = { files: false, commands: [], rules: false, settings: undefined };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what the client sent; anything of another shape counts as not given. */
export function giftsOf(options: unknown): ClientGifts {
  if (!isRecord(options)) return NO_GIFTS;
  const commands = Array.isArray(options.commands)
    ? options.commands.filter((command): command is string => typeof command === 'string')
    : [];
  return { files: options.files === true, commands, rules: commands.includes(SHOW_RULE), settings: options.daemonlint };
}

export { isRecord };
