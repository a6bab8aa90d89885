// The files that a county loads, of an invented one: in the columns of Get Information about Schools and of Ofsted's lists.

import { dayMs, slashedDay } from './calendar.mjs';
import { Chance } from './chance.mjs';
import { county } from './county.mjs';
import { districts } from './names.mjs';

const quoted = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

// Rows as objects, by the names of their columns.
function csv(rows) {
  const columns = Object.keys(rows[0]);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

export function schoolsFile(schools) {
  return csv(schools.map((school) => ({
    URN: school.urn,
    'LA (code)': county.authority,
    'LA (name)': county.name,
    EstablishmentNumber: school.number,
    EstablishmentName: school.name,
    'TypeOfEstablishment (code)': school.type[0],
    'TypeOfEstablishment (name)': school.type[1],
    'EstablishmentTypeGroup (code)': school.group[0],
    'EstablishmentTypeGroup (name)': school.group[1],
    'EstablishmentStatus (code)': '1',
    'EstablishmentStatus (name)': 'Open',
    OpenDate: '',
    CloseDate: '',
    'PhaseOfEducation (code)': school.phase[0],
    'PhaseOfEducation (name)': school.phase[1],
    StatutoryLowAge: school.ages[0],
    StatutoryHighAge: school.ages[1],
    'OfficialSixthForm (code)': school.sixthForm ? '1' : '2',
    'ReligiousCharacter (name)': school.diocese ? 'Church of England' : '',
    'Diocese (name)': school.diocese,
    NumberOfPupils: school.roll,
    'Trusts (name)': school.trust,
    Town: school.village,
    Postcode: `WE${1 + (Number(school.number) % 9)} ${1 + (Number(school.number) % 8)}AA`,
    'DistrictAdministrative (name)': school.district,
    'ParliamentaryConstituency (name)': school.constituency,
  })));
}

export function centresFile(centres) {
  return csv(centres.map((centre) => ({
    URN: centre.urn,
    'LA (code)': county.authority,
    'LA (name)': county.name,
    EstablishmentName: centre.name,
    'TypeOfEstablishment (name)': centre.type,
    'EstablishmentStatus (name)': 'Open',
    OpenDate: centre.opened.split('-').reverse().join('-'),
    Town: centre.village,
    Postcode: `WE${1 + (Number(centre.urn) % 9)} 3CC`,
    'DistrictAdministrative (name)': centre.district,
    'ParliamentaryConstituency (name)': centre.constituency,
  })));
}

const grades = { green: ['1', '2', '2', '2'], amber: ['2', '3', '3'], red: ['3', '4'] };
const yearMs = 365 * dayMs;

export function settingsFile(settings, seed, today) {
  const chance = new Chance(seed + 1);
  return csv(settings.map((setting) => {
    const inspected = today - chance.whole(60, 5 * 365) * dayMs;
    const isGraded = setting.onEarlyYears && chance.happens(0.85);
    const grade = isGraded ? chance.pick(grades[setting.standing]) : '';
    const sub = () => (isGraded ? grade : '-');
    const earlier = isGraded && chance.happens(0.6);
    return {
      'Web link': 'Web link',
      'Provider URN': setting.urn,
      'Registration date': slashedDay(Date.parse(setting.registered)),
      'Provider type': setting.type,
      'Provider subtype': setting.subtype,
      'Provider status': 'Active',
      'Provider Early Years Register Flag': setting.onEarlyYears ? 'Y' : 'N',
      'Provider Compulsory Childcare Register Flag': 'Y',
      'Provider Voluntary Childcare Register Flag': 'Y',
      'Registered person URN': `RP${setting.urn.slice(2)}`,
      'Provider name': setting.name,
      'Provider town': setting.village,
      Postcode: setting.hasName ? `WE${1 + (Number(setting.urn.slice(2)) % 9)} 2BB` : 'REDACTED',
      'Parliamentary constituency': setting.constituency,
      'Local authority': county.name,
      'Deprivation Band': setting.band,
      Places: setting.count || '',
      'Most recent full: Inspection number': isGraded ? `9${setting.urn.slice(2)}1` : '',
      'Most recent full: Inspection date': isGraded ? slashedDay(inspected) : '',
      'Most recent full: Overall effectiveness': grade,
      'Quality of education': sub(),
      'Behaviour and attitudes': sub(),
      'Personal development': sub(),
      'Effectiveness of leadership and management': sub(),
      'Safeguarding is effective?': isGraded ? (grade === '4' ? 'No' : 'Yes') : '-',
      'Second most recent full: Overall effectiveness': earlier ? chance.pick(['2', '2', '3']) : '',
      'Second most recent full: Inspection number': earlier ? `9${setting.urn.slice(2)}2` : '',
      'Second most recent full: Inspection date': earlier ? slashedDay(inspected - 4 * yearMs) : '',
    };
  }));
}

const renewed = { green: ['Strong standard', 'Expected standard', 'Exceptional'], amber: ['Expected standard', 'Needs attention'], red: ['Needs attention', 'Urgent improvement'] };

const lastOverall = Date.parse('2024-09-01'); // Since then schools get no overall grade.

const areasSince = ['Inclusion', 'Curriculum and teaching', 'Achievement', 'Attendance and behaviour', 'Personal development and wellbeing', 'Leadership and governance'];

// Of each school, in their order: when it was graded by the framework before and how, and, of some, the `renewed` inspection since, with a grade for each area.
export function inspectionsOf(schools, seed, today) {
  const chance = new Chance(seed + 2);
  const reformed = Date.parse('2025-11-10');
  return schools.map(({ urn, standing }) => {
    const since = today > reformed + 30 * dayMs && chance.happens(0.25);
    const grade = chance.pick(grades[standing]);
    const graded = reformed - chance.whole(40, 4 * 365) * dayMs;
    if (!since) return { urn, grade, graded };
    const day = reformed + Math.floor((chance.next() * (today - reformed)) / dayMs) * dayMs;
    return { urn, grade, graded, renewed: { day, grades: areasSince.map(() => chance.pick(renewed[standing])) } };
  });
}

// In the columns since November 2025, which have no overall grade; what was graded before has one.
export function inspectionsFile(inspections) {
  return csv(inspections.map(({ urn, grade, graded, renewed: since }) => ({
    URN: urn,
    'Local authority': county.name,
    'Inspection start date': since ? slashedDay(since.day) : '',
    'Safeguarding standards': since ? 'Met' : '',
    ...Object.fromEntries(areasSince.map((area, at) => [area, since ? since.grades[at] : ''])),
    'Inspection start date of latest OEIF graded inspection': slashedDay(graded),
    'Latest OEIF overall effectiveness': graded < lastOverall ? grade : '',
    'Latest OEIF quality of education': grade,
    'Latest OEIF effectiveness of leadership and management': grade,
    'Latest OEIF safeguarding is effective?': 'Yes',
  })));
}

// What this county counts as requiring improvement since then.
export const inspectionRule = {
  format: 'kitbag-inspection-rule/1',
  whose: `${county.name} County Council`,
  areas: ['Curriculum and teaching', 'Achievement', 'Leadership and governance'],
  grades: ['Needs attention', 'Urgent improvement'],
};

// Measures of a school by the kind that it is: what most have, how far a green, an amber and a red one lie apart, and the gap of free school meals.
const measures = {
  primary: [['eyfsp_good_level', 68, 7, 17], ['ks2_rwm_expected', 62, 9, 20]],
  secondary: [['ks4_attainment_8', 46, 6, 11], ['ks4_english_maths_4', 65, 9, 22]],
};
const places = { green: 1, amber: 0, red: -1 };
const oneDecimal = (value) => Math.max(0, Math.min(100, value)).toFixed(1);

// In the plain form of figures, one a row. `years`: those in which school years end, in their order.
export function outcomesFile(schools, seed, years) {
  const chance = new Chance(seed + 4);
  const rows = [];
  const add = (urn, measure, year, group, pupils, value) => rows.push({ urn, measure, year, group, pupils, value: oneDecimal(value) });
  for (const [place, [measure, usual, apart, gap]] of Object.entries(measures).flatMap(([variant, list]) => list.map((each) => [variant, each]))) {
    for (const [at, year] of years.entries()) {
      for (const [where, more] of [['county', 0], ['national', 1.5], ['statistical_neighbours', 2.5]]) {
        for (const [group, less] of [['all', 0], ['fsm', gap], ['not_fsm', -3]]) add(where, measure, year, group, '', usual + more + at - less);
      }
    }
    for (const school of schools.filter(({ variant }) => variant === place)) {
      const slope = chance.whole(-2, 3);
      const poor = chance.whole(8, 40) / 100;
      const cohort = Math.max(4, Math.round(school.roll / 7));
      for (const [at, year] of years.entries()) {
        const all = usual + places[school.standing] * apart + at * slope + chance.whole(-3, 3);
        const few = Math.round(cohort * poor);
        const boys = Math.round(cohort / 2);
        add(school.urn, measure, year, 'all', cohort, all);
        add(school.urn, measure, year, 'fsm', few, all - gap * (1 - poor) + chance.whole(-4, 4));
        add(school.urn, measure, year, 'not_fsm', cohort - few, all + gap * poor);
        add(school.urn, measure, year, 'boys', boys, all - 2);
        add(school.urn, measure, year, 'girls', cohort - boys, all + 2);
      }
    }
  }
  return csv(rows);
}

// An alliance for each district: a school or two of it lead, and some of the others belong to it.
export function alliancesFile(schools, seed) {
  const chance = new Chance(seed + 6);
  return csv(districts.flatMap((district) => {
    const own = schools.filter((school) => school.district === district);
    const leads = own.filter(({ standing }) => standing === 'green').slice(0, 2);
    const members = own.filter((school) => !leads.includes(school) && chance.happens(0.4));
    return [...leads, ...members].map((school) => ({
      Alliance: `${district} Teaching School Alliance`,
      Area: district,
      Phases: 'Primary, secondary, special',
      Part: leads.includes(school) ? 'lead' : 'member',
      URN: school.urn,
      School: school.name,
    }));
  }));
}
