import { expect, test } from 'vitest';
import { leadOf } from '#lib/card/index.ts';
import { asOf, type Day, parseDay, parsePeriod } from '#lib/chronicle/index.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';

const glossary = await loadGlossary();

function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} is no day`);
  return day;
}

/** The first line of the card on a day. */
function leadOn(id: string, iso: string): string {
  const entry = glossary.byId(id);
  return entry ? leadOf(entry, dayOf(iso)) : `no entry ${id}`;
}

/** Ids of those who led a state or a body on a day, from what the glossary derives from people's roles. */
function leadersOn(id: string, iso: string): (string | undefined)[] {
  const holders = glossary.byId(id)?.holders ?? [];
  const { then } = asOf(holders, ({ from, to }) => parsePeriod(from, to) ?? { from: null, to: null }, dayOf(iso));
  return then.map(({ person }) => person);
}

/** Each: body, last day of the one, who; first full day of the other, who. Dates from general knowledge, not from the glossary. */
const HANDOVERS: [body: string, before: string, first: string, after: string, second: string][] = [
  ['united-states', '2001-01-19', 'bill-clinton', '2001-01-21', 'george-w-bush'],
  ['united-states', '2009-01-19', 'george-w-bush', '2009-01-21', 'barack-obama'],
  ['united-states', '2017-01-19', 'barack-obama', '2017-01-21', 'donald-trump'],
  ['united-states', '2021-01-19', 'donald-trump', '2021-01-21', 'joe-biden'],
  ['united-kingdom', '2016-07-12', 'david-cameron', '2016-07-14', 'theresa-may'],
  ['united-kingdom', '2022-09-05', 'boris-johnson', '2022-09-07', 'liz-truss'],
  ['united-kingdom', '2022-10-24', 'liz-truss', '2022-10-26', 'rishi-sunak'],
  ['united-kingdom', '2024-07-04', 'rishi-sunak', '2024-07-06', 'keir-starmer'],
  ['united-kingdom', '2022-09-07', 'elizabeth-ii', '2022-09-09', 'charles-iii'],
  ['france', '2017-05-13', 'francois-hollande', '2017-05-15', 'emmanuel-macron'],
  ['france', '2024-12-12', 'michel-barnier', '2024-12-14', 'francois-bayrou'],
  ['germany', '2021-12-07', 'angela-merkel', '2021-12-09', 'olaf-scholz'],
  ['russia', '1998-08-22', 'sergei-kiriyenko', '1998-09-12', 'yevgeny-primakov'],
  ['russia', '2020-01-15', 'dmitry-medvedev', '2020-01-17', 'mikhail-mishustin'],
  ['ukraine', '2019-05-19', 'petro-poroshenko', '2019-05-21', 'volodymyr-zelensky'],
  ['turkey', '2016-05-23', 'ahmet-davutoglu', '2016-05-25', 'binali-yildirim'],
  ['armenia', '2018-05-07', 'karen-karapetyan', '2018-05-09', 'nikol-pashinyan'],
  ['iran', '2021-08-02', 'hassan-rouhani', '2021-08-06', 'ebrahim-raisi'],
  ['israel', '2021-06-12', 'benjamin-netanyahu', '2021-06-14', 'naftali-bennett'],
  ['japan', '2020-09-15', 'shinzo-abe', '2020-09-17', 'yoshihide-suga'],
  ['japan', '2024-09-30', 'fumio-kishida', '2024-10-02', 'shigeru-ishiba'],
  ['japan', '2019-04-29', 'akihito', '2019-05-02', 'naruhito'],
  ['india', '2014-05-25', 'manmohan-singh', '2014-05-27', 'narendra-modi'],
  ['brazil', '2022-12-31', 'jair-bolsonaro', '2023-01-02', 'luiz-inacio-lula-da-silva'],
  ['argentina', '2023-12-09', 'alberto-fernandez', '2023-12-11', 'javier-milei'],
  ['mexico', '2024-09-30', 'andres-manuel-lopez-obrador', '2024-10-02', 'claudia-sheinbaum'],
  ['chile', '2022-03-10', 'sebastian-pinera', '2022-03-12', 'gabriel-boric'],
  ['colombia', '2022-08-06', 'ivan-duque', '2022-08-08', 'gustavo-petro'],
  ['zimbabwe', '2017-11-20', 'robert-mugabe', '2017-11-25', 'emmerson-mnangagwa'],
  ['south-africa', '2018-02-13', 'jacob-zuma', '2018-02-16', 'cyril-ramaphosa'],
  ['senegal', '2024-04-01', 'macky-sall', '2024-04-03', 'bassirou-diomaye-faye'],
  ['botswana', '2024-10-31', 'mokgweetsi-masisi', '2024-11-02', 'duma-boko'],
  ['ghana', '2025-01-06', 'nana-akufo-addo', '2025-01-08', 'john-mahama'],
  ['nigeria', '2023-05-28', 'muhammadu-buhari', '2023-05-30', 'bola-tinubu'],
  ['sri-lanka', '2024-09-22', 'ranil-wickremesinghe', '2024-09-24', 'anura-kumara-dissanayake'],
  ['australia', '2022-05-22', 'scott-morrison', '2022-05-24', 'anthony-albanese'],
  ['canada', '2025-03-13', 'justin-trudeau', '2025-03-15', 'mark-carney'],
  ['poland', '2023-12-12', 'mateusz-morawiecki', '2023-12-14', 'donald-tusk'],
  ['poland', '2025-08-05', 'andrzej-duda', '2025-08-07', 'karol-nawrocki'],
  ['netherlands', '2024-07-01', 'mark-rutte', '2024-07-03', 'dick-schoof'],
  ['kazakhstan', '2019-03-18', 'nursultan-nazarbayev', '2019-03-21', 'kassym-jomart-tokayev'],
  ['cuba', '2018-04-18', 'raul-castro', '2018-04-20', 'miguel-diaz-canel'],
  ['niger', '2023-07-25', 'mohamed-bazoum', '2023-07-29', 'abdourahamane-tiani'],
  ['nato', '2024-09-30', 'jens-stoltenberg', '2024-10-02', 'mark-rutte'],
  ['united-nations', '2016-12-30', 'ban-ki-moon', '2017-01-02', 'antonio-guterres'],
  ['vatican-city', '2025-04-20', 'pope-francis', '2025-05-09', 'pope-leo-xiv'],
  ['ecb', '2019-10-30', 'mario-draghi', '2019-11-02', 'christine-lagarde'],
];

test.each(HANDOVERS)('who led %s: on %s %s, on %s %s', (body, before, first, after, second) => {
  const [then, later] = [leadersOn(body, before), leadersOn(body, after)];
  expect(then).toContain(first);
  expect(then).not.toContain(second);
  expect(later).toContain(second);
  expect(later).not.toContain(first);
});

/** Each: entry, a day before a change and what the card says then; a day after it and what it says then. */
const CHANGES: [entry: string, before: string, then: RegExp, after: string, later: RegExp][] = [
  ['raqqa', '2013-01-15', /Syrian government/, '2015-06-01', /Islamic State/],
  ['raqqa', '2015-06-01', /Islamic State/, '2018-06-01', /Syrian Democratic Forces|SDF|Kurdish/],
  ['mosul', '2014-05-01', /Iraqi government/, '2015-06-01', /Islamic State/],
  ['mosul', '2015-06-01', /Islamic State/, '2018-01-01', /Iraqi government|retaken/],
  ['kabul', '2021-08-01', /republic|government/i, '2021-09-01', /Taliban/],
  ['goma-cd', '2025-01-01', /under the government of DR Congo/, '2025-06-01', /M23/],
  ['bukavu-cd', '2025-01-01', /under the government of DR Congo/, '2025-06-01', /M23/],
  ['kherson', '2022-02-01', /Ukrain/, '2022-06-01', /Russia/],
  ['kherson', '2022-06-01', /Russia/, '2023-01-01', /Ukrain/],
  ['mariupol', '2022-01-15', /Ukrain/, '2023-01-01', /Russia/],
  ['sevastopol', '2014-01-15', /Ukrain/, '2015-01-01', /Russia/],
  ['donetsk', '2014-03-01', /Ukrain/, '2015-03-01', /separatist|Donetsk People/i],
  ['stepanakert', '2023-09-01', /Armenian|Artsakh|Karabakh/, '2024-01-01', /Azerbaijan/],
  ['shusha', '2020-09-01', /Armenian|Artsakh|Karabakh/, '2021-01-01', /Azerbaijan/],
  ['aleppo', '2024-11-01', /government/, '2025-02-01', /replaced Assad|HTS|rebels|authorities/i],
  ['palmyra', '2015-04-01', /Syrian government/, '2015-08-01', /Islamic State/],
  ['khartoum', '2023-04-01', /army|government|capital/i, '2024-06-01', /Rapid Support Forces|RSF|fought/],
  ['el-fasher', '2025-09-01', /army|siege|besieged/i, '2025-12-01', /Rapid Support Forces|RSF/],
  ['south-sudan', '2010-01-01', /Sudan/, '2012-01-01', /Salva Kiir|independent/],
  ['timor-leste', '1998-01-01', /Indonesia/, '2003-01-01', /Gusmão|independent/],
  ['eritrea', '1990-01-01', /Ethiopia/, '1994-01-01', /Isaias Afwerki|independent/],
  ['macau', '1999-01-01', /Portug/, '2001-01-01', /China|Edmund Ho/],
  ['ukraine', '1985-01-01', /Soviet Union/, '1995-01-01', /Kuchma/],
  ['namibia', '1985-01-01', /South Africa/, '1995-01-01', /Nujoma/],
  ['astana', '1997-01-01', /Akmola|Tselinograd|Kazakhstan/, '2018-01-01', /Astana|capital/i],
];

test.each(CHANGES)('%s on %s: %s; on %s: %s', (id, before, then, after, later) => {
  expect(leadOn(id, before)).toMatch(then);
  expect(leadOn(id, before)).not.toBe(leadOn(id, after));
  expect(leadOn(id, after)).toMatch(later);
});

/** Each: entry, a day before its name changed and what it was called then; a day after it. */
const NAMES: [entry: string, before: string, then: RegExp, after: string, later: RegExp][] = [
  ['eswatini', '2017-01-01', /Swaziland/, '2019-01-01', /Eswatini/],
  ['north-macedonia', '2018-06-01', /Republic of Macedonia/, '2019-06-01', /named North Macedonia/],
  ['turkey', '2022-01-01', /^(?!.*Türkiye)/, '2022-07-01', /Türkiye/],
  ['dr-congo', '1990-01-01', /Zaire/, '1999-01-01', /^(?!.*Zaire)/],
  ['burkina-faso', '1982-01-01', /Upper Volta/, '1986-01-01', /^(?!.*Upper Volta)/],
  ['myanmar', '1988-01-01', /Burma/, '1995-01-01', /^(?!.*Burma)/],
  ['benin', '1970-01-01', /Dahomey/, '1980-01-01', /^(?!.*Dahomey)/],
  ['sri-lanka', '1965-01-01', /Ceylon/, '1980-01-01', /^(?!.*Ceylon)/],
  ['samoa', '1990-01-01', /Western Samoa/, '2000-01-01', /^(?!.*Western)/],
  ['czechia', '1992-06-01', /Czechoslovakia/, '1994-01-01', /Czech Republic/],
  ['astana', '2020-01-01', /Nur-Sultan/, '2023-01-01', /Astana/],
  ['st-petersburg', '1980-01-01', /Leningrad/, '1995-01-01', /^(?!.*Leningrad)/],
  ['volgograd', '1943-01-01', /Stalingrad/, '1970-01-01', /^(?!.*Stalingrad)/],
  ['chennai', '1990-01-01', /Madras/, '2000-01-01', /^(?!.*Madras)/],
];

test.each(NAMES)('the name of %s on %s: %s; on %s: %s', (id, before, then, after, later) => {
  const statusOn = (iso: string) =>
    asOf(glossary.byId(id)?.status ?? [], ({ from, to }) => parsePeriod(from, to) ?? { from: null, to: null }, dayOf(iso))
      .then.map(({ text }) => text)
      .join('; ');
  expect(statusOn(before)).toMatch(then);
  expect(statusOn(after)).toMatch(later);
});
