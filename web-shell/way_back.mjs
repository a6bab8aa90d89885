// The tablet's own way back (Android's gesture, a browser's Back, a swipe from an iPad's edge) goes where the screen's back button
// goes, and closes an open question. While there is such a way, entries of the browser's history stand above the one that the app
// was opened with, one for each step that was taken deeper: browsers pass over entries that came without a press, so those
// cannot be made one after the other while somebody goes back. Nothing is known by them; where back leads, the app says.

const stepsMin = 2; // A visit that was opened from the list of visits leads back to its school first.
const stepsMax = 12;

const depthOf = (state) => (Number.isInteger(state?.kitbagSteps) ? state.kitbagSteps : 0);

export class WayBack {
  #press;
  #depth = depthOf(history.state); // Of the entry that the browser stands on; above 0 after a reload too.
  #target = 0; // What leads back from what is shown.
  #awaited = 0; // What was pressed last and still stands there: the app has not answered yet,
  #number = 0; // and as what it was told.
  #owed = 0; // Steps that were asked for meanwhile.
  #returning = false; // On the way to the first entry, which nobody asked for.

  // `press` is given the id of what leads back.
  constructor(press, signal) {
    this.#press = press;
    addEventListener('popstate', ({ state }) => this.#moved(depthOf(state)), { signal });
  }

  // What is shown has changed; `target` leads back from it, 0 when nothing does.
  update(target) {
    if (target === this.#target) return;
    const went = this.#awaited !== 0;
    this.#target = target;
    this.#awaited = 0;
    if (target === 0) {
      this.#owed = 0;
      this.#toFirst();
    } else if (went && this.#owed > 0) {
      --this.#owed;
      this.#goOneStep();
    } else if (!went || this.#depth === 0) {
      this.#add();
    }
  }

  // Something was pressed in the page, as the `number`th thing that was told. Where that leads back, no entry is added for what is
  // shown then.
  pressed(id, number) {
    if (id !== this.#target) return;
    this.#awaited = id;
    this.#number = number;
  }

  // The app has answered all that it has heard of, the first `heard` things that were told.
  settle(heard) {
    if (this.#awaited !== 0 && heard < this.#number) return;
    this.#awaited = 0;
    this.#owed = 0;
    if (this.#target === 0) this.#toFirst(); // After a reload they are still there.
    else if (this.#depth === 0) this.#add();
  }

  #add() {
    if (this.#returning) return;
    do {
      if (this.#depth >= stepsMax) return;
      ++this.#depth;
      history.pushState({ kitbagSteps: this.#depth }, '');
    } while (this.#depth < stepsMin);
  }

  #toFirst() {
    if (this.#returning || this.#depth === 0) return;
    this.#returning = true;
    this.#returnOneStep();
  }

  // One by one, looking each time: when a page is loaded anew in the moment in which an entry is added, the browser gives the entry that it
  // has the state of the one that it has not. A leap by what that says went to what had been open before Kitbag, or to a blank page.
  #returnOneStep() {
    if (globalThis.navigation?.canGoBack !== false) {
      history.back();
      return;
    }
    history.replaceState(null, '');
    this.#moved(0);
  }

  #moved(depth) {
    const back = depth < this.#depth;
    this.#depth = depth;
    if (this.#returning && depth !== 0 && this.#target === 0) {
      this.#returnOneStep();
    } else if (this.#returning) {
      this.#returning = false;
      if (this.#target !== 0) this.#add(); // Somebody was quicker and is deeper again.
    } else if (this.#target === 0) {
      this.#toFirst(); // Forward leads nowhere.
    } else if (back) {
      this.#goOneStep();
    }
  }

  #goOneStep() {
    if (this.#target === 0) return;
    if (this.#depth === 0) this.#add(); // At once: a second step may follow before the app has answered.
    if (this.#awaited !== 0) {
      ++this.#owed;
      return;
    }
    this.#awaited = this.#target;
    this.#press(this.#target);
  }
}
