// Where the keyboard's focus goes when what is shown changes: into a question, back to what opened it, and never to nothing.

const usual = 'button, input, textarea, a[href], .scroll[tabindex="0"]';

export const findDialog = (root) => [...root.children].findLast((element) => element.getAttribute('role') === 'dialog');

// What Tab would come to, in its order.
export function focusables(place) {
  return [...place.querySelectorAll(usual)].filter((element) => !element.disabled && !element.closest('[inert]') && element.tabIndex >= 0);
}

export class Focus {
  #root;
  #entries;
  #skip;
  #openers = new Map(); // dialog id -> { element, id } of what had the focus before it came

  constructor(root, entries, skip) {
    this.#root = root;
    this.#entries = entries;
    this.#skip = skip;
    skip.onclick = (event) => {
      event.preventDefault();
      this.#toHeading(root.querySelector('main') ?? root);
    };
  }

  // To be called before anything of a message is done: gives what has the focus now.
  before() {
    const element = document.activeElement;
    return this.#root.contains(element) ? { element, id: this.#idOf(element) } : undefined;
  }

  dialogCame(id, before) {
    this.#openers.set(id, before);
  }

  // Everything of the message is done. `before` as it was given; `wanted` is what the app asks for.
  after(before, wanted) {
    const dialog = findDialog(this.#root);
    for (const element of this.#root.children) element.inert = Boolean(dialog) && element !== dialog;
    this.#skip.hidden = Boolean(dialog) || !this.#root.querySelector('nav') || !this.#root.querySelector('main');
    if (dialog && !dialog.contains(document.activeElement)) this.#toHeading(dialog);
    this.#toOpeners(dialog);
    if (wanted) this.#toNode(wanted);
    else if (before && this.#isLost()) this.#recover(before, dialog);
  }

  #idOf(element) {
    return Number(element.closest('[data-node]')?.dataset.node ?? 0);
  }

  // A dialog has gone: what opened it may have been made anew meanwhile, but it is called the same.
  #toOpeners(dialog) {
    for (const [id, opener] of this.#openers) {
      if (this.#entries.has(id)) continue;
      this.#openers.delete(id);
      const control = this.#entries.get(opener?.id)?.control ?? opener?.element;
      if (control?.isConnected && this.#root.contains(control) && !control.closest('[inert]')) control.focus({ preventScroll: true });
      else if (!dialog) this.#toHeading(this.#root);
    }
  }

  #toNode(id) {
    const control = this.#entries.get(id)?.control;
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }

  // It went, or cannot have the focus any more, or the browser took it away when it was moved.
  #isLost() {
    const now = document.activeElement;
    return !now || now === document.body || Boolean(now.disabled || now.closest('[inert]'));
  }

  #recover({ id }, dialog) {
    const control = this.#entries.get(id)?.control;
    if (control?.isConnected && !control.disabled && !control.closest('[inert]')) control.focus({ preventScroll: true });
    if (!document.activeElement || document.activeElement === document.body || document.activeElement.disabled) this.#toHeading(dialog ?? this.#root);
  }

  // A listener goes on from there.
  #toHeading(place) {
    const heading = place.querySelector('h1') ?? place.querySelector('h2') ?? place.querySelector('[role=dialog], main');
    if (!heading) place.tabIndex = -1;
    (heading ?? place).focus({ preventScroll: true });
  }
}
