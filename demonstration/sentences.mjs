// What invented advisers wrote down. Short, and such as is written in a corridor.

export const notes = {
  strength: [
    'Every pupil we spoke to could say what they were working on next and how they would know it was right.',
    'Books in Years 3 and 4 show longer pieces of writing than in the autumn.',
    'Leaders know which pupils have fallen behind, by name, and what each is being given.',
    'Reading is taught every morning, and nobody is late for it.',
    'The governors asked about the gap before I did, and had the figures.',
    'Phonics is brisk and the same in each group. Children join in within seconds.',
    'Attendance of pupils with free school meals is up by two points since the spring.',
    'Subject leaders now look at books together each half term and write down what they change.',
  ],
  development: [
    'Feedback names what is wrong but seldom what to do about it.',
    'In two of the four lessons the most able waited for the others.',
    'Mathematics books show few problems of more than one step.',
    'The plan has eleven priorities. The head agreed that it is too many.',
    'Targets are set in September and were not looked at again.',
    'Governors hear of results late and only in averages.',
    'New teachers have had no induction beyond the first week.',
    'The gap for pupils with free school meals has not moved in three years.',
  ],
};

export const settingNotes = {
  strength: [
    'Adults follow what children are doing before they speak. Talk goes back and forth.',
    'The outdoor area is used in all weather, and children choose it.',
    'Two-year-olds settle within minutes: each has a person of their own.',
    'Stories are chosen for the words in them, and read again.',
    'The manager knows which funded children come least, and rings the same day.',
  ],
  development: [
    'Questions are often closed, and answered by the adult.',
    'Number is in the song time and hardly anywhere else.',
    'Records say what was done and seldom what was learned.',
    'The book corner is dark and nobody went there while I watched.',
    'Two staff have no paediatric first aid until next month.',
  ],
};

export const actions = [
  'Cut the plan to three priorities and share it with governors',
  'Look at mathematics books from every class with the subject leader',
  'Visit a school that has closed its gap and bring back one thing to try',
  'Send the attendance of pupils with free school meals each month',
  'Arrange a pupil premium review with a system leader',
  'Write down what the reading leader checks each week, and check it',
];

export const settingActions = [
  'Plan number into snack, building and the mud kitchen',
  'Move the book corner to the window, and watch who comes',
  'Send two staff on paediatric first aid',
  'Invite the reception teacher for the children who leave in July',
  'Use the progress check at two with parents, and keep what they say',
];

export const answers = [
  'Yes, and I saw it in the three classes that I visited.',
  'Partly. The leaders’ own view is more favourable than the books are.',
  'Not yet. They have a plan for the spring and know who leads it.',
  'Good. The trend is upward and the staff can say why.',
];

export const settingAnswers = [
  'Fourteen children of two and three, with four adults.',
  'Nine children of three and four, with two adults; one more came at eleven.',
  'Strong talk with the youngest. Less with those who play alone.',
  'All children joined in. One who is new watched from a lap, and then did too.',
  'Indoors and out are open all morning, and children move between them.',
];

export const outcomes = ['Done. I saw it in the minutes.', 'Done in two classes, and the others follow.', 'They did more than we had agreed.'];
export const reasons = {
  green: 'Most of the judged aspects are Green, and leaders know what to do about the rest.',
  amber: 'Several aspects are Amber; leaders have a plan, and it is early to see what it brings.',
  red: 'Weaknesses in teaching and in leadership, both seen at two visits.',
};
export const whys = { improving: 'Seen in books and in the results of this year.', steady: 'Nothing has changed since last half term.', declining: 'Staff have left, and results have gone down.' };
export const lockedWithoutAnswer = 'Read through on the telephone; nothing was disputed.';

// Such as reports name; and what an adviser then sees.
export const areas = [
  { text: 'Leaders should make sure that what pupils learn in the foundation subjects builds on what they know.', subject: 'school' },
  { text: 'In some classes pupils with special educational needs are given work that they cannot do by themselves.', subject: 'school' },
  { text: 'Pupils who read least well should read books that fit the sounds they have been taught.', subject: 'school' },
  { text: 'Governors should check for themselves what leaders tell them.', subject: 'school' },
  { text: 'In the Reception class adults should use more of children’s talk to teach new words.', subject: 'eyfs' },
];
export const shownBy = {
  not_addressed: 'The plan does not name it, and the lessons I saw were as the report has them.',
  being_addressed: 'It leads the plan. Two of the four classes work so already.',
  addressed: 'Seen in every class, in books, and in what pupils say.',
};
export const riskReasons = {
  none: 'Leaders know where the school stands and can show it.',
  requires_improvement: 'Results have not moved since the inspection, and two areas that it named are open.',
  inadequate: 'Leadership changes each year, and nothing that the inspection named has been dealt with.',
};
