// Three years of an invented county: visits, what was judged and agreed at them, ratings and directions of travel. As changes that invented advisers
// make, in the order in which a county accepts them.

import { dayMs, isoDay, workingDays } from './calendar.mjs';
import { Chance } from './chance.mjs';
import * as said from './sentences.mjs';

const minuteMs = 60_000;
const pack = { framework: 'school-categorisation-2014', framework_version: '1' };
const eyfsPack = { framework: 'eyfs-in-primary-schools-2014', framework_version: '1' };
const groups = ['boys', 'girls', 'pupil_premium', 'sen', 'eal', 'more_able'];
const choices = {
  green: [['green', 7], ['amber', 3]], amber: [['green', 3], ['amber', 6], ['red', 1]], red: [['green', 1], ['amber', 4], ['red', 5]],
};
const directions = {
  green: [['improving', 3], ['steady', 6], ['declining', 1]], amber: [['improving', 5], ['steady', 4], ['declining', 2]],
  red: [['improving', 4], ['steady', 3], ['declining', 4]],
};

const states = {
  green: [['addressed', 5], ['being_addressed', 3]], amber: [['addressed', 2], ['being_addressed', 5], ['not_addressed', 2]],
  red: [['being_addressed', 3], ['not_addressed', 5], ['', 2]],
};
const risks = { green: 'none', amber: 'requires_improvement', red: 'inadequate' };

// `data`: the kinds of visit and the packs that the county has loaded, as read from their files.
export class Past {
  #chance;
  #inspected;
  #templates;
  #aspects;

  constructor({ seed, halfTerms, today, data }) {
    this.#chance = new Chance(seed + 3);
    this.#inspected = new Chance(seed + 5);
    this.today = today;
    this.halfTerms = halfTerms.filter((each) => Date.parse(each.from) <= today - 7 * dayMs);
    this.days = workingDays(this.halfTerms, today - dayMs);
    this.version = data.templates.version;
    this.#templates = new Map(data.templates.templates.map((each) => [each.kind, each]));
    this.#aspects = data.packs.flatMap((each) => each.aspects.map((aspect) => ({ ...aspect, pack: each.id })));
  }

  #aspectsOf(school, template) {
    const isOf = (aspect) => aspect.applies_to.includes(school.variant) && (!aspect.condition || school.sixthForm);
    const named = template.aspects === 'all' ? undefined : [].concat(template.aspects);
    return this.#aspects.filter((aspect) => isOf(aspect) && (!named || named.includes(aspect.id))).map((aspect) => aspect.id);
  }

  #kindAt(place) {
    if (!place.variant) return this.#chance.weigh([['setting_observation', 6], ['setting_welfare_check', 2], ['setting_leadership', 1], ['setting_transition', 1]]);
    const open = [['keeping_in_touch', 5], ['staff_discussion', 1], ['governor_discussion', 2]];
    return this.#chance.weigh(place.isMaintained ? [...open, ['work_scrutiny', 2], ['monitoring', place.standing === 'green' ? 0 : 4]] : open);
  }

  // Visits of one establishment by its adviser, in the order of their days.
  visitsOf(place, writer, count) {
    const days = this.#chance.some(this.days, count);
    let open = [];
    for (const day of days) open = this.#writeVisit(place, writer, day, open, day === days.at(-1));
  }

  // Gives the actions that are open after it.
  #writeVisit(place, writer, day, open, isLast) {
    const chance = this.#chance;
    const kind = this.#kindAt(place);
    const template = this.#templates.get(kind);
    let now = day + (9 * 60 + chance.whole(0, 300)) * minuteMs;
    const later = () => (now += chance.whole(1, 5) * minuteMs);
    const visit = writer.newId(now);
    const criteria = place.variant && !String(template.aspects).includes('none')
      ? { ...(place.variant === 'eyfs_nursery' ? eyfsPack : pack), variant: place.variant } : {};
    const begun = writer.write(now, 'visit', visit, {
      urn: place.urn, kind, governance: place.governance ?? 'other', status: 'under_way', adviser: writer.adviser, templates_version: this.version,
      date: isoDay(day), time: new Date(now).toISOString().slice(11, 16), participants: place.head ?? place.manager,
      present: template.present.length ? template.present[0].id : '', focus: place.variant ? 'Progress of groups, and what has been done since last time.' : 'How children learn and are cared for.',
      ...criteria,
    });
    const aspects = criteria.variant ? chance.some(this.#aspectsOf(place, template), chance.whole(5, 9)) : [];
    for (const aspect of aspects)
      writer.write(later(), 'judgement', `${visit}.${aspect}`, { visit, aspect, choice: chance.weigh(choices[place.standing]) });
    this.#writeNotes(place, writer, visit, aspects, later);
    for (const { id } of chance.some(template.questions ?? [], 3))
      writer.write(later(), 'visit_answer', `${visit}.${id}`, { visit, question: id, text: chance.pick(place.variant ? said.answers : said.settingAnswers) });
    const left = open.filter((action) => {
      if (!chance.happens(0.8)) return true;
      writer.write(later(), 'agreed_action', action.entity_id, { status: 'done', outcome: chance.pick(said.outcomes), closed_in: visit },
        Object.fromEntries(['status', 'outcome', 'closed_in'].map((field) => [field, action.fields[field] ? [action.stamp] : []])));
      return false;
    });
    for (const text of chance.some(place.variant ? said.actions : said.settingActions, chance.whole(1, 2))) {
      left.push(writer.write(later(), 'agreed_action', writer.newId(now), {
        urn: place.urn, visit, text, owner: place.head ?? place.manager, due: isoDay(day + chance.whole(30, 120) * dayMs), status: 'open', by: writer.adviser,
      }));
    }
    if (!isLast || chance.happens(0.9)) this.#close(writer, visit, begun, later);
    return left;
  }

  #writeNotes(place, writer, visit, aspects, later) {
    const chance = this.#chance;
    const words = place.variant ? said.notes : said.settingNotes;
    for (const kind of ['strength', 'development']) {
      for (const text of chance.some(words[kind], chance.whole(1, 2))) {
        const now = later();
        writer.write(now, 'evidence_note', writer.newId(now), {
          visit, aspect: aspects.length ? chance.pick(aspects) : '', text, kind, source: chance.pick(['observation', 'data', 'discussion', 'scrutiny']),
          groups: chance.happens(0.4) ? chance.pick(groups) : '', by: writer.adviser,
        });
      }
    }
  }

  #close(writer, visit, begun, later) {
    const step = (status, before) => writer.write(later(), 'visit', visit, { status }, { status: [before.stamp] });
    const completed = step('completed', begun);
    if (!this.#chance.happens(0.8)) return;
    const shared = step('shared', completed);
    if (!this.#chance.happens(0.5)) return;
    writer.write(later(), 'visit', visit, { status: 'locked', status_reason: said.lockedWithoutAnswer }, { status: [shared.stamp] });
  }

  // Who leads the place and whose it is (of the early years service, which `team` works there), since the first of these years; and what the adviser calls one without a name.
  peopleOf(place, writer, role, team) {
    const instant = this.days[0] - dayMs;
    const hold = (post, name, more = {}) => writer.write(instant, 'post', writer.newId(instant), {
      urn: place.urn, role: post, name, since: isoDay(instant), ...more,
    });
    if (place.head) hold('head_teacher', place.head);
    if (place.chair) hold('chair_of_governors', place.chair);
    hold(role, writer.name, { account: writer.adviser, ...(team ? { team } : {}) });
    if (place.name === 'REDACTED' && this.#chance.happens(0.5))
      writer.write(instant, 'establishment', place.urn, { local_name: `${place.manager}’s` });
  }

  // What the last inspection named, how most of it stands by now, and what is at risk at the next one.
  inspectionOf(school, writer, { graded, renewed }) {
    const chance = this.#inspected;
    const day = renewed?.day ?? graded;
    let now = Math.min(Math.max(day + 20 * dayMs, this.days[0]), this.today - 2 * dayMs);
    for (const { text, subject } of chance.some(said.areas, chance.whole(2, 3))) {
      const area = writer.newId(now);
      writer.write(now, 'area_for_improvement', area, { urn: school.urn, inspected: isoDay(day), subject, text });
      const state = chance.weigh(states[school.standing]);
      if (state) writer.write(now + minuteMs, 'area_for_improvement', area, { state, evidence: said.shownBy[state] });
      now += 5 * minuteMs;
    }
    const risk = risks[school.standing];
    if (chance.happens(0.7)) writer.write(now, 'inspection_risk', school.urn, { risk, reason: said.riskReasons[risk] });
  }

  // A category each autumn, proposed by the adviser and moderated and decided by the head of service; a direction in most half terms.
  ratingsOf(school, adviser, headOfService) {
    if (school.variant === 'eyfs_nursery') return;
    const chance = this.#chance;
    for (const halfTerm of this.halfTerms) {
      const instant = Date.parse(halfTerm.from) + (9 * 24 * 60 + chance.whole(0, 600)) * minuteMs;
      if (instant > this.today) continue;
      const about = { urn: school.urn, subject: 'school' };
      if (halfTerm.id.endsWith('.1')) {
        const category = chance.weigh(choices[school.standing]);
        const proposal = adviser.change(instant, 'rating_step', {
          ...about, step: 'proposed', category, reason: said.reasons[category], ...pack, variant: school.variant,
        });
        adviser.changes.push(proposal);
        const moderation = headOfService.change(instant + minuteMs, 'rating_step', { ...about, step: 'moderated', category, about: proposal.entity_id });
        headOfService.changes.push(moderation);
        headOfService.changes.push(headOfService.change(instant + 2 * minuteMs, 'rating_step', { ...about, step: 'decided', category, about: moderation.entity_id }));
      }
      if (!chance.happens(0.85)) continue;
      const direction = chance.weigh(directions[school.standing]);
      adviser.changes.push(adviser.change(instant + 5 * minuteMs, 'direction', { ...about, half_term: halfTerm.id, direction, why: said.whys[direction] }));
    }
  }
}
