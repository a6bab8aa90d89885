// What people do with the elements, told by id. Every way of pressing (finger, mouse, Enter, Space, a screen reader) is one click.
// What is true everywhere in the page and not of one element (keys, fingers, history) is in modules of its own.

import { isField, opensFiles, textHeight } from './elements.mjs';

const choices = ['radio', 'checkbox'];
const pressable = new Set(['button', 'link', 'photo_button', 'file_button', ...choices]);
// A field that is left may change its height: what is told of it waits while something is held down, or that would move away from
// under the finger and not be pressed. What shows that it is held down moves nothing.
const waitsForRelease = new Set(['leave', 'focus']);
const tellsOfPointer = new Set(['press', 'hover']);
const slop = 12; // CSS pixels: a finger that was lifted farther away than this pressed nothing.

export class Listener {
  pressedLast = { id: 0, number: 0 }; // `number`: how much had been told then.
  #root;
  #entries;
  #tell;
  #photos;
  #typing; // The id of the field that has the focus.
  #changedChoices = new Set();
  #told = 0; // How much.
  #unheard = new Set(); // The fields with one that the app had not heard of when it last said something.
  #left; // { entry, text, number }: a field that was finished for a key, its text then, and how much had been told.
  #scrolled = new Set();
  #hovered = 0;
  #down = new Map(); // pointer -> { id, x, y }: the node that it went down on, and where
  #scrolledSince = false; // Something scrolled since something went down.
  #byHand = true; // What went down last is a mouse.
  #heldDown = false;
  #waiting = []; // What is told when it is let up.

  constructor(root, entries, tell, photos, signal) {
    this.#root = root;
    this.#entries = entries;
    const tellNow = (given) => {
      ++this.#told;
      tell(...given);
    };
    this.#tell = (...given) => {
      if (this.#heldDown && waitsForRelease.has(given[0])) {
        this.#waiting.push(given);
        return;
      }
      if (!tellsOfPointer.has(given[0])) this.#waiting.splice(0).forEach(tellNow);
      tellNow(given);
    };
    this.#photos = photos;
    const on = (type, hear, options = {}) => root.addEventListener(type, (event) => hear(event), { ...options, signal });
    on('click', (event) => this.#click(event));
    on('input', (event) => this.#edit(event));
    on('change', (event) => this.#change(event));
    on('keydown', (event) => this.#key(event));
    on('focusin', (event) => this.#focus(event));
    on('focusout', (event) => this.#blur(event));
    on('pointerover', (event) => this.#hover(event));
    on('pointerleave', () => this.#tellHovered(0));
    on('pointerdown', (event) => this.#press(event));
    // Anywhere, because what was pressed may have gone from under the finger.
    addEventListener('pointerup', (event) => this.#pressWhatMoved(event), { signal });
    for (const type of ['pointerup', 'pointercancel', 'blur']) addEventListener(type, () => this.letUp(), { signal });
    for (const type of ['contextmenu', 'dragstart']) on(type, (event) => this.#keepFromMenu(event));
    on('scroll', (event) => this.#scroll(event), { capture: true, passive: true });
  }

  // `count`: how much of what was told the app has heard of. What it says of a field before it has heard what was typed last is old:
  // the field keeps its newer text until then.
  appHeard(count) {
    for (const entry of this.#unheard) {
      if (entry.editNumber > count) continue;
      this.#unheard.delete(entry);
      entry.editNumber = 0;
    }
  }

  // A radio button or check box shows at once what was pressed, a field what was typed; the app may have decided otherwise.
  settle(heard) {
    if (this.#left && heard >= this.#left.number) this.#giveTyped(this.#left.entry);
    for (const entry of this.#entries.values()) if (isField(entry.node.role)) this.#settleField(entry);
    for (const group of this.#changedChoices) {
      for (const { node, control } of this.#entries.values()) {
        if (control.name === group && control.checked !== Boolean(node.checked)) control.checked = Boolean(node.checked);
      }
    }
    this.#changedChoices.clear();
  }

  #settleField(entry) {
    const { node, control, editNumber } = entry;
    if (editNumber || control.value === node.value || document.activeElement === control) return;
    control.value = node.value;
    entry.told = node.value;
  }

  // What was typed since a field was finished for a key is meant for what the app shows then: the next field, or the same one with
  // another text. What was written into the middle of the old text is meant for that.
  #giveTyped(to) {
    const { entry, text } = this.#left;
    const { control, node } = entry;
    this.#left = undefined;
    const typed = control.value.startsWith(text) ? control.value.slice(text.length) : undefined;
    if (typed === undefined) {
      this.#tellEdit(entry);
      if (to !== entry) this.#tell('leave', node.id);
    } else if (to !== entry) {
      if (typed) control.value = text;
      to.control.value += typed;
      this.#tellEdit(to);
    } else {
      if (node.value !== text) this.#show(entry, node.value, typed);
      this.#tellEdit(entry);
    }
  }

  #show(entry, value, typed) {
    const { control, node } = entry;
    const at = typed ? value.length + typed.length : control.selectionEnd;
    control.value = value + typed;
    entry.told = value;
    if (document.activeElement === control && node.role !== 'date_field') control.setSelectionRange(at, at);
  }

  // The field is about to go while somebody types in it.
  endTyping({ node }) {
    if (this.#typing !== node.id) return;
    this.#typing = undefined;
    this.#tell('leave', node.id);
    this.#tell('focus', 0, 0, 0);
  }

  entryOf(target) {
    const element = target instanceof Element ? target.closest('[data-node]') : undefined;
    return element && this.#entries.get(Number(element.dataset.node));
  }

  #click(event) {
    const entry = this.entryOf(event.target);
    if (!entry) return;
    const { node, control } = entry;
    if (this.#movedAway(event, node)) {
      event.preventDefault();
      return;
    }
    if (node.role === 'link') event.preventDefault();
    // A click on the words of a radio button or check box is followed by one on the button itself.
    if (choices.includes(node.role) && event.target !== control) return;
    if (node.role === 'date_field' && event.detail > 0) this.#openCalendar(control);
    if (!pressable.has(node.role) || node.disabled || opensFiles(node.role)) return; // Those open by themselves.
    if (choices.includes(node.role)) this.#changedChoices.add(control.name);
    this.#activate(node.id);
  }

  #activate(id) {
    this.#tell('activate', id);
    this.pressedLast = { id, number: this.#told };
    this.whenPressed?.(id, this.#told);
  }

  // The keyboard's focus stays where it is, and what is typed there is finished first, as when it is left for a button.
  pressByKey(id) {
    if (this.#left) this.#giveTyped(this.#left.entry);
    const entry = this.#entries.get(this.#typing);
    if (entry) this.#tell('leave', entry.node.id);
    this.#activate(id);
    this.#left = entry && { entry, text: entry.control.value, number: this.#told };
  }

  // The finger went down on another thing than the one that came to lie under it meanwhile.
  #movedAway(event, node) {
    if (event.detail === 0 || !this.#down.has(event.pointerId)) return false;
    const { id } = this.#down.get(event.pointerId);
    this.#down.delete(event.pointerId);
    return id !== node.id;
  }

  // Something came or went, and what the finger went down on lies elsewhere when it is lifted: it was meant all the same, and the browser
  // makes no click of it. Where something scrolled, the finger may have been put down to stop it.
  #pressWhatMoved({ pointerId, clientX, clientY }) {
    const { id, x, y } = this.#down.get(pointerId) ?? {};
    const entry = this.#entries.get(id);
    if (!entry || id !== this.pressed || this.#scrolledSince || Math.hypot(clientX - x, clientY - y) > slop) return;
    if (!entry.element.contains(document.elementFromPoint(clientX, clientY))) entry.control.click();
  }

  // A long press on what is not a field presses nothing and opens nothing; in a field the browser's own selection works.
  #keepFromMenu(event) {
    if (this.#byHand && event.type === 'contextmenu') return;
    if (!event.target.closest?.('.field')) event.preventDefault();
  }

  #openCalendar(control) {
    try {
      control.showPicker?.();
    } catch {
      // Without it a date is typed.
    }
  }

  #change(event) {
    const entry = this.entryOf(event.target);
    if (!opensFiles(entry?.node.role)) {
      this.#edit(event);
      return;
    }
    const files = [...entry.control.files];
    entry.control.value = ''; // The same picture may be chosen again.
    if (files.length === 0) return;
    if (entry.node.role === 'file_button') this.#tell('file', files[0]);
    else this.#photos.take(entry.node.value, files);
  }

  #edit(event) {
    const entry = this.entryOf(event.target);
    if (!entry || !isField(entry.node.role) || entry === this.#left?.entry) return;
    this.#tellEdit(entry);
  }

  #tellEdit(entry) {
    const { value } = entry.control;
    if (entry.told === value) return;
    entry.told = value;
    this.#tell('edit', entry.node.id, value, textHeight(entry));
    entry.editNumber = this.#told;
    this.#unheard.add(entry);
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // Safari ends a composition before the Enter that did it.
    const entry = this.entryOf(event.target);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && entry && isField(entry.node.role) && entry.node.role !== 'multiline_field') {
      event.preventDefault();
      this.#tell('submit', entry.node.id);
    }
  }

  #focus(event) {
    const entry = this.entryOf(event.target);
    if (!entry) return;
    this.#typing = isField(entry.node.role) ? entry.node.id : undefined;
    entry.told = event.target.value;
    if (this.#typing && this.#left && this.#left.entry !== entry) this.#giveTyped(entry);
    this.#tell('focus', entry.node.id, event.target.matches(':focus-visible') ? 1 : 0, textHeight(entry));
  }

  #blur(event) {
    const entry = this.entryOf(event.target);
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
    const entry = this.entryOf(event.target);
    const id = entry && !entry.node.disabled && (pressable.has(entry.node.role) || isField(entry.node.role)) ? entry.node.id : 0;
    this.#tellHovered(id);
  }

  #tellHovered(id) {
    if (id !== this.#hovered) this.#tell('hover', id);
    this.#hovered = id;
  }

  #press(event) {
    const entry = this.entryOf(event.target);
    this.#heldDown = true;
    this.#byHand = event.pointerType === 'mouse';
    if (event.isPrimary) this.#down.clear();
    this.#down.set(event.pointerId, { id: entry?.node.id, x: event.clientX, y: event.clientY });
    this.#scrolledSince = false;
    if (!entry || !pressable.has(entry.node.role) || entry.node.disabled || event.button > 0) return;
    this.pressed = entry.node.id;
    this.#tell('press', entry.node.id);
  }

  letUp() {
    if (this.pressed) this.#tell('press', 0);
    this.pressed = 0;
    if (!this.#heldDown) return;
    this.#heldDown = false;
    setTimeout(() => this.#waiting.splice(0).forEach((given) => this.#tell(...given))); // After the click, which comes first if there is one.
  }

  // One message a frame for each part that scrolls.
  #scroll(event) {
    this.#scrolledSince = true;
    const entry = this.entryOf(event.target);
    if (entry?.node.role !== 'scroll') return;
    if (this.#scrolled.size === 0) requestAnimationFrame(() => this.#tellScrolled());
    this.#scrolled.add(entry);
  }

  #tellScrolled() {
    for (const { node, element } of this.#scrolled) this.#tell('scroll', node.id, Math.max(0, element.scrollTop));
    this.#scrolled.clear();
  }
}
