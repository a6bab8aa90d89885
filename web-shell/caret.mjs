// Keeps the place where somebody writes in sight when the window, the field or what stands around it changes: a soft keyboard takes
// half of a tablet's screen, and a long text is higher than what is left. It moves nothing while nothing changed, nor when that place
// was out of sight before: somebody scrolled away to read.

const room = 8; // Above and below the line that is written in.

// How high the text of a text area is up to the caret.
function heightBefore(field) {
  const copy = field.cloneNode();
  copy.removeAttribute('id');
  copy.style.visibility = 'hidden';
  copy.style.height = '0px';
  copy.value = field.value.slice(0, field.selectionEnd);
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
    const known = this.#placeIn(scroll, element);
    const before = this.#element === element ? this.#known : undefined;
    this.#element = element;
    this.#known = known;
    if (before && Object.keys(known).some((part) => known[part] !== before[part])) this.#bring(element, scroll, before, known);
  }

  // As the app says it, not as the browser would have to lay it out first: this is asked after each change.
  #placeIn(scroll, element) {
    const nodeOf = (part) => this.#entries.get(Number(part.dataset.node)).node;
    let top = 0;
    for (let part = element; part !== scroll; part = part.parentElement.closest('[data-node]')) top += nodeOf(part).y;
    return { top: Math.round(top), height: Math.round(nodeOf(element).h), pane: Math.round(nodeOf(scroll).h) };
  }

  // Lengths from the top of what scrolls.
  #bring(element, scroll, before, { top, height, pane }) {
    const { node } = this.#entries.get(Number(element.dataset.node));
    const isLong = node.role === 'multiline_field' && height > pane - 2 * room;
    const line = node.line + 2 * node.top;
    const to = isLong ? heightBefore(element) : height;
    const from = isLong ? to - line : 0;
    const seen = before.top - scroll.scrollTop; // Where it stood until now.
    if (seen + to - line > before.pane || seen + from + line < 0) return;
    const end = top + to - scroll.scrollTop;
    const start = top + from - scroll.scrollTop;
    if (end > pane - room) scroll.scrollTop += end - pane + room;
    else if (start < room) scroll.scrollTop -= room - start;
  }
}
