// Which element stands for which role, and how a node's words, state and place are set on it.

const fieldTypes = { text_field: 'text', password_field: 'password', search_field: 'search', date_field: 'date' };
// A status or an alert is read out from a place of its own (see bridge.mjs) and can be read where it stands.
const words = new Set(['heading', 'text', 'label', 'button', 'link', 'progress', 'column_header', 'cell', 'status', 'alert']);

const isChoice = (role) => role === 'radio' || role === 'checkbox';
export const opensFiles = (role) => role === 'photo_button' || role === 'file_button';
const hasDetail = (role) => role === 'button' || isChoice(role) || opensFiles(role);
export const isField = (role) => role === 'multiline_field' || role in fieldTypes;
const elementId = (id) => `n${id}`;

function make(name, ...classes) {
  const element = document.createElement(name);
  element.classList.add(...classes);
  return element;
}

const makers = {
  navigation: () => make('nav', 'part'),
  main: () => make('main', 'part'),
  region: () => make('section', 'part'),
  complementary: () => make('aside', 'part'),
  group: () => make('div', 'part'),
  list: () => make('ul', 'part'),
  list_item: ({ name }) => make('li', name ? 'leaf' : 'part'),
  radio_group: () => make('div', 'part'),
  table: () => make('div', 'part', 'table'),
  row: ({ index, value }) => make('div', 'part', ...(index === 1 && value !== 'still' ? ['headings'] : [])),
  row_header: () => make('div', 'part'),
  column_header: () => make('div', 'leaf'),
  cell: () => make('div', 'leaf'),
  scroll: () => make('div', 'scroll'),
  dialog: () => make('div', 'part'),
  heading: ({ level }) => make(`h${level}`, 'leaf'),
  text: () => make('p', 'leaf'),
  label: () => make('label', 'leaf'),
  button: () => make('button', 'leaf'),
  link: () => make('a', 'leaf'),
  radio: () => make('label', 'leaf', 'radio'),
  checkbox: () => make('label', 'leaf', 'radio'),
  image: () => make('img', 'leaf', 'image'),
  photo_button: () => make('label', 'leaf', 'radio'),
  file_button: () => make('label', 'leaf', 'radio'),
  multiline_field: () => make('textarea', 'leaf', 'field'),
  status: () => make('p', 'leaf'),
  alert: () => make('p', 'leaf'),
  progress: () => make('div', 'leaf'),
};

function addControl(entry, type) {
  entry.control = document.createElement('input');
  entry.control.type = type;
  entry.element.append(entry.control, make('span', 'words'));
}

const finishers = {
  list: ({ element }) => element.setAttribute('role', 'list'), // Safari forgets that a list without dots is one.
  radio_group: ({ element }) => element.setAttribute('role', 'radiogroup'),
  region: ({ element }) => element.setAttribute('role', 'region'),
  table: ({ element }) => element.setAttribute('role', 'table'),
  row: ({ element }) => element.setAttribute('role', 'row'),
  row_header: ({ element }) => element.setAttribute('role', 'rowheader'),
  column_header: ({ element }) => element.setAttribute('role', 'columnheader'),
  cell: ({ element }) => element.setAttribute('role', 'cell'),
  progress: ({ element }) => element.setAttribute('role', 'progressbar'),
  heading: ({ element }) => (element.tabIndex = -1),
  button: ({ element }) => (element.type = 'button'),
  link: ({ element }) => (element.href = '#'),
  dialog({ element }) {
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-modal', 'true');
    element.tabIndex = -1;
  },
  scroll(entry) {
    entry.place = make('div', 'content');
    entry.element.append(entry.place);
  },
  radio: (entry) => addControl(entry, 'radio'),
  checkbox: (entry) => addControl(entry, 'checkbox'),
  file_button: (entry) => addControl(entry, 'file'),
  // A real file field: only a person's own press may open the camera.
  photo_button(entry) {
    addControl(entry, 'file');
    Object.assign(entry.control, { accept: 'image/*', multiple: true });
    entry.control.setAttribute('capture', 'environment');
  },
};

export function makeElement(node) {
  const maker = makers[node.role] ?? (() => make('input', 'leaf', 'field'));
  const element = maker(node);
  const entry = { element, place: element, control: element, node: {} };
  finishers[node.role]?.(entry, node);
  if (node.role in fieldTypes) element.type = fieldTypes[node.role];
  element.dataset.node = node.id;
  entry.control.id = elementId(node.id);
  return entry;
}

function setAttribute(element, name, value) {
  if (value === undefined || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

// Only what is otherwise than it was: when one thing moves, most of a screen moves with it, and every style that is written is read anew by
// the browser, even if it says what it said.
function setPlace({ element, place }, node, was) {
  const { style } = element;
  if (node.x !== was.x) style.left = `${node.x}px`;
  if (node.y !== was.y) style.top = `${node.y}px`;
  if (node.w !== was.w) style.width = `${node.w}px`;
  if (node.h !== was.h) style.height = `${node.h}px`;
  if (node.role === 'scroll' && node.content !== was.content) place.style.height = `${node.content}px`;
}

function setWords({ element, control }, node) {
  const { role, name = '', description, value } = node;
  if (role === 'button') {
    setDetail(element, control, name, description);
    setAttribute(element, 'aria-label', description ? name : undefined);
  } else if (role === 'image') {
    if (element.alt !== name) element.alt = name;
  } else if (isChoice(role) || opensFiles(role)) {
    setDetail(element.lastElementChild, control, name, description);
    setAttribute(control, 'aria-label', name);
  } else if (words.has(role) || (role === 'list_item' && name)) {
    const text = role === 'progress' && value ? `${name}: ${value}` : name;
    if (element.textContent !== text) element.textContent = text;
    if (role === 'progress') setAttribute(element, 'aria-label', name);
  } else if (!isField(role)) {
    setAttribute(element, 'aria-label', name);
    if (role === 'scroll' || role === 'group') setAttribute(element, 'role', name ? 'group' : undefined);
  }
  if (!isField(role) && !hasDetail(role)) setAttribute(control, 'aria-description', description);
}

// A button's own name, and below it what else its picture says: part of it as one reads, and read after the name as one hears.
function setDetail(element, control, name, description) {
  setAttribute(control, 'aria-describedby', description ? `${control.id}-detail` : undefined);
  if (!description) {
    if (element.textContent !== name || element.childElementCount) element.textContent = name;
    return;
  }
  if (element.childElementCount !== 2) element.replaceChildren(make('span', 'name'), make('span', 'detail'));
  const [title, detail] = element.children;
  if (title.textContent !== name) title.textContent = name;
  detail.id = `${control.id}-detail`;
  if (detail.textContent !== description) detail.textContent = description;
}

const states = ['disabled', 'busy', 'invalid', 'shortcut', 'pressed', 'expanded', 'current'];

function setState({ control }, node) {
  setAttribute(control, 'aria-disabled', node.disabled);
  setAttribute(control, 'aria-busy', node.busy);
  setAttribute(control, 'aria-invalid', node.invalid);
  setAttribute(control, 'aria-keyshortcuts', node.shortcut);
  setAttribute(control, 'aria-pressed', node.pressed);
  setAttribute(control, 'aria-expanded', node.expanded);
  if (node.role === 'list_item') return;
  setAttribute(control, 'aria-current', node.current);
}

function setField({ element, editNumber }, node) {
  const style = element.style;
  style.fontSize = `${node.font}px`;
  style.lineHeight = `${node.line}px`;
  style.padding = `${node.top}px ${node.right}px ${node.top}px ${node.left}px`;
  setAttribute(element, 'autocomplete', node.autocomplete ?? 'off');
  setAttribute(element, 'maxlength', node.length);
  setAttribute(element, 'aria-required', node.required);
  setAttribute(element, 'aria-describedby', [node.hint, node.errorText].filter(Boolean).map(elementId).join(' '));
  setKeyboard(element, node);
  element.readOnly = Boolean(node.disabled);
  if (!editNumber && document.activeElement !== element && element.value !== node.value) element.value = node.value;
}

// What a soft keyboard offers. A code and a passphrase are nobody's words, so nothing corrects them.
function setKeyboard(element, { role, letters }) {
  const literal = role === 'password_field' || letters === 'characters';
  setAttribute(element, 'spellcheck', role === 'multiline_field' ? 'true' : 'false');
  setAttribute(element, 'autocorrect', literal || letters === 'words' || role === 'search_field' ? 'off' : 'on');
  setAttribute(element, 'autocapitalize', letters ?? (literal || role === 'search_field' ? 'none' : 'sentences'));
  setAttribute(element, 'inputmode', role === 'search_field' ? 'search' : undefined);
  setAttribute(element, 'enterkeyhint', { search_field: 'search', multiline_field: 'enter' }[role] ?? 'done');
}

function setChoice({ control, element }, node, isNew) {
  control.disabled = Boolean(node.disabled);
  control.name = `g${node.group}`;
  if (isNew || control.checked !== Boolean(node.checked)) control.checked = Boolean(node.checked);
  element.htmlFor = control.id;
}

const differ = (one, other, parts) => parts.some((part) => one[part] !== other[part]);

export function updateElement(entry, node, isNew) {
  const was = entry.node;
  entry.node = node;
  setPlace(entry, node, was);
  if (isNew || differ(node, was, ['name', 'description', 'value'])) setWords(entry, node);
  if (differ(node, was, states)) setState(entry, node);
  if (isField(node.role)) setField(entry, node);
  if (isChoice(node.role)) setChoice(entry, node, isNew);
  if (opensFiles(node.role)) entry.control.disabled = Boolean(node.disabled);
  if (node.role === 'image') entry.element.classList.toggle('thumbnail', node.value.startsWith('thumbnail/'));
  if (node.role === 'table') {
    setAttribute(entry.element, 'aria-rowcount', node.rows);
    setAttribute(entry.element, 'aria-colcount', node.columns);
  }
  if (node.role === 'row') setAttribute(entry.element, 'aria-rowindex', node.index);
  if (node.role === 'list_item') {
    setAttribute(entry.element, 'aria-posinset', node.index);
    setAttribute(entry.element, 'aria-setsize', node.rows);
  }
  if (node.role === 'label') entry.element.htmlFor = elementId(node.target);
  if (node.role === 'progress') {
    setAttribute(entry.element, 'aria-valuemin', 0);
    setAttribute(entry.element, 'aria-valuemax', 100);
    setAttribute(entry.element, 'aria-valuenow', node.fraction === undefined ? undefined : Math.round(node.fraction * 100));
    setAttribute(entry.element, 'aria-valuetext', node.value);
  }
}

// How high a text area would have to be for its text, without its padding.
export function textHeight({ element, node }) {
  if (node.role !== 'multiline_field') return 0;
  const { height } = element.style;
  element.style.height = '0px';
  const needed = element.scrollHeight - 2 * node.top;
  element.style.height = height;
  return needed;
}
