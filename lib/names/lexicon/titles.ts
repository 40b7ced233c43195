const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that stand before a person's name as a title or office, folded. Two or more may follow each other. */
export const TITLES = words(`
mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess rev reverend father fr brother sister
president vice-president vice premier chancellor prime minister secretary undersecretary state foreign defence defense interior
finance justice health energy trade culture education environment home security economy deputy acting former ex interim
senator sen congressman congresswoman representative rep governor gov mayor ambassador envoy consul commissioner director
general gen lieutenant lt colonel col major maj captain capt commander cmdr cdr sergeant sgt corporal private admiral adm
vice-admiral rear brigadier brig marshal field officer chief judge justice magistrate attorney prosecutor sheriff
king queen prince princess emperor empress emir sultan sheikh sheik shaykh shah tsar czar crown grand duke duchess
pope archbishop bishop cardinal patriarch catholicos imam ayatollah mullah mufti rabbi lama saint hojatoleslam
chairman chairwoman chairperson chair speaker leader spokesman spokeswoman spokesperson coach manager ceo
economist analyst researcher historian activist journalist reporter correspondent author writer poet lawyer doctor
comrade constable inspector insp superintendent supt detective trooper councillor councilor cllr spc pfc cpl engr atty msgr
mzee pastor monsignor shri smt hon honourable emeritus associate supreme first lady mp mep mps pm
`);

/** Lower-case nouns for what a person does, which news puts right before or after the name. */
const ROLE_NOUNS = words(`
accountant activist actor actress adviser advisor agent aide ally ambassador analyst anchor archaeologist architect artist athlete
attorney author banker biologist blogger boss boxer bureaucrat businessman businesswoman candidate captain caretaker celebrity chair
chairman chairwoman chairperson chancellor chef chief cleric coach co-author co-founder colleague colonel columnist comedian commander
commentator commissioner composer congressman congresswoman consultant contractor convict coordinator correspondent counsel councillor
councilman critic curator daughter defector defendant delegate demonstrator deputy designer diplomat director dissident doctor
driver economist editor editor-in-chief engineer entrepreneur envoy epidemiologist executive expert farmer father fighter filmmaker
footballer founder general geologist governor graduate guard guitarist head historian host husband imam inspector investigator investor
journalist judge king lawmaker lawyer leader lecturer legislator lieutenant linguist magistrate magnate major manager marshal mayor
mediator member merchant meteorologist militant minister mogul monk mother musician negotiator neighbour neighbor novelist nurse officer
official oligarch operator opponent organiser organizer owner painter partner pastor patriarch philosopher photographer physician
physicist pilot player poet policeman policewoman politician premier president priest prime-minister prince princess principal prisoner
producer professor programmer prosecutor protester protestor psychologist publisher queen rabbi rapper rector refugee reporter
representative researcher resident rival sailor scholar scientist secretary senator sergeant shopkeeper singer sister skipper sociologist
soldier son specialist spokesman spokesperson spokeswoman star strategist striker student successor suspect teacher technician tycoon
undersecretary veteran vice-president victim volunteer warlord whistleblower wife winner witness worker writer
`);

/** Endings that make a noun of one who does something; only trusted beside a name. */
const ROLE_ENDING =
  /(?:ologist|ographer|ician|onomist|tivist|alist|spokes(?:man|woman|person)|maker|keeper|holder|owner|(?:chair|police|congress|crafts|states)(?:man|woman))$/;

/** Whether a lower-case word says what a person does ("analyst", "spokeswoman"). */
export function isRoleNoun(folded: string): boolean {
  return ROLE_NOUNS.has(folded) || ROLE_ENDING.test(folded);
}
