/** What stands behind the last `/` of a path; a path without one is its own. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
