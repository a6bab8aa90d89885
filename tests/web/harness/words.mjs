// The words on the screen, read from app/text, so that a story follows when a word is changed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { top } from './places.mjs';

const files = ['words.h', 'rating_words.h', 'visit_words.h', 'record_words.h', 'planning_words.h', 'evidence_words.h',
  'display_words.h', 'backup_words.h', 'lock_words.h', 'people_words.h', 'inspections_words.h',
  'versions_words.h', 'outcomes_words.h', 'bundle_words.h'];

function readWords() {
  const text = files.map((file) => readFileSync(path.join(top, 'app/text', file), 'utf8')).join('\n');
  const found = { kitbag: {} };
  let group = 'kitbag';
  for (const match of text.matchAll(/namespace (?:kitbag::)?(?:words::)?(\w+) \{|inline constexpr Words (\w+) =\s*((?:"(?:\\.|[^"\\])*"\s*)+);/g)) {
    if (match[1]) {
      group = match[1];
      found[group] ??= {};
    } else {
      found[group][match[2]] = [...match[3].matchAll(/"((?:\\.|[^"\\])*)"/g)].map((part) => JSON.parse(`"${part[1]}"`)).join('');
    }
  }
  return found;
}

const all = readWords();

// words('unlock.title'). A word that is not there is a mistake in the story, not something to search the screen for.
export function words(name) {
  const [group, key] = name.split('.');
  const found = all[group]?.[key];
  if (found === undefined) throw new Error(`app/text has no ${name}.`);
  return found;
}
