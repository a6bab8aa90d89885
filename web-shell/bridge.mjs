// One real element for each thing that the app drew, lying exactly over its picture. Messages (app/semantics/differ.h tells
// their shape) change the elements by key; what people do with the elements is told by id. It never writes into a field that has
// the focus, and never takes the focus away.

import { makeElement, updateElement } from './elements.mjs';
import { Listener } from './listener.mjs';

export class Bridge {
  #root;
  #tell;
  #photos;
  #entries = new Map(); // id -> { node, element, place: where children go, control: what has the focus and the name }
  #listener;
  #openers = new Map(); // dialog id -> the element that had the focus before it came
  #spoken = { status: '', alert: '' };

  constructor(root, tell, photos) {
    this.#root = root;
    this.#tell = tell;
    this.#photos = photos;
    this.#listener = new Listener(root, this.#entries, tell, photos);
  }

  apply(message) {
    const focused = document.activeElement;
    const hadFocus = this.#root.contains(focused);
    for (const node of message.nodes ?? []) this.#put(node);
    const fresh = this.#order(message.children ?? {});
    this.#remove(message.removed ?? []);
    for (const id of fresh) this.#scrollToStart(id);
    for (const node of message.nodes ?? []) this.#link(node);
    this.#speak();
    this.#guardDialog();
    if (message.title !== undefined) document.title = message.title ? `${message.title} – Kitbag` : 'Kitbag';
    if (message.focus) this.#focus(message.focus);
    else if (hadFocus && !focused.isConnected) this.#recoverFocus();
  }

  // The app has nothing more to draw: what the browser changed by itself is set to what the app says.
  settle() {
    this.#listener.settle();
  }

  clear() {
    this.#listener.stop();
    this.#photos.letAllGo();
    this.#root.replaceChildren();
    this.#entries.clear();
    for (const kind of ['status', 'alert']) document.getElementById(kind).textContent = '';
  }

  #put(node) {
    const known = this.#entries.get(node.id);
    const entry = known && known.node.role === node.role && known.node.level === node.level ? known : makeElement(node);
    if (known && known !== entry) known.element.remove();
    const isNew = entry !== known;
    if (isNew) this.#entries.set(node.id, entry);
    updateElement(entry, node, isNew);
    if (node.role === 'image') this.#photos.show(entry);
    if (isNew && node.role === 'dialog') this.#openers.set(node.id, document.activeElement);
  }

  // Puts children in their order, moving as few as possible: a moved element would lose the focus. Gives the ids that are new.
  #order(lists) {
    const fresh = [];
    for (const [parent, ids] of Object.entries(lists)) {
      const place = parent === '0' ? this.#root : this.#entries.get(Number(parent))?.place;
      if (!place) continue;
      let next = place.firstElementChild;
      const wanted = new Set(ids.map((id) => this.#entries.get(id)?.element));
      for (const id of ids) {
        const element = this.#entries.get(id)?.element;
        if (!element) continue;
        while (next && next !== element && !wanted.has(next)) next = next.nextElementSibling;
        if (element === next) {
          next = next.nextElementSibling;
          continue;
        }
        if (!element.isConnected) fresh.push(id);
        place.insertBefore(element, next);
      }
    }
    return fresh;
  }

  #remove(ids) {
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      if (entry.control === document.activeElement) this.#listener.endTyping(entry);
      this.#photos.letGo(id);
      entry.element.remove();
      this.#entries.delete(id);
    }
  }

  #scrollToStart(id) {
    const { node, element } = this.#entries.get(id) ?? {};
    if (node?.role === 'scroll' && node.offset) element.scrollTop = node.offset;
  }

  // What refers to other elements can only be set when those are there.
  #link(node) {
    const entry = this.#entries.get(node.id);
    // What the keyboard brings into view must not come to lie under the headings, which stay at the top.
    if (node.role === 'row' && node.index === 1) entry?.element.parentElement?.style.setProperty('--headings', `${node.h}px`);
    if (node.role !== 'scroll' || !entry) return;
    // A part that scrolls and holds nothing to press must itself be reachable by keyboard.
    const reachable = entry.element.querySelector('button, input, textarea, a');
    if (reachable || node.content <= node.h + 1) entry.element.removeAttribute('tabindex');
    else entry.element.tabIndex = 0;
  }

  // Read out from regions that were always there.
  #speak() {
    const said = { status: [], alert: [] };
    for (const { node } of this.#entries.values()) said[node.role]?.push(node.name);
    for (const kind of ['status', 'alert']) {
      const text = said[kind].filter(Boolean).join('\n');
      if (text !== this.#spoken[kind]) document.getElementById(kind).innerText = text;
      this.#spoken[kind] = text;
    }
  }

  #guardDialog() {
    const open = [...this.#root.children].findLast((element) => element.getAttribute('role') === 'dialog');
    for (const element of this.#root.children) element.inert = Boolean(open) && element !== open;
    if (open && !open.contains(document.activeElement)) open.focus({ preventScroll: true });
    for (const [id, opener] of this.#openers) {
      if (this.#entries.has(id)) continue;
      this.#openers.delete(id);
      if (opener?.isConnected && this.#root.contains(opener)) opener.focus({ preventScroll: true });
    }
  }

  #focus(id) {
    const control = this.#entries.get(id)?.control;
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }

  // What had the focus has gone: a listener goes on from the page's title.
  #recoverFocus() {
    const heading = this.#root.querySelector('h1') ?? this.#root.querySelector('h2');
    heading?.focus({ preventScroll: true });
  }
}
