// One workload for every engine, as statements: a county of 300 invented schools, 5,000 visits and 50,000 notes with an index of their
// words. The same seed gives the same county.

export const counts = { schools: 300, visits: 5_000, notes: 50_000, commits: 300, searches: 200, openings: 5 };
const vocabulary = 8_000;
const wordsOfANote = 30;
const rowsAtOnce = 100;

function chance(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

const syllables = ['ba', 'ne', 'ri', 'to', 'lu', 'ka', 'se', 'mi', 'do', 'pu', 'ga', 've', 'zi', 'fo', 'hu', 'la', 'te', 'ni', 'ro', 'su'];
const word = (number) => syllables[number % 20] + syllables[Math.floor(number / 20) % 20] + syllables[Math.floor(number / 400) % 20];

// Words are as unlike in frequency as in real notes: the square of a number below 1 is more often small.
function text(next, words) {
  return Array.from({ length: words }, () => word(Math.floor((next(1_000) / 1_000) ** 2 * vocabulary))).join(' ');
}

export const schema = `
  CREATE TABLE school (urn INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE visit (id INTEGER PRIMARY KEY, urn INTEGER NOT NULL, date TEXT NOT NULL);
  CREATE INDEX visit_of_school ON visit (urn, date);
  CREATE TABLE note (id INTEGER PRIMARY KEY, visit INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE INDEX note_of_visit ON note (visit);`;
export const index = "CREATE VIRTUAL TABLE note_words USING fts5 (text, content='note', content_rowid='id');";

function* inserts(table, rows) {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield `INSERT INTO ${table} VALUES ${rows.slice(at, at + rowsAtOnce).join(',')};`;
}

// The statements that load the county, in one transaction. `withIndex`: notes are put into the index of words too.
export function* load(withIndex) {
  const next = chance(1);
  const many = (count, row) => Array.from({ length: count }, (_, number) => row(number + 1));
  const day = () => `20${20 + next(6)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  yield 'BEGIN;';
  yield* inserts('school', many(counts.schools, (id) => `(${id},'${word(id)} ${word(id * 7)} Primary School')`));
  yield* inserts('visit', many(counts.visits, (id) => `(${id},${1 + next(counts.schools)},'${day()}')`));
  for (let first = 1; first <= counts.notes; first += rowsAtOnce) {
    const notes = many(rowsAtOnce, (number) => [first + number - 1, 1 + next(counts.visits), text(next, wordsOfANote)]);
    yield `INSERT INTO note VALUES ${notes.map(([id, visit, said]) => `(${id},${visit},'${said}')`).join(',')};`;
    if (withIndex) yield `INSERT INTO note_words (rowid, text) VALUES ${notes.map(([id, , said]) => `(${id},'${said}')`).join(',')};`;
  }
  yield 'COMMIT;';
}

// One note each, durable.
export function* commits(withIndex) {
  const next = chance(2);
  for (let number = 1; number <= counts.commits; ++number) {
    const id = counts.notes + number;
    const said = text(next, wordsOfANote);
    yield `BEGIN; INSERT INTO note VALUES (${id},${1 + next(counts.visits)},'${said}');`
      + (withIndex ? ` INSERT INTO note_words (rowid, text) VALUES (${id},'${said}');` : '') + ' COMMIT;';
  }
}

export const firstList = {
  sql: 'SELECT s.urn, s.name, (SELECT max(date) FROM visit v WHERE v.urn = s.urn) FROM school s ORDER BY s.name',
  columns: 3,
};

// As an adviser looks: a word, or the beginning of one beside another; the newest fifty.
export function* searches() {
  const next = chance(3);
  const some = () => word(Math.floor((next(1_000) / 1_000) ** 2 * vocabulary));
  for (let number = 0; number < counts.searches; ++number) {
    const wanted = number % 2 ? `"${some()}"` : `"${some()}" "${some().slice(0, 4)}"*`;
    yield {
      sql: `SELECT n.id, v.date, n.text FROM note_words w JOIN note n ON n.id = w.rowid JOIN visit v ON v.id = n.visit
        WHERE note_words MATCH '${wanted}' ORDER BY v.date DESC, n.id DESC LIMIT 50`,
      columns: 3,
    };
  }
}
