// What leaves the app to be kept or printed: a file for the person, and a document on the browser's way to paper.

import { fillShutFrame } from './trusted_urls.mjs';

const fileKeptMs = 60_000; // Some browsers begin to read it only after the person has said where it goes.

export function giveFile({ name, kind, content }) {
  const type = kind.startsWith('text/') || kind.endsWith('/json') ? `${kind};charset=utf-8` : kind;
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), fileKeptMs);
}

let frame;

// No word of the document stays in the page once it was printed, or when the next is.
export function print({ html }) {
  frame?.remove();
  const paper = document.createElement('iframe');
  frame = paper;
  paper.className = 'paper';
  paper.tabIndex = -1;
  paper.setAttribute('aria-hidden', 'true');
  fillShutFrame(paper, html);
  paper.addEventListener('load', () => {
    paper.contentWindow.addEventListener('afterprint', () => paper.remove());
    paper.contentWindow.focus();
    paper.contentWindow.print();
  }, { once: true });
  document.body.append(paper);
}
