// An invented county's past: half terms until today, and what was decided and judged in them, sent over HTTP as tablets send
// it. For pictures and measurements; nothing here is about a real school.

import { dayMs, isoDay } from '../../../demonstration/calendar.mjs';
import { Chance } from '../../../demonstration/chance.mjs';
import { sendChanges, Writer } from '../../../demonstration/writer.mjs';

const halfTermDays = 48;
const names = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

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

// One category for each school every third half term, and a direction in each half term but some.
export async function writeHistory(county, urns, calendar) {
  const adviser = new Writer(await county.enrolByHttp('Nell Croft', 'adviser'));
  const head = new Writer(await county.enrolByHttp('Cleo Reed', 'head_of_service'));
  const chance = new Chance(2014);
  const send = (writer, changes) => sendChanges((...asked) => county.request(...asked), writer, changes);
  const proposals = [];
  const moderations = [];
  const decisions = [];
  const directions = [];
  for (const [place, urn] of urns.entries()) {
    for (const [number, halfTerm] of calendar.half_terms.entries()) {
      const instant = Date.parse(halfTerm.from) + 9 * dayMs + place;
      const school = { urn, subject: 'school' };
      if (number % 3 === place % 3) {
        const category = chance.pick(['green', 'green', 'amber', 'amber', 'red']);
        const reason = 'Judged from what the county knew before it had tablets.';
        const proposal = adviser.change(instant, 'rating_step', {
          ...school, step: 'proposed', category, reason, framework: 'school-categorisation-2014', framework_version: '1', variant: 'primary',
        });
        const moderation = head.change(instant + 1000, 'rating_step', { ...school, step: 'moderated', category, about: proposal.entity_id });
        proposals.push(proposal);
        moderations.push(moderation);
        decisions.push(head.change(instant + 2000, 'rating_step', { ...school, step: 'decided', category, about: moderation.entity_id }));
      }
      if (chance.happens(0.85)) {
        directions.push(adviser.change(instant + 5000, 'direction', {
          ...school, half_term: halfTerm.id, direction: chance.pick(['improving', 'steady', 'steady', 'declining']), why: 'Seen in books and lessons.',
        }));
      }
    }
  }
  await send(adviser, proposals);
  await send(head, moderations);
  await send(head, decisions);
  await send(adviser, directions);
  return proposals.length * 3 + directions.length;
}
