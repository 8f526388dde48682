/** What the page does by itself: moving about the hours, telling what runs in one, and asking the editor for a line. Plain text: it runs in a browser. */
export const script = `
(() => {
  const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
  const heard = document.getElementById('heard');
  let data, cells, current;

  const two = (value) => String(value).padStart(2, '0');
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  /** When a job runs in an hour: once, or so often from one minute to another. */
  function when(hour, [, runs, first, last]) {
    const at = (minute) => two(hour % 24) + ':' + two(minute);
    if (runs === 1) return at(first);
    return first === last ? runs + ' × at ' + at(first) : runs + ' × ' + at(first) + ' to ' + at(last);
  }

  const hasPlace = (line) => editor !== undefined || document.getElementById('line-' + (line + 1)) !== null;

  function item(hour, share) {
    const [line, command, user, words] = data.jobs[share[0]];
    const made = element('li');
    const what = element(hasPlace(line) ? 'a' : 'span');
    if (what.localName === 'a') what.href = '#line-' + (line + 1);
    const name = element('bdi');
    name.append(element('code', command || '(no command)'));
    what.append(name);
    const more = element('span', words + (user ? ', as ' : ''), 'more soft');
    if (user) more.append(element('bdi', user));
    made.append(element('span', when(hour, share), 'when'), what, element('span', 'line ' + (line + 1), 'soft'), more);
    return made;
  }

  /** Lists the jobs of an hour below the grid. */
  function show(hour) {
    const { shares, more } = data.hours[hour];
    cells.forEach((cell, index) => cell.classList.toggle('shown', index === hour));
    document.getElementById('hour-name').textContent = cells[hour].getAttribute('aria-label');
    const list = document.getElementById('jobs');
    list.replaceChildren(...shares.map((share) => item(hour, share)));
    if (more > 0) list.append(element('li', 'and ' + more + ' more', 'soft'));
  }

  /** The same for ears: the first few. */
  function say(hour) {
    const { shares, more } = data.hours[hour];
    const few = shares.slice(0, 5).map((share) => when(hour, share) + ' ' + data.jobs[share[0]][1]);
    const left = shares.length - few.length + more;
    heard.textContent = few.join('; ') + (left > 0 ? '; and ' + left + ' more' : '');
  }

  function choose(hour) {
    cells[current].tabIndex = -1;
    current = hour;
    cells[current].tabIndex = 0;
    show(current);
    if (editor) editor.setState({ ...data.keep, hour: current });
  }

  function go(line) {
    if (editor) editor.postMessage({ type: 'open', line });
  }

  /** Into the only job of an hour, or into the list of several. */
  function enter(hour, byKey) {
    const links = document.querySelectorAll('#jobs a');
    if (links.length === 1) links[0].click();
    else if (byKey && links.length > 0) links[0].focus();
  }

  const moves = {
    ArrowLeft: (at) => (at % 24 > 0 ? at - 1 : at),
    ArrowRight: (at) => (at % 24 < 23 ? at + 1 : at),
    ArrowUp: (at) => (at >= 24 ? at - 24 : at),
    ArrowDown: (at) => (at + 24 < cells.length ? at + 24 : at),
    Home: (at, all) => (all ? 0 : at - (at % 24)),
    End: (at, all) => (all ? cells.length - 1 : at - (at % 24) + 23),
  };

  function press(event) {
    const hour = cells.indexOf(event.target);
    if (hour === -1) {
      if (event.key === 'Escape' && event.target.closest?.('#jobs')) cells[current].focus();
      return;
    }
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') enter(hour, true);
    else if (Object.hasOwn(moves, event.key)) cells[moves[event.key](hour, event.ctrlKey)].focus();
    else return;
    event.preventDefault();
  }

  /** Takes what the page says now. */
  function read(hour) {
    data = JSON.parse(document.getElementById('data').textContent);
    cells = [...document.querySelectorAll('[role=gridcell]')];
    current = Math.max(0, cells.findIndex((cell) => cell.tabIndex === 0));
    choose(cells[hour] ? hour : current);
    const grid = document.querySelector('[role=grid]');
    grid.addEventListener('mouseover', ({ target }) => {
      const over = cells.indexOf(target.closest('[role=gridcell]'));
      if (over !== -1) show(over);
    });
    grid.addEventListener('mouseleave', () => show(current));
    grid.addEventListener('focusin', ({ target }) => {
      const into = cells.indexOf(target);
      if (into === -1) return;
      choose(into);
      say(into);
    });
    grid.addEventListener('click', ({ target }) => {
      const clicked = cells.indexOf(target.closest('[role=gridcell]'));
      if (clicked === -1) return;
      cells[clicked].focus();
      enter(clicked, false);
    });
  }

  document.addEventListener('keydown', press);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#line-"]');
    if (!link || !editor) return;
    event.preventDefault();
    go(Number(link.hash.slice(6)) - 1);
  });
  read(editor?.getState()?.hour);
  if (!editor) return;
  // The editor sends the page's inside anew when the file has changed.
  addEventListener('message', ({ data: sent }) => {
    if (typeof sent?.main !== 'string') return;
    const hadFocus = cells.includes(document.activeElement);
    document.querySelector('main').outerHTML = sent.main;
    read(current);
    if (hadFocus) cells[current].focus();
  });
  editor.postMessage({ type: 'ready' });
})();
`;
