// School years in half terms, as they usually lie in England, and their working days.

export const dayMs = 86_400_000;
// From and to, as month and day; the first two lie in the year before the others.
const pattern = [
  ['Autumn 1', '09-03', '10-20'], ['Autumn 2', '10-30', '12-20'], ['Spring 1', '01-05', '02-09'], ['Spring 2', '02-19', '03-27'],
  ['Summer 1', '04-16', '05-24'], ['Summer 2', '06-03', '07-19'],
];

// In the format of Kitbag's calendar. `first` and `last`: the years in which the school years begin.
export function halfTermsOf(first, last, title) {
  const halfTerms = [];
  for (let year = first; year <= last; ++year) {
    for (const [place, [name, from, to]] of pattern.entries()) {
      const calendarYear = place < 2 ? year : year + 1;
      const id = `${year}-${String(year + 1).slice(2)}.${place + 1}`;
      halfTerms.push({ id, title: `${name}, ${calendarYear}`, from: `${calendarYear}-${from}`, to: `${calendarYear}-${to}` });
    }
  }
  return { format: 'kitbag-half-terms/1', title, source: 'Invented', half_terms: halfTerms };
}

// The school year that a day lies in, by the year in which it begins.
export const schoolYearOf = (day) => day.getUTCFullYear() - (day.getUTCMonth() < 8 ? 1 : 0);

// Mondays to Fridays of half terms that have begun by then, as instants of midnight.
export function workingDays(halfTerms, until) {
  const days = [];
  for (const { from, to } of halfTerms) {
    for (let day = Date.parse(from); day <= Math.min(Date.parse(to), until); day += dayMs) {
      if (new Date(day).getUTCDay() % 6 !== 0) days.push(day);
    }
  }
  return days;
}

export const isoDay = (instant) => new Date(instant).toISOString().slice(0, 10);
export const slashedDay = (instant) => isoDay(instant).split('-').reverse().join('/');
