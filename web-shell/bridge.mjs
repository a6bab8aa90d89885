// One real element for each thing that the app drew, lying exactly over its picture. Messages (app/semantics/differ.h tells
// their shape) change the elements by key; what people do with the elements is told by id. It never writes into a field that has
// the focus, and never takes the focus away.

import { Caret } from './caret.mjs';
import { makeElement, updateElement } from './elements.mjs';
import { Focus } from './focus.mjs';
import { Keys } from './keys.mjs';
import { Listener } from './listener.mjs';
import { Pinch } from './pinch.mjs';
import { WayBack } from './way_back.mjs';

export class Bridge {
  #root;
  #photos;
  #entries = new Map(); // id -> { node, element, place: where children go, control: what has the focus and the name }
  #marked = new Map(); // Those of them that have a shortcut or lead back.
  #listener;
  #keys;
  #focus;
  #wayBack;
  #caret;
  #said = { status: new Map(), alert: new Map() }; // id -> the paragraph that is read out
  #ending = new AbortController();

  // `skip`: the page's link to the content.
  constructor(root, tell, photos, skip) {
    const { signal } = this.#ending;
    this.#root = root;
    this.#photos = photos;
    this.#listener = new Listener(root, this.#entries, tell, photos, signal);
    this.#keys = new Keys(root, this.#marked, this.#listener, signal);
    this.#focus = new Focus(root, this.#entries, skip);
    this.#wayBack = new WayBack((id) => this.#listener.pressByKey(id), signal);
    this.#listener.whenPressed = (id, number) => this.#wayBack.pressed(id, number);
    this.#caret = new Caret(root, this.#entries, signal);
    new Pinch(root, () => this.#listener.letUp(), signal);
  }

  // `heard`: how much of what was told the app had heard of when it said this.
  apply(message, heard) {
    this.#listener.appHeard(heard);
    const before = this.#focus.before();
    for (const node of message.nodes ?? []) this.#put(node, before);
    const fresh = this.#order(message.children ?? {});
    this.#remove(message.removed ?? []);
    for (const id of fresh) this.#scrollToStart(id);
    for (const node of message.nodes ?? []) this.#link(node);
    this.#speak();
    if (message.title !== undefined) document.title = message.title ? `${message.title} – Kitbag` : 'Kitbag';
    const isOld = heard < this.#listener.pressedLast.number; // Somebody who pressed on since is not called back.
    this.#focus.after(before, isOld ? undefined : message.focus);
    this.#wayBack.update(this.#keys.wayBack());
    this.#caret.keepInSight();
  }

  // The app has nothing more to draw: what the browser changed by itself is set to what the app says.
  settle(heard) {
    this.#listener.appHeard(heard);
    this.#listener.settle(heard);
    this.#wayBack.settle(heard);
  }

  clear() {
    this.#ending.abort();
    this.#photos.letAllGo();
    this.#root.replaceChildren();
    this.#entries.clear();
    this.#marked.clear();
    for (const kind of ['status', 'alert']) document.getElementById(kind).textContent = '';
  }

  #put(node, before) {
    const known = this.#entries.get(node.id);
    const entry = known && known.node.role === node.role && known.node.level === node.level ? known : makeElement(node);
    if (known && known !== entry) { // It is of another kind now, and stands where it stood, with what stood in it.
      entry.place.append(...[...known.place.children].filter((child) => child.dataset.node));
      known.element.replaceWith(entry.element);
    }
    const isNew = entry !== known;
    if (isNew) this.#entries.set(node.id, entry);
    updateElement(entry, node, isNew);
    if (node.role === 'image') this.#photos.show(entry);
    if (isNew && node.role === 'dialog') this.#focus.dialogCame(node.id, before ?? { id: this.#listener.pressedLast.id });
    if (node.shortcut || node.back) this.#marked.set(node.id, entry);
    else this.#marked.delete(node.id);
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
        // Where the browser can move without taking away the focus, the soft keyboard stays up too.
        if (element.isConnected && place.isConnected && place.moveBefore) place.moveBefore(element, next);
        else place.insertBefore(element, next);
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
      this.#marked.delete(id);
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

  // Read out from regions that were always there, each sentence in a paragraph of its own, so that what is already there is not
  // read again when another comes.
  #speak() {
    const wanted = { status: new Map(), alert: new Map() };
    for (const { node } of this.#entries.values()) if (node.name) wanted[node.role]?.set(node.id, node.name);
    for (const [kind, said] of Object.entries(this.#said)) {
      for (const [id, paragraph] of said) {
        if (wanted[kind].has(id)) continue;
        paragraph.remove();
        said.delete(id);
      }
      for (const [id, text] of wanted[kind]) this.#say(kind, id, text);
    }
  }

  #say(kind, id, text) {
    let paragraph = this.#said[kind].get(id);
    if (!paragraph) {
      paragraph = document.createElement('p');
      this.#said[kind].set(id, paragraph);
      document.getElementById(kind).append(paragraph);
    }
    if (paragraph.textContent !== text) paragraph.textContent = text;
  }
}
