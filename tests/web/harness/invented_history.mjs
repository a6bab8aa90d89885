// An invented county's past: half terms until today, and what was decided and judged in them, sent over HTTP as tablets send
// it. For pictures and measurements; nothing here is about a real school.

const dayMs = 86_400_000;
const halfTermDays = 48;
const names = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];
const batchMax = 400;

const isoDay = (instant) => new Date(instant).toISOString().slice(0, 10);

// The last `count` half terms, one after the other; today lies in the last. They are as long as those of schools and no more
// like them than that.
export function halfTermsUntilToday(count) {
  const halfTerms = [];
  for (let back = count - 1; back >= 0; --back) {
    const from = Date.now() - (20 + back * halfTermDays) * dayMs;
    const number = count - 1 - back;
    const year = new Date().getUTCFullYear() - Math.ceil((back + 1) / 6) + 1;
    halfTerms.push({ id: `half-term.${number}`, title: `${names[number % 6]}, ${year}`, from: isoDay(from), to: isoDay(from + (halfTermDays - 7) * dayMs) });
  }
  return { format: 'kitbag-half-terms/1', title: 'Half terms in Wendshire', source: 'Invented', half_terms: halfTerms };
}

// The same numbers each time (mulberry32).
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Writer {
  #count = 0;

  constructor({ device, token, adviser }) {
    this.token = token;
    this.device = device;
    this.adviser = adviser.id;
  }

  // Written at that instant. The id of the record says so too.
  change(instant, entity, fields) {
    const time = instant.toString(16).padStart(12, '0');
    const number = (++this.#count).toString(16).padStart(8, '0');
    const id = (letter) => `${time.slice(0, 8)}-${time.slice(8)}-7${letter}00-8000-${this.device.slice(-4)}${number}`;
    const values = { ...fields, by: this.adviser };
    return {
      id: id('a'), device: this.device, author: this.adviser, entity, entity_id: id('b'),
      stamp: time + number.slice(-4) + this.device,
      fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, base: [] }])),
    };
  }
}

async function send(county, writer, changes) {
  for (let at = 0; at < changes.length; at += batchMax) {
    const batch = changes.slice(at, at + batchMax);
    const { status, body } = await county.request('POST', '/api/push', { token: writer.token, body: { protocol: 1, changes: batch } });
    const refused = body.results?.find((result) => result.outcome !== 'accepted');
    if (status !== 200 || refused) throw new Error(`The county did not take the history: ${status} ${JSON.stringify(refused ?? body)}`);
  }
}

// One category for each school every third half term, and a direction in each half term but some.
export async function writeHistory(county, urns, calendar) {
  const adviser = new Writer(await county.enrolByHttp('Nell Croft', 'adviser'));
  const head = new Writer(await county.enrolByHttp('Cleo Reed', 'head_of_service'));
  const chance = seeded(2014);
  const pick = (values) => values[Math.floor(chance() * values.length)];
  const proposals = [];
  const moderations = [];
  const decisions = [];
  const directions = [];
  for (const [place, urn] of urns.entries()) {
    for (const [number, halfTerm] of calendar.half_terms.entries()) {
      const instant = Date.parse(halfTerm.from) + 9 * dayMs + place;
      const school = { urn, subject: 'school' };
      if (number % 3 === place % 3) {
        const category = pick(['green', 'green', 'amber', 'amber', 'red']);
        const reason = 'Judged from what the county knew before it had tablets.';
        const proposal = adviser.change(instant, 'rating_step', {
          ...school, step: 'proposed', category, reason, framework: 'school-categorisation-2014', framework_version: '1', variant: 'primary',
        });
        const moderation = head.change(instant + 1000, 'rating_step', { ...school, step: 'moderated', category, about: proposal.entity_id });
        proposals.push(proposal);
        moderations.push(moderation);
        decisions.push(head.change(instant + 2000, 'rating_step', { ...school, step: 'decided', category, about: moderation.entity_id }));
      }
      if (chance() < 0.85) {
        directions.push(adviser.change(instant + 5000, 'direction', {
          ...school, half_term: halfTerm.id, direction: pick(['improving', 'steady', 'steady', 'declining']), why: 'Seen in books and lessons.',
        }));
      }
    }
  }
  await send(county, adviser, proposals);
  await send(county, head, moderations);
  await send(county, head, decisions);
  await send(county, adviser, directions);
  return proposals.length * 3 + directions.length;
}
