/**
 * Common given names of many languages, folded; evidence that a capitalised run is a person. A list of our own,
 * made of names that are borne by many; none of them marks anything alone.
 */
const TEXT = `
aaron abbas abdallah abdel abdelaziz abdul abdulaziz abdullah abdulrahman abel abigail abraham abu ada adam adama adebayo adel adela adil
adnan adrian adriana adrien ahmad ahmed ahmet aida aigul aileen aisha ajay akbar akira alain alan alana albert alberto aldo alejandra
alejandro aleksandar aleksander aleksandr aleksei alena alessandro alex alexa alexander alexandra alexandre alexei alexey alexis alfonso
alfred ali alice alicia alina alison alistair allan allen allison alma alonso alvaro amal amanda amar amelia amin amina amir amira amit amy
ana anand anar anastasia anatoly anders andre andrea andreas andrei andrej andres andrew andrey andriy andrzej andy angel angela angelina
angelo angus anita anjali ann anna annabel anne annette annie anthony antoine anton antonio antony anwar araz arda ariel arif arman armando
armen arnaud arnold arsen art artem arthur artur arturo asad asha ashley ashot asif asim aslan astrid atif august augusto aung austin avi
ayman ayse ayşe aziz azad bakhtiyar barack barbara barry bart bashar basil beatrice beatriz ben benedict benjamin benny bernard bernardo
bernd bernie bert beth betty beverly bilal bill billy birgit björn bob bobby bogdan boris brad bradley brandon brenda brendan brent brett
brian bridget bruce bruno bryan burak caleb cameron camila camille can carl carla carlo carlos carmen carol carolina caroline carrie
casey catherine cathy cecilia celia cem chad charles charlie charlotte chelsea chen chiara chloe chris christian christina christine
christoph christophe christopher chuck cindy claire clara clare claude claudia claudio clement clinton clive cody colin colleen connor
constantine corinne cory craig cristian cristiano cristina curtis cynthia cyril cyrus dalia damian damien damir dan dana daniel daniela
daniele danielle danny daphne dario darius darko darren dave david davide davit dawn dean deborah debra deepak delphine demetrius denis
denise dennis denys derek desmond diana diane didier diego dilip dima dimitri dimitris dina dinesh dmitri dmitry dmytro dolores dominic
dominik dominique don donald donna dora doris dorothy doug douglas drew duncan dustin dylan earl eddie edgar edith eduard eduardo edward
edwin eileen ekaterina eldar elena eli elias elif elijah elin elisa elisabeth elizabeth ella ellen elliot ellis elmar elsa elvin emil
emilia emilie emilio emily emin emma emmanuel emre enrico enrique eric erica erich erik erika ernest ernesto ernst esra esteban esther
ethan eugene eva evan eve evelyn evgeny fabian fabio fadi fahad faisal farah farhad farid faruk fatima fatma federico felicia felipe felix
ferdinand ferhat fernanda fernando fidel filip fiona flora florence florian francesca francesco francis francisco franck franco francois
frank franklin franz fred frederic frederick frederik friedrich fuad gabriel gabriela gabriele gagik gareth garo gary gavin gayane geert
gemma gene geoff geoffrey george georges georgi gerald gerard gerardo gerhard german giacomo gianni gilbert gilles gina giorgi giorgio
giovanni giulia giuseppe glen glenn gloria gonzalo gordon grace graham grant greg gregor gregory greta grigory guido guillaume guillermo
gunter gustavo guy hakan hakob halil hamid hamza hana hank hanna hannah hans harald haris harold harriet harris harry haruki harvey hasan
hassan hayk heather hector heidi heiko heinrich helen helena helene helga henri henrik henrique henry herbert herman hilary hillary hiroshi
holly hossein howard hugh hugo hulusi hussein ian ibrahim idris ignacio igor ihor ikram ilan ilham ilya iman imran ines ingrid ioannis irakli
iran irena irene irfan irina iris irma isa isaac isabel isabella isabelle isaiah ismail israel itamar ivan ivana ivo iwona jack jackie jackson
jacob jacqueline jacques jaime jake jakob jakub jamal james jamie jan jana jane janet janez janice janis jared jaroslaw jasmine jason javad
javier jay jean jeanne jeff jefferson jeffrey jelena jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jin joan
joanna joao joaquin jochen jodi joe joel joelle joern johan johann johanna johannes john johnny jon jonas jonathan jordi jorge jose josef
joseph josh joshua josip joy joyce juan juana juanita judith judy julia julian juliana julie julien julio julius jun june jung junior jurgen
justin kaja kamal kamala kamil karen karim karin karl karla karol karolina katarina kate katerina katharina katherine kathleen kathryn kathy
katie katja katrin kay keith kelly kelvin kemal ken kenan kenji kenneth kerry kevin khaled khalid khalifa khalil kim kiran kirill kirk
kirsten klaus konrad konstantin kris kristen kristian kristin kristina kseniya kumar kurt kyle lale lara larisa larry lars latifa laura
lauren laurence laurent laurie lawrence lea leah lee leila lena lenny leo leon leonard leonardo leonid leroy lesley leslie levan levon lewis
li liam lidia lillian lily lina linda lisa liz ljubica lloyd logan lois lorena lorenzo loretta lori louis louise luca lucas lucia luciano lucie
lucy ludmila ludwig luis luisa luiz lukas luke lydia lyn lynn madeleine mahmoud mahmud maia mainul maja majid malcolm malik manfred manish
manuel manuela marc marcel marcela marcelo marcin marco marcos marcus margaret margarita maria mariam mariana marianne marie marija marina
mario marion marisa marius mariya marjorie mark marko markus marlene marsha marta martha martin martina marty marvin mary maryam masoud
masud mathias mathieu mats matt matteo matthew matthias mattia maureen maurice mauricio mauro max maxim maxime maximilian may maya mayra
mehdi mehmet mehriban mel melanie melissa mercedes meredith meryem mette mia micah michael michal michel michele michelle miguel mihail
mihai mikael mike mikhail mila milan milena milica milos mimi min mina mira miranda mirela mirko miroslav mitchell mohamad mohamed mohammad
mohammed mohan moises molly mona monica monika morgan morris moses moshe muhammad muhammadu munir murad murat murray musa mustafa myriam nabil
nadezhda nadia nadine nana nancy naomi narendra narek nasser natalia natalie natalya natasha nathalie nathan nathaniel nazanin neda neil
nelson nermin nestor nguyen nicholas nick nicola nicolas nicole niels nigel nihat nika nikita nikki niklas nikol nikola nikolai nikolaj
nikolaos nikolas nikolay nils nina nino noa noah noel noemi nora norbert norma norman nour nuno nur nuri octavio odile ofir okan olaf ole
oleg oleksandr oleksii olga oliver olivia olivier olof omar omer omid onur orhan orlando oscar oskar osman otto owen ozgur pablo pamela
paola paolo pascal patricia patricio patrick patrik patrizia paul paula paulina pauline paulo pavel pavlo pawel pearl pedro peggy per percy
perry pete peter petr petra petro phil philip philippa philippe phillip phyllis pia pierre pietro piotr polina prakash pranab priya rachel
radek rafael rafal rafik raghad rahul raj rajesh raj ralf ralph rami ramon ramzan ramzi rana randall randy rania raphael rashad rashid raul
ravi ray raymond razia rebecca recep regina reinhard renate rene renee reza rhonda ricardo richard rick ricky rita rob robert roberta
roberto robin rocio rod rodney rodolfo rodrigo roger rohan roland rolf roman romeo ron ronald ronnie rory rosa rosario rose rosemary ross
roxana roy ruben rudolf rudy rui ruslan russell rustam ruth ryan saad sabine sabrina sadiq saeed said saif salah salem salim sally salma
salman salome salvador salvatore sam samantha sami samir samira samuel sandeep sandra sandy sanjay sara sarah sardar sarkis sasha saul scott
sean sebastian selahattin selim selin selma serge sergei sergey sergio serhii seth shah shahid shannon sharon shaun shavkat shawn sheila
shelley sherry shimon shinzo shirley shlomo shushan siddharth sigrid silvia silvio simon simona simone sinan sofia sofie solomon sonia sonja
sophia sophie stacey stacy stan stanislav stanley stefan stefania stefanie stefano stella stepan stephan stephane stephanie stephen steve
steven stewart stuart sue suleiman suleyman sultan sumit sunil suresh susan susana susanna susanne suzan suzanne svetlana sven sylvia
sylvie tahir talal talat tamar tamara tammy tania tanja tanya tarek tariq taras tatiana tatyana tayyip ted tedros teo teresa teri terri
terry thea theo theodore theresa therese thierry thomas tiffany tigran tim timo timothy tina tobias todd tom tomas tomasz tommy toni tony
tracey tracy travis trevor tristan tyler ulrich ulrike umar umit ümit uri ursula usman uwe vadim vagif vahan vahe valentin valentina valeria
valerie valery vanessa vasil vasily vazgen vera veronica veronika vicente vicki victor victoria vijay vikram viktor viktoria vincent vincenzo
viola violet virginia vitali vitaly vivek vivian vlad vladimir volha volker volodymyr vyacheslav waleed walid wallace walter wanda wang warren
wayne wei wendy werner wesley wilfred wilhelm will willem william willie wilson winston wolfgang xavier xi yael yahya yair yan yana yang yann
yaroslav yaser yasin yasir yasmin yasmine yasser yehuda yevgeny yi ying yitzhak yoav yoko yolanda yosef youssef yuki yulia yuliya yuri yusuf
yves yvette yvonne zac zach zachary zahra zaid zainab zara zaur zdravko zeinab zev zhang ziad zoe zoltan zoran zuzana zviad
`;

/** Folded by hand; two with diacritics are there for those who look them up. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(TEXT.split(/\s+/).filter(Boolean));
