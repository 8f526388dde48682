// As much of the module `vscode` as views of the side bar use.

export interface Listeners<T> {
  readonly on: (listener: (event: T) => void) => { dispose(): void };
  readonly fire: (event: T) => void;
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(event: T) => void>();
  return {
    on: (listener) => {
      all.add(listener);
      return { dispose: () => void all.delete(listener) };
    },
    fire: (event) => {
      for (const listener of all) listener(event);
    },
  };
}

/** A tree as its provider gives it. */
export interface SideTree {
  readonly onDidChangeTreeData: (heard: (node: unknown) => void) => unknown;
  getChildren(node?: unknown): readonly unknown[] | Promise<readonly unknown[]>;
  getTreeItem(node: unknown): {
    readonly label: string;
    readonly description?: string;
    readonly contextValue?: string;
    readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
  };
}

export const sideBar = {
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  TreeItem: class {
    constructor(readonly label: string) {}
  },
  ThemeIcon: class {
    constructor(readonly id: string) {}
  },
  ThemeColor: class {
    constructor(readonly id: string) {}
  },
  EventEmitter: class {
    private readonly heard = listeners<undefined>();
    readonly event = this.heard.on;
    fire = () => this.heard.fire(undefined);
    dispose = () => undefined;
  },
};
