const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Last words of organisations' names, folded ("... University", "... News"). */
export const INSTITUTION_HEADS = words(`
academy administration agency airlines airport airways alliance army assembly association authority bank bar battalion board bureau
brigade brigades brotherhood cabinet center centre chamber church club coalition college command commission committee community company
confederation congress consortium cooperative coordination corp corporation corps council court department directorate division
enterprises exchange federation fellowship force forces forum foundation front fund gazette government group guard guards herald holding
holdings hospital inc industries initiative inquirer inspectorate institute institution international journal laboratory laboratories
league legion limited ltd magazine mail media militia ministry mission monitor mosque movement museum network news newspaper
observatory office organisation organization parliament partners partnership party patrol police post press radio regiment register
reserve review school secretariat senate seminary service services society solutions squad star stock studios syndicate synod systems
technologies telegraph television theatre theater times tribunal tribune trust union unit united university watch weekly works plc llc gmbh ag
`);

/** Heads that take "of", "for" or "on" and a subject after them ("Centre for Strategic Communications"). */
export const INSTITUTION_OPENERS = words(`
academy agency alliance association bank board bureau center centre chamber church college command commission committee confederation
congress council court department directorate embassy federation foundation front fund house institute league ministry museum
national network office organisation organization parliament party school secretariat society tribunal union university
`);

/** Words that make a place of the name before or after them. */
export const PLACE_HEADS = words(`
airport avenue base basin bay beach boulevard bridge camp canal cape castle city coast corridor county creek crossing dam desert district
falls forest fort garden gardens glacier governorate gulf harbor harbour heights highway hill hills island islands isle junction lake
mount mountain mountains oblast palace park pass peninsula plateau plaza port prison province raion range region reservoir ridge river
road sea square station strait straits street town township valley village volcano zone
`);

/** Capitalised words that are no name by themselves: days, months, and the like. Folded. */
export const CALENDAR = words(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec easter christmas ramadan
`);

/** Capitals that stand for no actor. Folded. */
export const COMMON_ACRONYMS = words(`
tv ok ceo cfo cto coo pm am mp mps vip id it ai pc dna rna hiv aids gdp gps suv atm faq pdf html url usb cd dvd iq vs etc eg ie pr hr ad bc
km kg mph usd eur gbp rip diy phd ba ma bsc msc mba ii iii iv vi vii viii ix xi xii xiii fm lgbt lgbtq lgbtqi
photo photos video live update updated breaking exclusive opinion analysis read more watch by ap file advertisement
`);

/** Words that begin sentences and headings and are no part of the name after them. Folded. */
export const OPENERS = words(`
a about above according across after again against all almost along already also although always amid among an and another any anyone as
asked at away back based be because been before behind being below between beyond both but by called can compared considering could critics
currently dear despite did do does down due during each earlier early either else elsewhere even eventually ever every everyone
everything except few finally first following for former formerly four from further given had half has have having he hence her here his
historically how however i if in indeed inside instead into is it its just last late later least less let like likewise long many may
maybe me meanwhile might more moreover most much my near nearly neither never nevertheless next nine no nobody none nonetheless nor not
nothing now nowhere of off officials often on once one only onto or other others otherwise our out outside over overall part people perhaps
please police previously probably protesters put rather recent recently read reports residents said same saying second see seven several
she should similarly since six so some someone something sometimes soon still such take ten than thanks that the their them then there
thereafter therefore these they this those though three through throughout thus to today together tomorrow tonight too toward towards two
ultimately under unless unlike until up upon us using very via was watch we were what whatever when whenever where whereas wherever whether
which while who whoever whom whose why will with within without would yes yesterday yet you your
`);

/** Words that join the parts of one name. Folded. */
export const CONNECTORS = words('of for the and de del della di da do dos du la le les y van von der den al el bin ibn bint on in at ul');
