const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** Names that browsers' own tables lack, January first: the Syrian months of Arabic; languages whose tables Chromium leaves out. */
const LACKING: Readonly<Record<string, string>> = {
  ar: 'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول',
  hy: 'հունվարի,փետրվարի,մարտի,ապրիլի,մայիսի,հունիսի,հուլիսի,օգոստոսի,սեպտեմբերի,հոկտեմբերի,նոյեմբերի,դեկտեմբերի',
  ka: 'იანვარი,თებერვალი,მარტი,აპრილი,მაისი,ივნისი,ივლისი,აგვისტო,სექტემბერი,ოქტომბერი,ნოემბერი,დეკემბერი',
  az: 'yanvar,fevral,mart,aprel,may,iyun,iyul,avqust,sentyabr,oktyabr,noyabr,dekabr',
  uz: 'yanvar,fevral,mart,aprel,may,iyun,iyul,avgust,sentabr,oktabr,noyabr,dekabr',
  kk: 'қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан',
  be: 'студзеня,лютага,сакавіка,красавіка,мая,чэрвеня,ліпеня,жніўня,верасня,кастрычніка,лістапада,снежня',
  bs: 'januar,februar,mart,april,maj,juni,juli,august,septembar,oktobar,novembar,decembar',
  sq: 'janar,shkurt,mars,prill,maj,qershor,korrik,gusht,shtator,tetor,nëntor,dhjetor',
  mk: 'јануари,февруари,март,април,мај,јуни,јули,август,септември,октомври,ноември,декември',
};

const known = new Map<string, ReadonlyMap<string, number>>();

/** A name as it is compared: without case, marks, dots and what follows a space. */
const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .split(' ')[0] ?? '';

/** The names of months in a language, in the forms that stand beside a day, by the browser's own tables. */
function namesIn(language: string): ReadonlyMap<string, number> {
  const made = known.get(language);
  if (made) return made;
  const names = new Map<string, number>();
  const twice = new Set<string>();
  const add = (name: string, month: number) => {
    const key = keyOf(name);
    if (key.length < 2 || /^\d/.test(key)) return;
    if ((names.get(key) ?? month) !== month) twice.add(key);
    names.set(key, month);
  };
  try {
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: length, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2014, month - 1, 5));
        add(parts.find(({ type }) => type === 'month')?.value ?? '', month);
      }
    }
  } catch {
    // No language of that name.
  }
  for (const [at, name] of (LACKING[language]?.split(',') ?? []).entries()) add(name, at + 1);
  for (const name of twice) names.delete(name);
  known.set(language, names);
  return names;
}

/** The month, 1 to 12, that a name means in English or in a language (subtag); null where it means none. */
export function monthNamed(name: string, language: string | null): number | null {
  if (ENGLISH_NAME.test(name)) return ENGLISH.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const primary = language?.split('-')[0]?.toLowerCase();
  if (!primary || primary === 'en') return null;
  return namesIn(primary).get(keyOf(name)) ?? null;
}
