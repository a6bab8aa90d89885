// An invented county: its schools, its early years settings and its children's centres, as many as are wanted, from one seed. Whatever is said of them is invented too.

import { Chance } from './chance.mjs';
import { constituencies, diocese, districts, people, saints, settingNames, trusts, villages } from './names.mjs';

export const county = { name: 'Wendshire', authority: '999' };

// By how often they come in an English county. `type`, `group` and `phase`: codes and names of Get Information about Schools.
const maintained = ['4', 'Local authority maintained schools'];
const academies = ['10', 'Academies'];
const freeSchools = ['11', 'Free Schools'];
const specialSchools = ['5', 'Special schools'];
const primary = { phase: ['2', 'Primary'], ages: [4, 11], pupils: [60, 420], variant: 'primary', title: 'Primary School' };
const secondary = { phase: ['4', 'Secondary'], ages: [11, 18], pupils: [600, 1500], variant: 'secondary', sixthForm: true, title: 'Academy' };
const special = { phase: ['0', 'Not applicable'], ages: [3, 19], pupils: [40, 180], variant: 'special', title: 'Special School' };
const kinds = [
  [{ ...primary, type: ['01', 'Community school'], group: maintained }, 30],
  [{ ...primary, type: ['03', 'Voluntary controlled school'], group: maintained, church: true }, 20],
  [{ ...primary, type: ['02', 'Voluntary aided school'], group: maintained, church: true }, 8],
  [{ ...primary, type: ['34', 'Academy converter'], group: academies }, 18],
  [{ ...primary, type: ['35', 'Free schools'], group: freeSchools }, 2],
  [{ ...secondary, type: ['34', 'Academy converter'], group: academies }, 9],
  [{ ...secondary, type: ['28', 'Academy sponsor led'], group: academies }, 3],
  [{ ...secondary, type: ['05', 'Foundation school'], group: maintained, ages: [11, 16], sixthForm: false, title: 'Community College' }, 2],
  [{ ...special, type: ['07', 'Community special school'], group: specialSchools }, 4],
  [{ ...primary, type: ['15', 'Local authority nursery school'], group: maintained, phase: ['1', 'Nursery'], ages: [2, 5], pupils: [60, 140],
    variant: 'eyfs_nursery', title: 'Nursery School' }, 3],
];

// `standing`: how it is doing, which its visits, ratings and inspections then follow; nobody ever sees it.
const standings = [['green', 55], ['amber', 33], ['red', 12]];

function makeSchool(chance, place, villagesHere) {
  const village = villagesHere[place % villagesHere.length];
  const round = Math.floor(place / villagesHere.length);
  const nth = round ? ` ${round + 1}` : ''; // Where a village has more than one, they are told apart.
  const kind = chance.weigh(kinds);
  const saint = kind.church ? `${chance.pick(saints)}’s Church of England ` : '';
  return {
    ...kind,
    urn: String(900_001 + place),
    number: String(2001 + place),
    name: `${saint ? `${saint}Primary School, ${village}` : `${village} ${kind.title}`}${nth}`,
    village,
    district: districts[place % districts.length],
    constituency: constituencies[place % constituencies.length],
    trust: kind.group === academies ? chance.pick(trusts) : '',
    diocese: kind.church ? diocese : '',
    roll: chance.whole(...kind.pupils),
    standing: chance.weigh(standings),
    isMaintained: kind.group === maintained || kind.group === specialSchools,
    governance: kind.group === academies ? 'academy' : kind.group === freeSchools ? 'free_school' : 'maintained',
    head: chance.pick(people),
    chair: chance.pick(people),
  };
}

const providers = [
  [{ type: 'Childcare on non-domestic premises', subtype: 'Full day care', places: [20, 90], hasName: true }, 30],
  [{ type: 'Childcare on non-domestic premises', subtype: 'Sessional day care', places: [16, 40], hasName: true }, 12],
  [{ type: 'Childcare on domestic premises', subtype: 'Full day care', places: [12, 30], hasName: true }, 3],
  [{ type: 'Childminder', subtype: 'Childminder', places: [3, 12] }, 50],
  [{ type: 'Home childcarer', subtype: 'Home childcarer', places: [0, 0] }, 5],
];
const bands = ['Most deprived', 'Deprived', 'Average', 'Less deprived', 'Least deprived'];

function makeSetting(chance, place, villagesHere) {
  const village = chance.pick(villagesHere);
  const kind = chance.weigh(providers);
  return {
    ...kind,
    urn: `EY${900_001 + place}`,
    name: kind.hasName ? `${village} ${chance.pick(settingNames)} ${chance.pick(['Pre-School', 'Nursery', 'Playgroup'])}` : 'REDACTED',
    village: kind.hasName ? village : 'REDACTED',
    constituency: chance.pick(constituencies),
    count: kind.places[1] ? chance.whole(...kind.places) : 0,
    band: chance.pick(bands),
    registered: `${chance.whole(2006, 2022)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`,
    standing: chance.weigh(standings),
    manager: chance.pick(people),
    onEarlyYears: kind.subtype !== 'Home childcarer',
  };
}

// Every fourth is a linked site.
function makeCentre(chance, place, villagesHere) {
  const isLinked = place % 4 === 3;
  const village = chance.pick(villagesHere);
  return {
    urn: String(90_001 + place),
    name: `${village} ${isLinked ? 'Outreach Site' : 'Children’s Centre'}`,
    type: isLinked ? "Children's centre linked site" : "Children's centre",
    village,
    district: districts[place % districts.length],
    constituency: constituencies[place % constituencies.length],
    opened: `${chance.whole(2004, 2010)}-0${chance.whole(1, 9)}-01`,
  };
}

// { schools, settings, centres }, each a list in the order of their numbers. The centres' choices are their own, so that their number alters nothing else.
export function inventCounty({ seed, schools, settings, centres }) {
  const chance = new Chance(seed);
  const chanceOfCentres = new Chance(seed + 7);
  const villagesHere = chance.some(villages, Math.max(4, schools));
  return {
    schools: Array.from({ length: schools }, (_, place) => makeSchool(chance, place, villagesHere)),
    settings: Array.from({ length: settings }, (_, place) => makeSetting(chance, place, villagesHere)),
    centres: Array.from({ length: centres }, (_, place) => makeCentre(chanceOfCentres, place, villagesHere)),
  };
}
