/** What GitHub's own parser says of an action and of workflows, expressions in them included. */

interface Parsed {
  readonly context: { readonly errors: { getErrors(): readonly { readonly message: string }[] } };
}

/** `NAME (Line: …, Col: …): …` for each mistake. */
const saidOf = ({ context }: Parsed): readonly string[] => context.errors.getErrors().map(({ message }) => message);

export async function actionMistakes(content: string): Promise<readonly string[]> {
  const { NoOperationTraceWriter } = await import('@actions/workflow-parser');
  const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');
  return saidOf(parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter()));
}

export async function workflowMistakes(name: string, content: string): Promise<readonly string[]> {
  const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
  return saidOf(parseWorkflow({ name, content }, new NoOperationTraceWriter()));
}
