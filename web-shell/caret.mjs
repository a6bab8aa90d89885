// Keeps the place where somebody writes in sight when the window, the field or what stands around it changes: a soft keyboard takes
// half of a tablet's screen, and a long text is higher than what is left. It never moves what is seen while nothing changed.

const room = 8; // Above and below the line that is written in.

// How high the text of a text area is up to the caret.
function heightBefore(field) {
  const copy = field.cloneNode();
  copy.removeAttribute('id');
  copy.style.visibility = 'hidden';
  copy.style.height = '0px';
  copy.textContent = field.value.slice(0, field.selectionEnd);
  field.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

export class Caret {
  #root;
  #entries;
  #element; // What had the focus when this was looked at last,
  #known; // and where it lay in what scrolls.

  constructor(root, entries, signal) {
    this.#root = root;
    this.#entries = entries;
    root.addEventListener('focusin', () => this.keepInSight(), { signal });
  }

  // To be called when something of the page has changed.
  keepInSight() {
    const focused = document.activeElement;
    const element = this.#root.contains(focused) ? focused.closest('[data-node]') : undefined;
    const scroll = element?.closest('.content')?.parentElement;
    if (!scroll) {
      this.#element = undefined;
      return;
    }
    const box = element.getBoundingClientRect();
    const pane = scroll.getBoundingClientRect();
    const known = [Math.round(box.top - pane.top + scroll.scrollTop), Math.round(box.height), Math.round(pane.height)].join(' ');
    const changed = this.#element === element && this.#known !== known;
    this.#element = element;
    this.#known = known;
    if (changed) this.#bring(element, box, scroll, pane);
  }

  #bring(element, { top, bottom }, scroll, pane) {
    const { node } = this.#entries.get(Number(element.dataset.node));
    let from = top;
    let to = bottom;
    if (node.role === 'multiline_field' && bottom - top > pane.height - 2 * room) {
      to = top + heightBefore(element);
      from = to - node.line - 2 * node.top;
    }
    if (to > pane.bottom - room) scroll.scrollTop += to - pane.bottom + room;
    else if (from < pane.top + room) scroll.scrollTop -= pane.top + room - from;
  }
}
