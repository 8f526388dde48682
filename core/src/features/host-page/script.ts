/** What the report does by itself: asking the editor for a place, taking over what changed, opening all for the printer. Plain text: it runs in a browser. */
export const script = `
(() => {
  const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
  const heard = document.getElementById('heard');
  const kept = () => JSON.parse(document.getElementById('data').textContent);
  if (editor) editor.setState(kept());

  document.addEventListener('click', (event) => {
    const place = event.target.closest ? event.target.closest('a[data-file]') : null;
    if (place === null || editor === undefined) return;
    event.preventDefault();
    editor.postMessage({ type: 'open', file: place.dataset.file, line: Number(place.dataset.line), column: Number(place.dataset.column) });
  });

  window.addEventListener('message', ({ data }) => {
    if (data === null || typeof data !== 'object' || typeof data.main !== 'string') return;
    const made = new DOMParser().parseFromString(data.main, 'text/html').querySelector('main');
    const old = document.querySelector('main');
    if (made === null || old === null) return;
    const open = new Set([...old.querySelectorAll('details[open]')].map(({ id }) => id));
    const focused = document.activeElement && document.activeElement.id;
    made.querySelectorAll('details').forEach((each) => { each.open = open.has(each.id); });
    old.replaceWith(made);
    const again = focused ? document.getElementById(focused) : null;
    if (again) again.focus({ preventScroll: true });
    heard.textContent = 'The report was made anew.';
  });

  window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  if (editor) editor.postMessage({ type: 'ready' });
})();
`;
