/** The fields of the entry that is being written. */
import type { Reading } from '../lint/lint.js';
import type { Parameter } from '../model/editing.js';
import { lineAt } from './places.js';

export interface SignatureForm {
  /** The labels of the fields with blanks between them. */
  readonly label: string;
  readonly parameters: readonly {
    /** Half-open, in the label. */
    readonly start: number;
    readonly end: number;
    /** In Markdown. */
    readonly about: string;
  }[];
}

export interface SignatureHelp {
  readonly forms: readonly SignatureForm[];
  readonly form: number;
  readonly active: number;
}

function formOf(fields: readonly Parameter[], aboutOf: (role: string) => string): SignatureForm {
  const parameters: { start: number; end: number; about: string }[] = [];
  let at = 0;
  for (const { label, role } of fields) {
    parameters.push({ start: at, end: at + label.length, about: aboutOf(role) });
    at += label.length + 1;
  }
  return { label: fields.map(({ label }) => label).join(' '), parameters };
}

/** Undefined where no entry is, or can be yet. `asked`: somebody asks for it; nobody but typed a blank otherwise. */
export function signatureAt({ document, read, context, kind }: Reading, offset: number, asked: boolean): SignatureHelp | undefined {
  const { index, start } = lineAt(document, offset);
  const found = read.signature(index, offset - start, context);
  if (found === undefined || (found.quiet && !asked)) return undefined;
  const { forms, form, active } = found;
  return { forms: forms.map((fields) => formOf(fields, (role) => kind.roles[role]?.about ?? '')), form, active };
}
