// Holds what the store has, after a kill, against what the memory says must be there.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { frameworks } from '../harness/places.mjs';

const aspectIds = Object.fromEntries(JSON.parse(readFileSync(path.join(frameworks, 'school-categorisation-2014.json'), 'utf8')).aspects
  .map(({ title, id }) => [title, id]));

const markOf = (text) => /^[a-z]+\d+\. /.exec(text)?.[0];

// The texts in the store by their marks; what is still a draft is newer than the change of the same field.
function textsByMark({ fields, drafts }) {
  const found = new Map();
  const take = (text) => {
    const mark = markOf(text);
    if (mark) found.set(mark, text);
  };
  for (const { value } of fields) {
    const text = JSON.parse(value);
    if (typeof text === 'string') take(text);
  }
  for (const { text } of drafts) take(text);
  return found;
}

function visitsByMark({ fields, drafts }) {
  const found = new Map();
  const ofVisits = ({ entity, field }) => entity === 'visit' && field === 'focus';
  for (const { entity_id: id, value } of fields.filter(ofVisits)) found.set(markOf(JSON.parse(value)), id);
  for (const { entity_id: id, text } of drafts.filter(ofVisits)) found.set(markOf(text), id);
  return found;
}

// A judgement has no text to be found by: its visit and its aspect say which it is.
function addJudgements(found, memory, store) {
  const visits = visitsByMark(store);
  const chosen = new Map(store.fields.filter(({ entity, field }) => entity === 'judgement' && field === 'choice')
    .map(({ entity_id: id, value }) => [id, JSON.parse(value)]));
  for (const [mark, { visit, aspect }] of memory.fields) {
    const choice = aspect && chosen.get(`${visits.get(visit)}.${aspectIds[aspect]}`);
    if (choice) found.set(mark, mark + choice);
  }
}

const photosIn = ({ fields }) => fields.filter(({ entity, field }) => entity === 'photo' && field === 'content').map(({ value }) => JSON.parse(value));

// Photographs in a store that has no place for pictures.
export const photosWithoutPicture = (store) => new Set(photosIn(store).filter((content) => !store.pictures[content]));

// A photograph's record and its bytes are there together or not at all.
function faultsOfPhotos(store, { photosTaken, photosSaved, pictureless }) {
  const named = photosIn(store);
  const faults = named.filter((content) => !store.pictures[content] && !pictureless.has(content)).map((content) => `The photograph ${content} has no whole picture.`);
  const without = Object.keys(store.pictures).filter((content) => !named.includes(content));
  faults.push(...without.map((content) => `The picture ${content} has no record.`));
  if (named.length < photosSaved) faults.push(`${photosSaved} photographs were called saved, and ${named.length} are there.`);
  if (named.length > photosTaken) faults.push(`${photosTaken} photographs were taken, and ${named.length} are there.`);
  return { faults, photos: named.length };
}

// Gives what is wrong, a sentence each, and how many photographs are there.
export function faultsAfterKill(store, memory, hand, killedAt) {
  const whole = store.integrity.length === 1 && store.integrity[0].said === 'ok';
  const faults = whole ? [] : [`The store is damaged: ${JSON.stringify(store.integrity)}`];
  const refused = store.refused.map(({ sentence }) => `The county refused a change: ${sentence}`);
  const found = textsByMark(store);
  addJudgements(found, memory, store);
  const { faults: ofPhotos, photos } = faultsOfPhotos(store, hand);
  return { faults: [...faults, ...refused, ...memory.check(found, killedAt), ...ofPhotos], photos };
}
