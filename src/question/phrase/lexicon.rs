//! The words that the phrasing knows: verbs of competency frameworks, irregular forms, and the small classes by which a
//! verb is told from a noun and a person from a thing. It decides nothing.

/// Whether the list, words between white space, holds the word.
pub fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// Verbs in their base form, in British spelling; all other forms are derived.
pub const VERBS: &str = "
    abide accept access accommodate accomplish account achieve acknowledge acquire act adapt add address adhere adjust
    administer adopt advance advise advocate affirm agree aid aim alert align allocate amend analyse answer anticipate
    apologise appeal apply appoint appraise appreciate approach approve arbitrate arrange articulate ask assemble assert
    assess assign assist assume assure attain attempt attend attend audit authorise automate avoid award balance base become
    begin behave benchmark benefit book break brief bring broaden budget build calculate calibrate call calm cancel capture care
    carry cascade catalogue catch categorise cause celebrate centralise challenge champion change chair chart check choose
    circulate cite claim clarify classify clean clear close coach code collaborate collate collect combine come comfort
    comment commit communicate compare compile complement complete comply compose conceive conclude conduct confirm
    conform connect consider consolidate construct consult contact contain contextualise continue contribute control
    convert convey convince cooperate coordinate cope correct count counsel cover craft create critique cultivate
    customise cut deal debate debrief debug decide declare decline dedicate deduce deepen defend defer define delegate deliver
    demonstrate deploy derive describe design detail detect determine develop devise diagnose differentiate diffuse
    direct disclose discover discuss display disseminate distinguish distribute diversify divide document draft draw
    drive drop earn edit educate elaborate elevate elicit eliminate embed embody embrace empathise employ empower enable
    encourage endeavour enforce engage enhance enlist enrich ensure enter equip enthuse escalate establish estimate evaluate
    evidence evolve examine exceed excel exchange execute exemplify exercise exhibit expand expect expedite experiment
    explain explore express extend extract face facilitate familiarise feed feel file filter finalise find finish fit
    fix flag focus follow forecast foresee forget form formalise formulate forward foster frame fulfil gain gather gauge
    generate get give go govern grasp greet grow guide handle harness have hear help highlight hire hold honour host
    identify illustrate imagine implement improve improvise incentivise include incorporate increase influence inform
    initiate innovate inspect inspire install instil instruct integrate intend interact interpret interrupt intervene interview
    introduce invent invest investigate invite involve isolate issue join judge justify keep know label launch lay lead learn
    leave lend let leverage liaise lighten limit link list listen locate log look lower maintain make manage manoeuvre map
    market master maximise measure mediate meet mend mentor merge minimise mitigate mobilise model moderate modify
    monitor motivate move name navigate negotiate network note notice notify nurture observe obtain offer open operate
    optimise orchestrate order organise outline outperform overcome oversee own pace participate partner pass pay
    perform permit persevere persist persuade phone pick pilot plan play point position practise praise predict prefer
    prepare present prevent prioritise probe proceed process procure produce profile programme progress project promise
    promote prompt propose protect prove provide publish purchase pursue put qualify quantify query question raise rate
    reach react read realise reallocate reason reassure recall receive recognise recommend reconcile record recruit
    rectify redirect reduce refer refine reflect refrain register regulate reinforce reject relate relay release rely
    remain remember remind remove render renew reorganise repair repeat replace reply report represent reproduce request
    require research resolve respect respond restore retain retrieve return reuse review revise reward rotate
    route run safeguard sample satisfy save say scale scan schedule scope scrutinise search secure see seek segment select
    sell send separate sequence serve set settle shadow shape share shift ship show sign signal signpost simplify sit
    smile socialise solicit solve sort source speak specify spend sponsor spot spread stabilise staff stand standardise
    start state stay steer step stick stimulate stop store streamline strengthen stretch strive structure study submit
    suggest summarise supervise supply support surface surpass survey sustain swap switch synthesise tackle tag tailor take
    talk target teach tell test thank think throw tidy track trade train transfer transform translate treat triage trigger
    troubleshoot trust try turn understand undertake unify update upgrade uphold upskill use utilise validate value vary
    verify view visit visualise voice volunteer wait walk warn watch wear weigh welcome win withdraw withhold work write yield";

/// Verbs whose base form and whose third person are nouns too, or name things in a framework's text.
pub const ALSO_NOUNS: &str = "
    access account address advance aid alert answer appeal approach attempt audit award balance base benchmark benefit
    book break brief budget call cause challenge champion chair change chart check claim code comment contact control
    cost count cover cut debate decline demand design detail display document draft draw estimate exchange exercise
    experiment face feed file filter fix flag focus forecast form forward frame gain gauge grasp guide help highlight
    hire host increase influence interview issue judge label launch lead limit link list log look map market measure
    mentor model move name network note notice offer order outline pace partner pass permit phone pilot plan play point
    position practise praise probe process produce profile programme progress project promise prompt purchase query
    question rate reason recall record register release repair reply report request research respect return review
    reward route run sample scale scan schedule scope search segment sequence set shadow shape share shift ship show sign
    signal sort source sponsor spot spread staff stand start state step stop store stretch structure study supply support
    survey switch tag talk target test trade train transfer trigger trust try turn update upgrade use value view visit
    voice volunteer wait walk watch win work yield act coach code";

/// Verbs whose base form alone is read as a noun or an adjective; their third person is clear.
pub const CLEAR_IN_THIRD: &str = "
    act clean clear close complete correct direct drive exhibit help hold lead lower own pass present respect
    secure separate share show staff stand take talk train trust use volunteer walk work feel learn master open
    design forward";

/// Verbs whose third person may begin a statement before a preposition.
pub const PREPOSITIONAL: &str =
    "act answer check help lead look plan reply share support talk visit volunteer walk work";

/// Verbs that say something whole without an object.
pub const COMPLETE_ALONE: &str =
    "adapt apologise collaborate communicate cooperate delegate improvise innovate listen mediate negotiate participate
    volunteer empathise persevere learn prioritise";

/// Verbs that double their last letter.
pub const DOUBLING: &str = "
    begin cancel chat commit counsel cut debug drop embed equip excel fit forget fulfil get instil label let log map
    model permit plan prefer program put refer run set ship signal sit spot step stop submit swap tag transfer travel win";

/// Base form, past and participle, three by three.
pub const IRREGULAR: &str = "
    become became become begin began begun break broke broken bring brought brought build built built choose chose
    chosen come came come  cut cut cut deal dealt dealt catch caught caught do did done draw drew drawn drive drove driven feed fed fed feel felt felt find found found fit
    fitted fitted forecast forecast forecast foresee foresaw foreseen forget forgot forgotten get got got give gave given go went gone grow grew grown have had had hear
    heard heard hold held held keep kept kept know knew known lead led led learn learnt learnt leave left left let let
    let lay laid laid lend lent lent make made made meet met met overcome overcame overcome oversee oversaw overseen pay paid paid put put put read
    read read run ran run say said said see saw seen seek sought sought sell sold sold send sent sent set set set show
    showed shown sit sat sat speak spoke spoken spend spent spent spread spread spread stand stood stood stick stuck
    stuck strive strove striven take took taken teach taught taught tell told told think thought thought throw threw thrown wear wore worn troubleshoot
    troubleshot troubleshot understand understood understood undertake undertook undertaken uphold upheld upheld win won
    won withdraw withdrew withdrawn withhold withheld withheld write wrote written";

/// What stands before a noun, or for one: after an open word, it shows a verb.
pub const DETERMINERS: &str = "
    a an the this these those their its his her your my our own any every each all some several many most more both no
    other others another them it itself themselves people everyone everybody anyone anybody somebody someone whoever
    whatever what how why whether one two three four five such";

pub const PREPOSITIONS: &str = "
    of in on at by for with from to into onto through throughout within without under over between among across against
    about above below beyond during towards toward upon per via around along behind beside after before until";

/// Heads of a clause that has a verb of its own.
pub const CLAUSE_OPENERS: &str = "
    that which who whom whose how what when while whilst where why if whether because since until unless although though
    whatever whoever however whenever wherever";

/// Questions inside a sentence.
pub const ASKING: &str = "how what when where why whether which who whom whose";

/// Forms of a verb by which a clause stands in the present.
pub const PRESENT: &str = "is are has have does do can may must will should cannot";

/// Words for people, in both numbers, and for groups that take "their".
pub const PEOPLE: &str = "
    agent agents audience audiences candidate candidates captain captains child children client clients coach coaches
    colleague colleagues community communities company companies department departments director directors employee
    employees engineer engineers everybody everyone executive executives family families group groups guest guests hire
    hires individual individuals juniors leaders learner learners management member members mentee mentees mentor
    mentors newcomers organisation organisations organization organizations others parent parents partner partners
    patient patients peer peers people person seniors somebody someone staff stakeholder stakeholders student
    students team teammate teammates teams vendor vendors whoever women men user users pupils pupil anyone anybody";

/// Words in -er and -or that are no people.
pub const NOT_PEOPLE: &str = "
    answer answers banner banners behavior behaviors behaviour behaviours calendar center centers cover error errors
    factor factors filter filters folder folders holder however indicator indicators letter letters matter matters mirror
    monitor newsletter newsletters number numbers offer offers order orders other over paper papers parameter parameters
    power register registers server servers transfer transfers trigger triggers under weather whether wider computer
    computers router routers better later higher lower larger smaller greater further never rather after proper together
    another sector sectors vector motor floor door corridor chapter layer header footer buffer cluster container
    timer counter counters tower water master charter barrier barriers carrier character corner border dinner summer winter
    river silver voucher vouchers poster roster reminder reminders encounter disaster printer printers scanner browser
    tender major minor prior senior junior either neither former latter inner outer ever easier";

/// What a person has, so that "their" before it means the person.
pub const OWNED: &str = "
    ability actions approach area areas behaviour behavior calendar career cases colleagues commitments communication
    day deadlines decisions department desk development duties emotions experience expertise feelings function
    goals ideas job knowledge language learning limits line manager mentor mistakes objectives opinion own performance
    priorities queue reasoning remit responsibilities responsibility role schedule shift skills strengths style
    supervisor targets task tasks team teammates thinking tickets time tone training volume work workload workplace
    actions weaknesses peers accord progress voice notes";

/// Verbs after which the one who is spoken of does something of their own.
pub const HELPING: &str = "
    help helps helping enable enables enabling encourage encourages encouraging support supports supporting allow allows
    let lets letting guide guides guiding coach coaches coaching assist assists empower empowers ask asks asking invite
    invites inviting teach teaches teaching ensure ensures ensuring motivate motivates inspire inspires mentor mentors develop develops";

/// Verbs that a person does not do: "they" before one means things.
pub const OF_THINGS: &str = "apply belong concern matter bear contain arise occur affect cover are were";

/// Adverbs of how often, which a question about one case leaves out.
pub const OFTEN: &str = "
    often frequently regularly usually generally routinely typically normally sometimes occasionally mostly periodically
    continuously continually ordinarily";

/// Adverbs of holding a standard, which a question asks about.
pub const STEADY: &str = "always consistently reliably invariably constantly";

/// Words in -ly that are no adverbs.
pub const NOT_ADVERBS: &str = "
    apply assembly comply costly daily early family friendly hourly likely monthly multiply only quarterly rely reply
    supply timely weekly yearly anomaly unlikely fly hardly rarely nearly scarcely ally imply";

/// Adverbs that do not end in -ly, before a verb.
pub const ADVERBS: &str = "also then already still again even further independently well";

/// Adjectives of how much is known.
pub const BASIC: &str = "basic general some working fundamental foundational elementary initial broad simple clear";
pub const SOUND: &str = "
    good sound solid strong thorough detailed firm full intermediate proficient practical proven demonstrated complete
    great effective competent robust significant considerable close high";
pub const DEEP: &str =
    "advanced deep expert comprehensive extensive in-depth excellent exceptional specialist outstanding wide";

/// Nouns of knowing, each followed by "of", "with" or "in".
pub const KNOWING: &str = "
    understanding knowledge grasp awareness familiarity command appreciation proficiency expertise fluency insight
    competence competency mastery comprehension experience";

/// Nouns of conduct and quality that can be asked for by name.
pub const QUALITIES: &str = "
    accountability accuracy adaptability attention attitude awareness collaboration commitment communication compassion
    competence confidence consistency cooperation coordination courtesy creativity curiosity delegation dependability
    determination diligence diplomacy discipline discretion drive empathy endurance energy enthusiasm fairness knowledge
    flexibility focus foresight helpfulness honesty humility inclusion inclusiveness independence initiative innovation
    integrity judgement judgment kindness leadership listening loyalty management mentoring mindset motivation
    negotiation openness organisation organization ownership passion patience perseverance persistence planning
    politeness prioritisation prioritization proactivity problem-solving professionalism punctuality reasoning
    reliability resilience resourcefulness respect responsiveness rigour self-awareness self-confidence
    self-discipline self-management sensitivity skill skills solving stamina tact teamwork tenacity thinking thoughtfulness
    transparency trust trustworthiness versatility vigilance willingness decision-making multitasking networking";

/// Who may be named at the head of a statement.
pub const SUBJECTS: &str = "
    employee candidate learner agent individual person colleague advisor adviser associate apprentice representative
    manager leader worker employer engineer analyst operator specialist consultant officer assessor jobholder
    member practitioner postholder he she they he/she s/he";

/// Names that keep their capital.
pub const NAMES: &str = "
    Excel Word Outlook PowerPoint Salesforce Zendesk Google Microsoft Python Java English German French Spanish Italian
    Dutch Polish Japanese Chinese Arabic Russian Portuguese Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December Notion Slack Jira Linux
    Windows Agile Scrum Kanban Lean Sigma Confluence Intercom Apple Amazon Azure Oracle Linkedin Facebook Twitter Europe
    European British American";
