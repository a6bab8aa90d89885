// What people do with the elements, told by id. Every way of pressing (finger, mouse, Enter, Space, a screen reader) is one click.

import { isField, textHeight } from './elements.mjs';

const choices = ['radio', 'checkbox'];
const pressable = new Set(['button', 'link', 'photo_button', ...choices]);

export class Listener {
  #root;
  #entries;
  #tell;
  #photos;
  #typing; // The id of the field that has the focus.
  #changedChoices = new Set();
  #scrolled = new Set();
  #ending = new AbortController();

  constructor(root, entries, tell, photos) {
    this.#root = root;
    this.#entries = entries;
    this.#tell = tell;
    this.#photos = photos;
    const on = (type, hear, options = {}) => root.addEventListener(type, (event) => hear(event), { ...options, signal: this.#ending.signal });
    on('click', (event) => this.#click(event));
    on('input', (event) => this.#edit(event));
    on('change', (event) => this.#change(event));
    on('keydown', (event) => this.#key(event));
    on('focusin', (event) => this.#focus(event));
    on('focusout', (event) => this.#blur(event));
    on('pointerover', (event) => this.#hover(event));
    on('pointerleave', () => this.#tell('hover', 0));
    on('pointerdown', (event) => this.#press(event));
    for (const type of ['pointerup', 'pointercancel']) on(type, () => this.#letUp());
    on('scroll', (event) => this.#scroll(event), { capture: true, passive: true });
  }

  stop() {
    this.#ending.abort();
  }

  // A radio button or check box shows at once what was pressed; the app may have decided otherwise.
  settle() {
    for (const group of this.#changedChoices) {
      for (const { node, control } of this.#entries.values()) {
        if (control.name === group && control.checked !== Boolean(node.checked)) control.checked = Boolean(node.checked);
      }
    }
    this.#changedChoices.clear();
  }

  // The field is about to go while somebody types in it.
  endTyping({ node }) {
    if (this.#typing !== node.id) return;
    this.#typing = undefined;
    this.#tell('leave', node.id);
    this.#tell('focus', 0, 0, 0);
  }

  #entryOf(target) {
    const element = target instanceof Element ? target.closest('[data-node]') : undefined;
    return element && this.#entries.get(Number(element.dataset.node));
  }

  #click(event) {
    const entry = this.#entryOf(event.target);
    if (!entry) return;
    const { node, control } = entry;
    if (node.role === 'link') event.preventDefault();
    // A click on the words of a radio button or check box is followed by one on the button itself.
    if (choices.includes(node.role) && event.target !== control) return;
    if (node.role === 'date_field' && event.detail > 0) this.#openCalendar(control);
    if (!pressable.has(node.role) || node.disabled || node.role === 'photo_button') return; // The camera opens by itself.
    if (choices.includes(node.role)) this.#changedChoices.add(control.name);
    this.#tell('activate', node.id);
  }

  #openCalendar(control) {
    try {
      control.showPicker?.();
    } catch {
      // Without it a date is typed.
    }
  }

  #change(event) {
    const entry = this.#entryOf(event.target);
    if (entry?.node.role !== 'photo_button') {
      this.#edit(event);
      return;
    }
    const files = [...entry.control.files];
    entry.control.value = ''; // The same picture may be chosen again.
    if (files.length > 0) this.#photos.take(entry.node.value, files);
  }

  #edit(event) {
    const entry = this.#entryOf(event.target);
    if (!entry || !isField(entry.node.role) || entry.told === event.target.value) return;
    entry.told = event.target.value;
    this.#tell('edit', entry.node.id, event.target.value, textHeight(entry));
  }

  #key(event) {
    if (event.isComposing) return;
    const entry = this.#entryOf(event.target);
    if (event.key === 'Enter' && entry && isField(entry.node.role) && entry.node.role !== 'multiline_field') {
      event.preventDefault();
      this.#tell('submit', entry.node.id);
    }
    if (event.key === 'Escape') {
      const dialog = event.target.closest?.('[role=dialog]');
      const cancel = dialog && this.#entryOf(dialog)?.node.value;
      if (cancel) this.#tell('activate', Number(cancel));
    }
  }

  #focus(event) {
    const entry = this.#entryOf(event.target);
    if (!entry) return;
    this.#typing = isField(entry.node.role) ? entry.node.id : undefined;
    entry.told = event.target.value;
    this.#tell('focus', entry.node.id, event.target.matches(':focus-visible') ? 1 : 0, textHeight(entry));
  }

  #blur(event) {
    const entry = this.#entryOf(event.target);
    if (entry) this.#leave(entry);
    if (!this.#root.contains(event.relatedTarget)) this.#tell('focus', 0, 0, 0);
  }

  #leave({ node }) {
    if (this.#typing !== node.id) return;
    this.#typing = undefined;
    this.#tell('leave', node.id);
  }

  #hover(event) {
    if (event.pointerType === 'touch') return;
    const entry = this.#entryOf(event.target);
    const id = entry && !entry.node.disabled && (pressable.has(entry.node.role) || isField(entry.node.role)) ? entry.node.id : 0;
    if (id !== this.hovered) this.#tell('hover', id);
    this.hovered = id;
  }

  #press(event) {
    const entry = this.#entryOf(event.target);
    if (!entry || !pressable.has(entry.node.role) || entry.node.disabled) return;
    this.pressed = entry.node.id;
    this.#tell('press', entry.node.id);
  }

  #letUp() {
    if (this.pressed) this.#tell('press', 0);
    this.pressed = 0;
  }

  // One message a frame for each part that scrolls.
  #scroll(event) {
    const entry = this.#entryOf(event.target);
    if (entry?.node.role !== 'scroll') return;
    if (this.#scrolled.size === 0) requestAnimationFrame(() => this.#tellScrolled());
    this.#scrolled.add(entry);
  }

  #tellScrolled() {
    for (const { node, element } of this.#scrolled) this.#tell('scroll', node.id, Math.max(0, element.scrollTop));
    this.#scrolled.clear();
  }
}
