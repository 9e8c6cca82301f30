import type { LanguageTable } from './table.ts'

export const english: LanguageTable = {
  language: 'en',
  speech: `
    allege written said say says saying told tell tells telling added add adds adding wrote write writes writing noted note notes noting
    explained explain explains explaining stated state states stating announced announce announces announcing argued argue
    argues arguing claimed claim claims claiming insisted insist insists insisting warned warn warns warning asked ask asks
    asking replied reply replies replying answered answer answers answering responded respond responds responding continued
    continues commented comment comments commenting remarked remark remarks remarking observed observes observing concluded
    concludes concluding confirmed confirm confirms confirming declared declare declares declaring acknowledged acknowledge
    acknowledges acknowledging admitted admit admits admitting conceded concede concedes conceding stressed stress stresses
    stressing emphasized emphasised emphasizes emphasises emphasizing emphasising tweeted tweets tweeting posted posting
    recalled recall recalls recalling suggested suggest suggests suggesting reported report reports reporting read reads
    reading quipped quips joked jokes joking reiterated reiterate reiterates reiterating testified testifies testifying
    alleged alleges alleging denied denies denying estimated estimates predicted predicts predicting promised promises
    promising pledged pledges pledging vowed vows vowing urged urge urges urging shouted shouts shouting yelled yells
    screamed screaming whispered whispers cried exclaimed exclaims boasted boasts countered counters lamented laments
    mused muses thundered snapped sighed laughed laughs pointed revealed reveals revealing disclosed discloses assured
    assures assuring complained complains complaining agreed agrees believed believes believe thinks thought feels felt
    captioned repeated repeats repeating elaborated elaborates clarified clarifies maintained maintains contends contended
    contending opined opines recounted recounts recounting wondered wonders interjected proclaimed proclaims proclaiming
    pleaded informed informs informing cautioned cautions cautioning advised advises advising asserted asserts asserting
    affirmed affirms outlined outlines signaled signalled texted emailed tells hinted hints indicated indicates indicating
    chanted chanting rejoined retorted retorts surmised theorized speculated recommended recommends offered offers
    summed echoed echoes echoing underlined underlines underscored underscores ruled rules went
    quoted quoting cites cited described describes demanded demands instructed ordered`,
  fragment: `
    called call calls calling described describe describes describing accused accuse accuses accusing criticized criticised
    criticizes criticises criticizing criticising praised praises praising condemned condemns condemning denounced denounces
    denouncing hailed hails hailing labeled labelled labels labeling labelling branded brands branding dismissed dismisses
    dismissing blamed blames blaming cheered welcomed welcomes welcoming slammed slams slamming blasted blasts blasting
    decried decries decrying deemed deems considered considers considering expressed expresses expressing cited cites citing
    voiced vowed pledged urged urges urging demanded demands demanding promised depicted depicts refers referred referring
    characterized characterised characterizes characterises portrayed portrays mocked mocks thanked thanks thanking
    apologized apologised apologizes questioned questions rejected rejects rejecting defended defends defending touted touts
    lauded lauds touting ruled found finds found concluded made cited worry worries worried fear fears feared invoked invoking warned declared
    instructed admitted admitting bemoaned derided ridiculed likened compared compares speaking spoke speaks talked talks
    boasted vows treat treats treated treating backed backs opposed opposes wanted wants hoped hopes sees saw views viewed`,
  sources: `
    according to
    in the words of
    as told to
    in the opinion of
    in the view of
    per`,
  sourcesAfter: '',
  pronouns: {
    masculine: 'he him his himself',
    feminine: 'she her hers herself',
    plural: 'they them their we it its i',
  },
  determiners: `the a an this that these those his her its their our my one another some many several other both two three
    four five all any each every no most few various multiple former late`,
  prepositions: `of in on at by for with from to into onto about over under after before between among against during
    without within through across toward towards near behind beyond despite like than upon via per amid alongside
    outside inside since until including`,
  conjunctions:
    'as and but or nor yet so while whereas although though because if when where which who whom whose that after before unless',
  that: 'that how why whether',
  fillers: `also then later has had have was is are were been being be again once did does do not never further previously
    recently earlier reportedly simply just still even only himself herself themselves already always often repeatedly
    publicly initially immediately eventually finally flatly bluntly firmly however meanwhile today yesterday tomorrow
    monday tuesday wednesday thursday friday saturday sunday would will could may might
    must should can now quickly proudly clearly explicitly famously allegedly jokingly specifically consistently
    separately reportedly apparently though too twice`,
  persons: `president minister premier chancellor secretary senator sen representative rep congressman congresswoman
    lawmaker mp governor gov mayor councillor councilor councilman councilwoman commissioner ambassador envoy diplomat
    official officials spokesman spokeswoman spokesperson spokespeople chairman chairwoman chair chairperson chief
    executive ceo cfo coo cto director manager head leader leaders boss founder co-founder cofounder owner partner
    president-elect vice-president analyst analysts economist economists strategist expert experts researcher researchers
    scientist scientists professor lecturer author authors writer journalist reporter editor columnist critic blogger
    lawyer lawyers attorney attorneys prosecutor prosecutors judge justice sheriff officer officers detective detectives
    sergeant captain lieutenant general colonel major admiral commander soldier soldiers veteran doctor doctors physician
    surgeon nurse patient patients psychologist psychiatrist engineer engineers developer developers designer designers
    architect artist musician singer songwriter guitarist drummer actor actress director filmmaker producer comedian coach
    manager player striker midfielder defender goalkeeper captain quarterback athlete champion boxer driver pilot
    astronaut teacher teachers principal student students pupil farmer farmers worker workers employee employees
    shareholder shareholders investor investors trader traders customer customers consumer consumers resident residents
    neighbor neighbour neighbors neighbours witness witnesses activist activists campaigner campaigners protester
    protesters demonstrator demonstrators organizer organiser organizers organisers volunteer volunteers victim victims
    survivor survivors man men woman women mother father mom mum dad parent parents son daughter husband wife brother
    sister widow boy girl teenager teen child children friend friends colleague colleagues fan fans user users commenter
    source sources insider insiders insurgent person people politician politicians candidate candidates democrat democrats
    republican republicans king queen prince princess duke duchess pope bishop archbishop cardinal priest imam rabbi pastor
    negotiator negotiators adviser advisor advisers advisors aide aides counsel counselor administrator superintendent
    vice deputy assistant associate fellow specialist consultant technician inspector investigator investigators
    rescuer firefighter paramedic historian biologist physicist chemist astronomer geologist ecologist epidemiologist
    virologist meteorologist archaeologist anthropologist sociologist climatologist curator librarian retailer publisher
    broker dealer millionaire billionaire entrepreneur tycoon magnate star celebrity host presenter anchor model
    chef father-of-four father-of-two mother-of-two mother-of-three pensioner retiree commentator observer observers
    participant participants passenger passengers tenant landlord developer programmer hacker settlers settler rebel rebels
    skipper manager trainer jockey umpire referee gymnast swimmer cyclist golfer 'youngster winger forward
    negotiator legislator parliamentarian chief-of-staff postdoc undersecretary caregiver clinician`,
  groups: `company companies firm firms group groups agency ministry department government administration office bureau
    committee commission council court party union association organization organisation organizations organisations
    institute institution university college school hospital bank police military army navy force forces team club league
    federation foundation charity corporation manufacturer carmaker automaker airline retailer brokerage operator network
    station broadcaster newspaper magazine paper outlet channel startup start-up business board panel coalition
    campaign embassy consulate parliament senate congress assembly house kremlin pentagon authority authorities regulator
    watchdog developer label studio publisher think-tank thinktank church mission center centre service services
    productions records entertainment pictures studios holdings ventures capital securities partners technologies systems
    motors press airlines energy media news times post journal inc ltd corp llc plc gmbh limited works labs industries foods
    society bloc alliance movement militia taliban regime staff crew delegation brand giant museum zoo village city town`,
  documents: `statement release report letter email e-mail tweet post memo message document filing complaint lawsuit
    indictment ruling study paper article notice announcement communique communiqué note petition affidavit warrant text
    website page caption sign poster banner headline transcript account book blog survey summary spokesperson's resolution`,
  titles: `mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother president vice-president
    vice chancellor prime minister premier secretary sen senator rep representative congressman congresswoman gov governor
    adv advocate lt mayor king queen prince princess pope cardinal bishop archbishop judge justice sheriff detective officer sergeant sgt
    captain capt lieutenant general gen colonel col major maj admiral adm commander cmdr corporal cpl private ambassador
    chairman chairwoman chair ceo chief executive director manager head leader coach attorney prosecutor administrator
    superintendent commissioner councilman councilwoman councillor spokesman spokeswoman spokesperson analyst deputy
    assistant foreign press former acting founder co-founder cofounder inspector constable pc mp msp baroness baron duke
    duchess sheikh ayatollah imam rabbi pastor senior counsel speaker singer actor actress rapper author professor economist
    minister editor pastor host hon officer state treasurer comptroller undersecretary democrat republican sir host`,
  naming: `called titled entitled named dubbed nicknamed known so-called term terms word words phrase film movie song songs single album
    book novel series show programme program play musical track hit hits episode documentary campaign nickname slogan
    hashtag game sitcom drama podcast exhibition column code-named codenamed labelled labeled tagged aka title sequel
    tune ballad poem motto acronym meaning defined definition classic blockbuster anthem project operation category
    formula policy strategy initiative approach doctrine principle theory video videos section chapter essay seminar starred starring`,
  nations: `american british english french german russian ukrainian chinese japanese indian pakistani afghan iranian iraqi
    israeli palestinian syrian turkish egyptian saudi lebanese jordanian yemeni australian canadian mexican brazilian
    argentine argentinian chilean colombian venezuelan cuban spanish portuguese italian greek dutch belgian swiss austrian
    swedish norwegian danish finnish icelandic irish scottish welsh polish czech slovak hungarian romanian bulgarian serbian
    croatian bosnian albanian belarusian lithuanian latvian estonian georgian armenian kazakh korean vietnamese thai
    indonesian malaysian philippine filipino singaporean taiwanese nigerian kenyan ethiopian somali sudanese south north
    african european asian arab muslim jewish christian catholic western eastern southern northern us u.s uk u.k eu un
    democratic republican labour labor conservative tory liberal`,
  common: `the a an this that these those it he she they we i you there here in on at by for with from to of and but or
    so yet if when while as after before since until although though because despite however meanwhile moreover also then
    now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december last next both all some many most few several other others one two
    three four five six seven eight nine ten what who why how where which whose his her its their our my your no not
    according asked speaking earlier later once during under over about among between against without within through
    still even just only more less much such every each another any yes well oh ok okay let please perhaps maybe
    instead indeed finally first second third additionally furthermore nevertheless nonetheless otherwise sources
    experts officials analysts police critics supporters researchers scientists people do does did is are was were can
    could will would should has have had be being been said says asked added because per like unlike given thanks
    jan feb mar apr jun jul aug sep sept oct nov dec nobody everyone everybody someone somebody anything nothing everything regardless overall recently originally`,
  abbreviations: `mr mrs ms dr prof rep sen gov gen lt col maj capt sgt st jr sr inc ltd co corp no vs etc jan feb mar apr jun
    jul aug sept sep oct nov dec rev hon adm cmdr fig al calif fla ariz mass conn minn wash ore va pa`,
  inflection: 0,
  dialogue: false,
  incise: false,
}
