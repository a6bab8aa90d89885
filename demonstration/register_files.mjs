// The files that a county loads, of an invented one: in the columns of Get Information about Schools and of Ofsted's lists.

import { dayMs, slashedDay } from './calendar.mjs';
import { Chance } from './chance.mjs';
import { county } from './county.mjs';

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

// In the columns since November 2025, which have no overall grade; what was graded before has one.
export function inspectionsFile(schools, seed, today) {
  const chance = new Chance(seed + 2);
  const reformed = Date.parse('2025-11-10');
  return csv(schools.map((school) => {
    const since = today > reformed + 30 * dayMs && chance.happens(0.25);
    const grade = chance.pick(grades[school.standing]);
    const graded = reformed - chance.whole(40, 4 * 365) * dayMs;
    const of = () => (since ? chance.pick(renewed[school.standing]) : '');
    return {
      URN: school.urn,
      'Local authority': county.name,
      'Inspection start date': since ? slashedDay(reformed + Math.floor((chance.next() * (today - reformed)) / dayMs) * dayMs) : '',
      'Safeguarding standards': since ? 'Met' : '',
      Inclusion: of(),
      'Curriculum and teaching': of(),
      Achievement: of(),
      'Attendance and behaviour': of(),
      'Personal development and wellbeing': of(),
      'Leadership and governance': of(),
      'Inspection start date of latest OEIF graded inspection': slashedDay(graded),
      'Latest OEIF overall effectiveness': graded < lastOverall ? grade : '',
      'Latest OEIF quality of education': grade,
      'Latest OEIF effectiveness of leadership and management': grade,
      'Latest OEIF safeguarding is effective?': 'Yes',
    };
  }));
}
