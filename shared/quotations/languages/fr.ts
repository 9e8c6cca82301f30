import type { LanguageTable } from './table.ts'

export const french: LanguageTable = {
  language: 'fr',
  speech: `
    dit disent disait disaient dire disant déclar/e,ent,é,a,ait,aient,ant,er affirm/e,ent,é,a,ait,aient,ant,er expliqu/e,ent,é,a,ait,aient,ant,er
    ajout/e,ent,é,a,ait,ant,er précis/e,ent,é,a,ait,ant,er soulign/e,ent,é,a,ait,ant,er indiqu/e,ent,é,a,ait,ant,er estim/e,ent,é,a,ait,aient,ant,er
    assur/e,ent,é,a,ait,ant,er rappel/le,lent,é,a,ait,ant,er annonc/e,ent,é,a,er annonçait annonçant répond répondent répondu répondait répondre répondant
    répliqu/e,ent,é,a,er,ait lanc/e,ent,é,a,er lançait lançant plaid/e,ent,é,a,ait,ant déplor/e,ent,é,a,ait,ant,er regrett/e,ent,é,a,ait,ant,er
    confi/e,ent,é,a,ait,ant,er racont/e,ent,é,a,ait,ant,er témoign/e,ent,é,a,ait,ant,er reconnaît reconnait reconnaissent reconnu reconnaissait
    admet admettent admis martèl/e,ent martelé martelait insist/e,ent,é,a,ait,ant,er not/e,ent,é,a,ait,ant,er constat/e,ent,é,a,ait,ant,er
    observ/e,ent,é,a,ait,ant,er concèd/e,ent concédé conclut concluent conclu concluait poursuit poursuivent poursuivi poursuivait
    repren/d,nent repris demand/e,ent,é,a,ait,ant,er interrog/e,ent,é,a interrogeait s’interroge promet promettent promis prévient préviennent prévenu
    prévenait averti/t,ssent,ssait averti confirm/e,ent,é,a,ait,ant,er résum/e,ent,é,a,ait ironis/e,ent,é,a,ait écri/t,vent,vait écrit écrire
    twitt/e,é,a tweet/e,é,a publi/e,é,a pointe pointent pointé pointait tempèr/e,ent tempéré nuanc/e,ent,é,a tonn/e,é,a raill/e,ent,é,a
    s’exclame exclam/e,ent,é,a s’insurge insurg/e,é,a s’indigne indign/e,ent,é,a s’étonne étonn/e,ent,é,a s’inquiète inquièt/e,ent inquiété
    s’emporte emport/e,é,a s’agace agac/e,é,a s’alarme alarm/e,é,a justifi/e,ent,é,a,ait,ant clam/e,ent,é,a,ait,ant proclam/e,ent,é,a soutien/t,nent soutenu
    prétend prétendent prétendu jure jurent juré jurait croit croient pense pensent pensait juge jugent jugé jugeait considère considèrent
    considéré considérait avou/e,ent,é,a,ait révèl/e,ent révélé révélait détaill/e,ent,é,a,ait signal/e,ent,é,a,ait glisse glissé souffl/e,é,a
    commente commentent commenté commentait décri/t,vent,vait argu/e,ent,é,a argument/e,ent,é,a rétorqu/e,ent,é,a,ait objecte objecté
    réagi/t,ssent,ssait réagir réagi accus/e,ent,é,a,ait,ant dénonc/e,ent,é,a,er dénonçait dénonçant critiqu/e,ent,é,a,ait,ant appell/e,ent appelé appelait
    appelant exhort/e,ent,é,a,ait espèr/e,ent espéré espérait souhait/e,ent,é,a,ait analys/e,ent,é,a,ait relèv/e,ent relevé relevait
    mentionn/e,ent,é,a cit/e,ent,é,a suggèr/e,ent suggéré propos/e,ent,é,a,ait plaisant/e,é,a s’amuse amus/e,é,a sour/it ri/t félicit/e,ent,é,a,ant
    remerci/e,ent,é,a,ant salu/e,ent,é,a,ant appréci/e,é,a stipul/e,ent,é,a spécifi/e,é,a lit lisait peut-on entend réitér/e,ent,é,a,ait
    concluait maintien/t,nent maintenu redout/e,ent,é,a crain/t,gnent craignait prédit prédisent prévoit prévoient préconis/e,ent,é,a
    recommand/e,ent,é,a,ait communiqué informé informe informent certifi/e,é,a complèt/e,ent complété renchéri/t renchérit enchaîn/e,ent,é,a
    abonde abondé appuie appuyé chuchote murmure murmuré cri/e,ent,é,a hurl/e,ent,é,a interpell/e,é,a s’excuse excus/e,é,a développ/e,ent
    décrypt/e,ent,é,a évoqu/e,ent,é,a,ait,ant illustr/e décoche fustig/e,ent,é,a balaie balayé relativis/e,ent,é,a rassur/e,ent,é,a
    estimant rétorque tranch/e,ent,é,a défend défendent défendu plaidait philosoph/e,é,a sourit s’enthousiasme enthousiasm/e,é,a
    réjouit réjoui/t,ssent félicite désol/e,é,a désole souvient souviennent souvenait répondit dit-on s’offusque offusqu/e,é,a énum/ère,éré`,
  fragment: `
    qualifi/e,ent,é,ait,ant,er évoqu/e,ent,é,ait,ant parl/e,ent,é,ait,ant dénonc/e,ent,é fustig/e,ent,é critiqu/e,ent,é décri/t,vent
    accus/e,ent,é jug/e,ent,é considèr/e,ent salu/e,ent,é appell/e,ent appelant veut veulent voulu voulait souhait/e,ent réclam/e,ent,é,ait,ant
    rejett/e,ent rejeté défend déplor/e,ent,é vant/e,ent,é vantait exig/e,ent,é,eait exprim/e,ent,é,ait,ant refus/e,ent,é
    reproch/e,ent,é,ait,ant impute assimil/e,é taxe taxé évoquer parle promet promis vise visant voit voient invoqu/e,ent,é félicité`,
  sources: `
    selon
    d’ après
    d' après
    pour
    aux yeux de
    de l’ avis de
    aux dires de
    de l’ aveu de
    dixit
    à en croire
    à entendre`,
  sourcesAfter: '',
  pronouns: { masculine: 'il lui', feminine: 'elle', plural: 'ils elles eux on ce je nous' },
  determiners:
    "le la les l’ l' un une des du de d’ d' ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs certains certaines quelques deux trois quatre cinq autre autres tout tous toute toutes chaque aucun",
  prepositions: `de d’ d' du des à au aux en dans par pour sur sous avec sans contre entre vers chez depuis pendant après avant
    devant derrière lors selon malgré parmi outre dès jusque jusqu’ jusqu'`,
  conjunctions:
    "et ou mais donc or ni car que qu’ qu' quand lorsque lorsqu’ lorsqu' si comme puisque puisqu’ qui dont où tandis alors",
  that: "que qu’ qu' si",
  fillers: `se a ont avait avaient est sont était s’ s' se aussi également encore toujours déjà ensuite puis alors ainsi ne n’ n' pas plus
    bien même lui-même elle-même par ailleurs enfin notamment hier aujourd’hui lundi mardi mercredi jeudi vendredi samedi dimanche
    y m’ m' me nous vous leur l’ l' le la les en de son côté pour sa part d’abord quant finalement vivement clairement aura avoir`,
  persons: `président présidente ministre premier première secrétaire député députée sénateur sénatrice maire maires préfet préfète élu élue élus
    ambassadeur ambassadrice diplomate porte-parole chef cheffe patron patronne directeur directrice dirigeant dirigeante
    responsable responsables fondateur fondatrice cofondateur cofondatrice pdg gérant gérante propriétaire avocat avocate avocats procureur
    procureure juge magistrat magistrate policier policière policiers gendarme gendarmes commissaire capitaine colonel général commandant
    lieutenant soldat militaire militaires enquêteur enquêteurs expert experte experts analyste économiste économistes chercheur chercheuse
    chercheurs scientifique scientifiques professeur professeure historien historienne sociologue politologue psychologue
    médecin médecins docteur chirurgien infirmier infirmière patient patiente journaliste journalistes rédacteur rédactrice auteur autrice
    auteure écrivain écrivaine romancier romancière réalisateur réalisatrice acteur actrice comédien comédienne chanteur chanteuse
    rappeur musicien artiste producteur productrice entraîneur sélectionneur joueur joueuse attaquant défenseur gardien milieu champion championne
    capitaine coureur pilote cycliste arbitre athlète étudiant étudiante élève enseignant enseignante instituteur institutrice agriculteur
    agricultrice agriculteurs éleveur pêcheur ostréiculteur commerçant commerçante ouvrier ouvrière salarié salariée employé employée syndicaliste
    militant militante militants manifestant manifestante manifestants bénévole habitant habitante habitants riverain riveraine riverains voisin
    voisine témoin témoins victime victimes homme hommes femme femmes mère père fils fille frère sœur époux épouse mari veuve enfant
    jeune adolescent adolescente retraité retraitée trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire
    ami amie collègue collègues client cliente clients touriste touristes usager imam évêque archevêque cardinal pape prêtre curé pasteur rabbin
    roi reine prince princesse conseiller conseillère adjoint adjointe vice-président vice-présidente candidat candidate opposant
    opposante leader négociateur négociatrice délégué déléguée coordinateur coordinatrice spécialiste consultant consultante ingénieur
    météorologue climatologue biologiste physicien astronome archéologue conservateur conservatrice prévenu prévenue accusé accusée
    suspect plaignant plaignante septuagénaire trentenaire consœur confrère intéressé intéressée animateur animatrice`,
  groups: `entreprise entreprises société groupe groupes agence ministère gouvernement administration préfecture mairie commission comité conseil
    tribunal parquet cour parti syndicat association organisation ong institut université école lycée hôpital banque police gendarmerie armée
    équipe club ligue fédération fondation fabricant constructeur compagnie opérateur chaîne radio journal quotidien hebdomadaire magazine
    élysée matignon kremlin parlement sénat assemblée autorité autorités union onu otan délégation collectif collectivité direction
    défense accusation partie rédaction région département commune ville métropole`,
  documents: `communiqué rapport lettre message tweet texte document note déclaration courrier mail article publication post étude arrêt jugement
    arrêté discours`,
  titles: `m mm mme mmes mlle me maître monsieur madame dr docteur pr professeur président présidente premier ministre général colonel capitaine
    commandant lieutenant père sœur frère mgr roi reine prince princesse pape sir lord cheikh imam juge procureur maire député sénateur chef`,
  naming: `film films roman livre chanson titre titres album série émission intitulé intitulée intitulés surnommé surnommée surnommés
    nommé nommée baptisé baptisée appelé appelée appelés mot mots terme termes expression pièce ouvrage magazine journal
    spectacle exposition rubrique collection opération programme projet label nom slogan hashtag hymne tube concours festival prix
    soi-disant poursuivi poursuivie poursuivis accusé inculpé inculpée examen mis condamné condamnée procès chef chefs catégorie revue`,
  nations: `français française américain américaine britannique allemand allemande russe ukrainien ukrainienne chinois chinoise japonais
    israélien israélienne palestinien palestinienne européen européenne`,
  common: `etat état le la les l’ l' un une des du de d’ d' ce cet cette ces son sa ses leur leurs à au aux en dans par pour sur sous avec sans contre
    entre vers chez depuis pendant après avant lors selon malgré parmi outre dès et ou mais donc or ni car que quand lorsque si
    comme qui dont où il elle ils elles on nous vous je tu c’ c' ça cela ceci ici là alors ainsi aussi puis ensuite enfin
    cependant toutefois pourtant néanmoins hier aujourd’hui demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
    avril mai juin juillet août septembre octobre novembre décembre plus moins très tout tous toute toutes plusieurs certains
    certaines quelques deux trois chaque aucun aucune autre autres même non oui ne pas jamais rien voilà voici d’abord quant
    jusqu’ certes force interrogé interrogée contacté contactée face grâce suite mon ma mes notre nos votre vos pourquoi comment quel
    quelle quels quelles est a ont sont parce afin désormais finalement surtout notamment précisément bien bref`,
  abbreviations: 'm mm mme mmes mlle dr pr st ste etc cf p art no janv févr avr juill sept oct nov déc env',
  inflection: 0,
  dialogue: true,
  incise: true,
}
