export function temporaryFolder(name: string): string;
export function temporaryFolders(): readonly string[];
export function removeTemporaryFolders(folders?: readonly string[]): void;
