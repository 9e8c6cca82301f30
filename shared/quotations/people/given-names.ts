/** Common given names, in lower case: they tell persons from places, and "he" from "she". */
const masculine = `
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
  steve paul andrew joshua kenneth kevin brian george timothy tim ronald edward jason jeffrey jeff ryan jacob gary nicholas
  nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg alexander alex frank patrick
  raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian
  keith roger terry harry sean austin carl arthur lawrence dylan jesse jordan bryan billy bruce albert willie gabriel logan
  alan juan wayne elijah randy roy vincent ralph eugene russell bobby mason philip phil louis harold simon ian neil graham
  stuart colin nigel derek martin oliver boris tony bill bob jim joe tom mike dan matt chris rob ron don ken ted max leo
  ahmed mohammed mohamed muhammad ali hassan hussein omar ibrahim mustafa abdul khalid yusuf mehmet recep benjamin benny
  naftali gideon yair avi saeb mahmoud narendra rahul amit sanjiv rajesh vijay ravi xi li wei jeremy emmanuel
  marcelo carlos luis miguel pedro diego jorge fernando rafael pablo antonio francisco javier manuel giuseppe marco matteo
  jean pierre jacques michel philippe alain bernard claude nicolas laurent olivier christophe eric françois gérard julien
  luc paul jacques jean-luc jean-michel jean-marie jean-pierre gabriel raphaël arthur hugo lucas théo maxime romain benoît cédric
  ludovic jérôme emmanuel gilles hervé roland serge gérald édouard bastien adrien alexis aurélien fabien karim rachid mehdi
  stéphane sébastien frédéric guillaume mathieu thierry pascal denis yves marc bruno didier xavier antoine étienne rené
  hans klaus jürgen wolfgang peter uwe stefan andreas dieter markus christian florian johannes sebastian dirk jens olaf
  karl friedrich heinz helmut manfred rainer ralf sven tobias torsten ulrich werner matthias jan lars boris dietmar armin
  ralph dietrich hartmut ingo axel volker jörg bernd rolf kurt ernst otto paul emil anton jakob jonas leon luca niklas tim
  philipp simon moritz julian fabian alexander maximilian sebastian hendrik malte arne björn thorsten guido olaf udo kai
  robert frank-walter heiko joachim lukas felix moritz günter günther gerhard horst detlev hannes karsten
  владимир александр сергей андрей алексей дмитрий михаил николай иван юрий виктор игорь олег евгений павел анатолий
  максим роман константин антон денис артем артём василий борис вадим валерий вячеслав геннадий георгий григорий кирилл
  леонид никита петр пётр руслан станислав степан тимур федор фёдор эдуард ярослав илья лев марат ринат рустам рамзан сослан
  володимир олександр сергій андрій олексій дмитро михайло микола іван юрій віктор ігор олег євген павло анатолій максим
  роман костянтин антон денис артем василь борис вадим валерій в’ячеслав геннадій георгій григорій кирило леонід петро
  руслан станіслав степан федір едуард ярослав ілля лев тарас богдан остап назар арсен віталій виталий данило святослав
  билл том тим стив марк илон эмманюэль олаф эрик жан пьер франсуа николя ганс карл отто вольфганг гельмут фридрих юрген
  томас дин пол ринго джек джим питер ричард уильям генри эдвард гарри али хасан мохаммед ахмед махмуд реджеп биньямин
  нурсултан ильхам серж никол александер збигнев лех анджей ярослав войцех василе ион игнат гавриил емельян прохор
  джеффрі джон джо вільям білл стів томас пітер річард еммануель олаф жан анджей мирча роберто орест зіновій зиновій
  володимир любомир мирослав ростислав всеволод лук’ян терентій прокіп давид ізмаїл нестор марко лука пилип захар
  мустафа барак дональд джо джон дэвид майкл роберт джеймс эммануэль ангус франк-вальтер штеффен чарльз стивен`

const feminine = `
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
  emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela
  shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria
  heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
  hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice julia judy sophia
  grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis
  lori kate katie jane claire lucy fiona theresa nicola louise kim taylor alexandria ilhan nancy hillary kamala ursula
  fatima aisha maryam leila sonya gretchen rosa carmen lucia elena francesca giulia chiara
  julie lucie claire anne sophie marie jeanne louise alice emma chloé sarah laura manon jade zoé margaux solange odile josiane
  nathalie isabelle sylvie catherine martine monique françoise valérie véronique sandrine céline aurélie émilie
  camille léa manon chloé inès corinne brigitte élisabeth marine ségolène anne-marie dominique florence agnès hélène
  marlene lena lina lara sara mia emilia greta ella ida frieda clara johanna luise pauline helena theresa vera ilse erika
  ingeborg hannelore waltraud renate gisela ursel elke silvia kerstin cornelia doris marion ulrike beate regina martina
  petra sabine monika ursula claudia susanne birgit gabriele andrea stefanie katrin katja annette annekathrin heike ute
  angela annalena karin renate ingrid christiane martina anja silke nadine franziska lena lea jana sahra saskia ricarda
  анна мария елена ольга наталья наталия татьяна ирина екатерина светлана юлия людмила галина надежда вера валентина
  любовь нина марина лариса алла оксана анастасия дарья евгения виктория ксения полина софья софия тамара эльвира
  марія олена ольга наталія наталя тетяна ірина катерина світлана юлія людмила галина надія віра валентина любов ніна
  марина лариса алла оксана анастасія дарія дар’я євгенія вікторія ксенія поліна софія тамара леся зоя христина яна
  зоя жанна эмма лидия раиса инна эллина диана камила кира маргарита мира роза регина рената стелла эмилия юнона
  ліна олеся мар’яна богдана соломія ганна лідія раїса інна діана маргарита роксолана дарина мирослава стефанія надія
  ангела тереза хиллари урсула`

const masculineNames = new Set(masculine.trim().split(/\s+/))

const feminineNames = new Set(feminine.trim().split(/\s+/))

export type Gender = 'masculine' | 'feminine'

export function isGivenName(lower: string): boolean {
  return masculineNames.has(lower) || feminineNames.has(lower)
}

/** The gender a given name suggests; undefined for unknown names. */
export function genderOfName(lower: string): Gender | undefined {
  if (masculineNames.has(lower)) return 'masculine'
  return feminineNames.has(lower) ? 'feminine' : undefined
}

const nominativeEndings = ['', 'й', 'о', 'а', 'я', 'ь']

/** Whether a Russian or Ukrainian word is a given name in any case: Сергея, Миколою. */
export function isGivenForm(lower: string): boolean {
  if (isGivenName(lower)) return true
  return [1, 2].some((cut) => nominativeEndings.some((ending) => isGivenName(lower.slice(0, -cut) + ending)))
}

/** Endings of Russian and Ukrainian surnames, and of their neighbours'. */
export const slavicSurname =
  /\p{L}{2}(?:ов|ев|ёв|ин|ын|ова|ева|ина|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|чук|щук|юк|ян|дзе|швили|швілі|ович|евич|єв|єва|їн|ко)$/u
