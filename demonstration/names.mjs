// Names of an invented county. No village in Britain is called like these, and no school or person is meant.

const beginnings = ['Wend', 'Ott', 'Bramm', 'Caldo', 'Fenn', 'Quill', 'Tarn', 'Sallow', 'Merle', 'Hith', 'Lorn', 'Pell', 'Rusk', 'Sedge', 'Vell', 'Yarl',
  'Ebb', 'Dray', 'Orle', 'Nim', 'Jask', 'Umber'];
const endings = ['mere', 'wick', 'holt', 'combe', 'thorpe', 'stead', 'bourne', 'worth', 'den', 'ering', 'ow', 'ley'];
export const villages = beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending));

export const districts = ['Upper Wend', 'Lower Wend', 'Wend Marsh', 'Wend Valley', 'Otterholt Vale'];
export const constituencies = ['North Wendshire', 'South Wendshire', 'Wend Marsh and Otterholt Vale'];
export const trusts = ['Wend Valley Learning Trust', 'The Sallow Trust', 'Marshlight Academies', 'The Quillmere Partnership', 'Four Villages Trust'];
export const diocese = 'Diocese of Wendleigh';
export const saints = ['St Zoë', 'St Ebba', 'St Osyth', 'St Wendreda', 'St Neot', 'St Frideswide'];
export const settingNames = ['Acorns', 'Ladybirds', 'Little Owls', 'Puddles', 'Sunflowers', 'Bumblebees', 'Willows', 'Stepping Stones', 'Dragonflies', 'Hedgehogs'];

const firstNames = ['Ada', 'Ben', 'Cleo', 'Dev', 'Edie', 'Farah', 'Gwen', 'Hal', 'Ines', 'Jonas', 'Kit', 'Lena', 'Mo', 'Nell', 'Owen', 'Priya', 'Quin', 'Rosa',
  'Sami', 'Tess'];
const lastNames = ['Marsh', 'Reed', 'Croft', 'Sallow', 'Tarn', 'Heron', 'Bramble', 'Thatcher', 'Fennow', 'Okoro', 'Lindqvist', 'Patel', 'Wren', 'Yarlow', 'Ives',
  'Nowak', 'Underhill', 'Vane'];
export const people = lastNames.flatMap((last, place) => firstNames.map((_, at) => `${firstNames[(at + place) % firstNames.length]} ${last}`));
