// Views beside the editor, as much of them as the client uses.
import { type Listeners, listeners } from './side-bar.js';

/** A view beside the editor. */
export interface Panel {
  title: string;
  visible: boolean;
  disposed: boolean;
  readonly webview: {
    html: string;
    options: object;
    readonly posted: unknown[];
    postMessage(message: unknown): void;
    readonly onDidReceiveMessage: Listeners<unknown>['on'];
  };
  /** What the page in it says. */
  readonly say: (message: unknown) => void;
  readonly onDidDispose: Listeners<undefined>['on'];
  reveal(): void;
  dispose(): void;
}

export function panelOf(on: { readonly panels: Panel[]; readonly log: unknown[][] }, options: object): Panel {
  const messages = listeners<unknown>();
  const gone = listeners<undefined>();
  const panel: Panel = {
    title: '',
    visible: true,
    disposed: false,
    webview: {
      html: '',
      options,
      posted: [],
      postMessage: (message) => void panel.webview.posted.push(message),
      onDidReceiveMessage: messages.on,
    },
    say: messages.fire,
    onDidDispose: gone.on,
    reveal: () => void on.log.push(['revealed', panel.title]),
    dispose: () => {
      panel.disposed = true;
      gone.fire(undefined);
    },
  };
  on.panels.push(panel);
  return panel;
}
