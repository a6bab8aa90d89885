// Where the picture is drawn. The worker draws it on a canvas of its own; where a worker cannot, the page draws what the worker sends; and
// where nothing can be drawn, or the tablet has taken the picture away, the elements themselves are made visible and everything still works.
// So they are where the system forces its colours on pages: a picture knows none of them, the elements are in all of them.

import { offer, withdrawOffer } from './notice.mjs';
import { drawParcel } from './picture_parcel.mjs';
import { PictureRenderer } from './picture_renderer.mjs';
import { words } from './words.mjs';

const restoreMs = 3000; // As long as in worker.mjs.
const forced = matchMedia('(forced-colors: active)');

export class Picture {
  #place = document.getElementById('picture');
  #tell;
  #startAgain;
  #renderer;
  #wait;
  #asked = false; // Somebody wanted the picture back.
  #missing = false; // There is none to show.

  // `startAgain` is for when nothing else brings the picture back.
  constructor(tell, startAgain) {
    this.#tell = tell;
    this.#startAgain = startAgain;
    forced.addEventListener('change', () => {
      this.#choose();
      this.#tellSeen();
    });
    this.#choose();
  }

  // The canvas for the worker; none where the browser cannot give one away. A canvas is given only once.
  handOver() {
    return this.#freshCanvas().transferControlToOffscreen?.();
  }

  draw(picture) {
    if (this.#renderer) drawParcel(picture, this.#renderer);
  }

  // What the worker says of its canvas: 'there', 'lost' for longer than a moment, 'none' when it cannot draw, and 'unreadable' when there
  // are no letters to draw with.
  hear(state) {
    if (state === 'there') this.#show();
    else if (state === 'none') this.#drawHere();
    else this.#makePlain(state === 'lost');
  }

  #freshCanvas() {
    const canvas = document.createElement('canvas');
    this.#place.replaceChildren(canvas);
    return canvas;
  }

  #show() {
    clearTimeout(this.#wait);
    this.#asked = false;
    this.#missing = false;
    this.#choose();
    this.#tellSeen();
    withdrawOffer('picture');
  }

  // A picture that the elements stand in place of is not drawn.
  #tellSeen() {
    this.#tell({ type: 'seen', seen: !forced.matches });
  }

  #choose() {
    document.body.classList.toggle('plain', this.#missing || forced.matches);
  }

  #makePlain(mayComeBack) {
    this.#missing = true;
    this.#choose();
    if (mayComeBack) offer('picture', { text: words.pictureLost, label: words.pictureAgain, act: () => this.#again() });
  }

  #drawHere() {
    this.#renderer = PictureRenderer.on(this.#freshCanvas(), {
      lost: () => { this.#wait = setTimeout(() => this.#makePlain(true), restoreMs); },
      restored: () => {
        this.#tell({ type: 'renew' });
        this.#show();
      },
    });
    if (!this.#renderer) {
      this.#makePlain(this.#asked);
      return;
    }
    this.#tell({ type: 'drawOnPage' });
    this.#show();
  }

  // A canvas whose memory was taken away stays dead, so the picture gets a new one.
  #again() {
    if (this.#asked) {
      this.#startAgain();
      return;
    }
    this.#asked = true;
    const canvas = this.#renderer ? undefined : this.handOver();
    if (canvas) this.#tell({ type: 'canvas', canvas }, [canvas]);
    else this.#drawHere();
  }
}
