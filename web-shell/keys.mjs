// What the keyboard does everywhere in the page: the keys that the app's nodes name (app/screens/keys.h), Escape, and F6 from one
// part of the screen to the next. It never takes a key that writes something, and none while a word is being composed.

import { findDialog, focusables } from './focus.mjs';

const modifiers = ['Alt', 'Control', 'Meta', 'Shift'];
const held = { Alt: 'altKey', Control: 'ctrlKey', Meta: 'metaKey', Shift: 'shiftKey' };

// The figure or letter of a key, whatever Alt makes of it on an Apple keyboard.
function nameOf({ key, code }) {
  const figure = /^Digit(.)$/.exec(code)?.[1];
  if (figure) return figure;
  return /^[\x21-\x7e]$/.test(key) ? key.toUpperCase() : /^Key(.)$/.exec(code)?.[1] ?? key;
}

function fits(event, way) {
  const parts = way.split('+');
  const wanted = parts.pop();
  return nameOf(event) === (wanted.length === 1 ? wanted.toUpperCase() : wanted)
    && modifiers.every((name) => event[held[name]] === parts.includes(name));
}

// With Alt an Apple keyboard writes other letters, "#" among them: in a field they are what was meant.
function writes(event) {
  if (event.altKey && event.code.startsWith('Numpad')) return true; // Alt and figures write letters on Windows.
  if (event.ctrlKey || event.metaKey || !event.target.matches?.('.field')) return false;
  return event.key === 'Dead' || (event.key.length === 1 && event.key.toUpperCase() !== nameOf(event));
}

export class Keys {
  #root;
  #marked;
  #listener;
  #lastIn = new WeakMap(); // a part of the screen -> what had the focus in it last

  // `marked`: id -> entry, of all nodes that have a shortcut or lead back.
  constructor(root, marked, listener, signal) {
    this.#root = root;
    this.#marked = marked;
    this.#listener = listener;
    addEventListener('keydown', (event) => this.#hear(event), { signal });
    root.addEventListener('focusin', ({ target }) => this.#lastIn.set(this.#partOf(target), target), { signal });
  }

  // What leads back from what is shown: a dialog's own button, or the screen's. Its id, or 0.
  wayBack() {
    const dialog = findDialog(this.#root);
    if (dialog) return Number(this.#listener.entryOf(dialog)?.node.value ?? 0);
    for (const [id, { node }] of this.#marked) if (node.back && !node.disabled) return id;
    return 0;
  }

  #hear(event) {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.getModifierState('AltGraph')) return;
    if (event.key === 'Escape') this.#escape(event);
    else if (event.key === 'F6' && !event.altKey && !event.ctrlKey && !event.metaKey) this.#toNextPart(event);
    else if (event.altKey || event.ctrlKey || event.metaKey) this.#pressByShortcut(event);
  }

  #escape(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.type === 'search' && event.target.value) return; // The browser empties the field.
    const id = this.wayBack();
    if (!id) return;
    event.preventDefault();
    if (!event.repeat) this.#listener.pressByKey(id);
  }

  #pressByShortcut(event) {
    if (writes(event)) return;
    for (const [id, { node, element }] of this.#marked) {
      if (!node.shortcut?.split(' ').some((way) => fits(event, way))) continue;
      if (node.disabled || element.closest('[inert]')) continue;
      event.preventDefault();
      if (!event.repeat) this.#listener.pressByKey(id);
      return;
    }
  }

  // The outermost thing that scrolls, or the navigation; the rest of the screen stands between those.
  #partOf(element) {
    let part = element.closest('[role=dialog], main') ?? this.#root;
    for (let at = element; at && at !== this.#root; at = at.parentElement) if (at.matches('nav, .scroll, [role=region]')) part = at;
    return part;
  }

  #toNextPart(event) {
    event.preventDefault();
    const parts = []; // In reading order: what stands below a list of its own, as a bar does, is a part again.
    for (const element of focusables(findDialog(this.#root) ?? this.#root)) {
      const part = this.#partOf(element);
      if (parts.at(-1)?.part === part) parts.at(-1).elements.push(element);
      else parts.push({ part, elements: [element] });
    }
    if (parts.length === 0) return;
    const here = parts.findIndex(({ elements }) => elements.includes(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const { part, elements } = parts.at((here < 0 && step < 0 ? -1 : here + step) % parts.length);
    const last = this.#lastIn.get(part);
    (elements.includes(last) ? last : elements[0]).focus();
  }
}
