/** Countries and capitals that news names most, in lower case; of inflected languages the stems. They speak, but are nobody. */
const names = `
  russia ukraine china japan india pakistan afghanistan iran iraq israel palestine syria turkey egypt lebanon jordan yemen qatar
  kuwait bahrain oman libya tunisia algeria morocco sudan ethiopia kenya nigeria ghana uganda rwanda somalia congo zimbabwe
  australia canada mexico brazil argentina chile colombia venezuela cuba peru bolivia ecuador haiti germany france britain
  england scotland wales ireland spain portugal italy greece netherlands belgium switzerland austria sweden norway denmark
  finland iceland poland hungary romania bulgaria serbia croatia bosnia albania kosovo belarus lithuania latvia estonia
  georgia armenia azerbaijan kazakhstan uzbekistan mongolia vietnam thailand indonesia malaysia philippines singapore taiwan
  america europe asia africa washington moscow kyiv kiev london paris berlin brussels beijing tokyo ankara tehran jerusalem
  cairo damascus baghdad kabul geneva vienna rome madrid warsaw budapest belgrade minsk texas california florida ohio
  york zealand kong arabia korea emirates states kingdom angeles francisco
  russie chine japon inde turquie égypte liban jordanie allemagne angleterre espagne italie belgique suisse autriche suède
  pologne hongrie roumanie grèce algérie maroc tunisie sénégal guinée mali niger tchad cameroun israël palestine syrie irak
  amérique europe lyon marseille bordeaux toulouse lille nantes strasbourg bruxelles genève londres moscou
  russland china japan indien türkei ägypten libanon jordanien deutschland frankreich großbritannien italien spanien polen
  ungarn österreich schweiz schweden norwegen belgien niederlande griechenland israel syrien irak iran europa amerika
  münchen hamburg köln frankfurt stuttgart dresden leipzig bayern sachsen thüringen hessen brandenburg wien moskau kiew paris`

const stems = `
  росси украин китай китая китае япони инди пакистан афганистан иран ирак израил палестин сири турци египет египт ливан
  катар ливи тунис алжир марокко судан эфиопи австрали канад мексик бразили аргентин чили колумби венесуэл куб германи
  франци британи англи испани португали итали греци нидерланд бельги швейцари австри швеци норвеги дани финлянди польш
  венгри румыни болгари серби хорвати босни албани косов беларус белорусси литв латви эстони грузи армени азербайджан
  казахстан узбекистан киргизи таджикистан туркмени монголи вьетнам таиланд индонези малайзи филиппин сингапур тайван америк
  европ ази африк вашингтон москв киев лондон париж берлин брюссел пекин токио анкар тегеран каир женев вен рим мадрид
  варшав минск донбасс крым сша фрг рф оаэ днр лнр кндр
  росі україн китаю китаї японі інді афганістан іран ірак ізраїл палестин сирі туреччин єгипт ліван латвій литв естоні
  грузі вірмені азербайджан казахстан молдов польщ угорщин румуні болгарі сербі хорваті німеччин франці британі англі
  іспані португалі італі греці нідерланд бельгі швейцарі австрі швеці норвегі дані фінлянді чехі словаччин білорус америк
  європ азі африк вашингтон москв києв київ лондон париж берлін брюссел пекін анкар женев варшав львов львів харков харків
  одес дніпр донецьк луганськ донбас крим сша фрн рф`

const exact = new Set(names.trim().split(/\s+/))

const inflected = new Set(stems.trim().split(/\s+/))

/** Whether a word, in lower case, names a country, a capital or the like. */
export function isPlace(lower: string): boolean {
  if (exact.has(lower) || inflected.has(lower)) return true
  if (!/^[а-яёіїєґ]/.test(lower)) return false
  for (let cut = 1; cut <= 2 && lower.length - cut >= 3; cut++)
    if (inflected.has(lower.slice(0, -cut))) return true
  return false
}
