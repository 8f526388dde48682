/** Does `work` soon, and once however often it is asked for at a time. */
export function together(work: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      work();
    });
  };
}
