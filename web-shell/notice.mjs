// A sentence of the page's own over everything, with at most one thing to press. While it is there the app cannot be reached.

const section = document.getElementById('notice');
const action = document.getElementById('notice-action');

export function showNotice({ title, text }, label, act) {
  document.getElementById('notice-title').textContent = title;
  document.getElementById('notice-text').textContent = text;
  action.hidden = !label;
  action.textContent = label ?? '';
  action.onclick = act ?? null;
  section.hidden = false;
  document.getElementById('bridge').replaceChildren();
  document.title = title;
  if (label) action.focus();
}

export function hideNotice() {
  section.hidden = true;
}

// A smaller one that leaves the app usable.
export function offer(text, label, act) {
  const box = document.getElementById('offer');
  document.getElementById('offer-text').textContent = text;
  const button = document.getElementById('offer-action');
  button.textContent = label;
  button.onclick = () => {
    box.hidden = true;
    act();
  };
  box.hidden = false;
}

export function withdrawOffer() {
  document.getElementById('offer').hidden = true;
}
