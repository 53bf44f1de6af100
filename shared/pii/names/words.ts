const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Capitalised words that no name contains: they begin sentences, or name days, languages, firms and functions. */
const NEVER = words(`
  a an and any are as at be been but by can could did do does for from had has have he her here hers him his how i if in is
  it its just let may me might more most my never no nor not of off on once one only or our out over please she should since
  so some such than thanks thank that the their them then there these they this those though thus to too under until up us
  very was we were what when where whether which while who whom whose why will with would yes yet you your yours all also
  about after again against because before being below between both down during each every few further into other own same
  through above across along among around behind beside beyond despite except inside near onto per regarding toward upon via
  within without however therefore meanwhile moreover otherwise instead perhaps maybe
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december today tomorrow yesterday morning evening night week month year day time date
  mr mrs ms miss mx dr prof professor doctor sir madam dear hello hi hey regards best sincerely cheers yours kind warm respectfully
  name email mail phone tel telephone mobile fax address card account number order invoice ticket user users customer client patient
  employee manager director contact contacts from subject re fwd cc bcc attn ship bill deliver send sent call called ask asked meet met
  tell told write wrote see saw visit pay paid transfer charge refund book booked reserve check update add remove delete create
  open close closed start stop run use get set put give gave take took make made find found show look read try need want know think
  say said says work works worked live lives lived born died joined left moved wrote signed approved reviewed submitted reported
  passport license licence driver ssn iban ip mac url api key token password secret pin id dob birth inc ltd llc corp corporation gmbh
  company co group holdings partners associates foundation institute university college school academy hospital clinic center centre
  bank airport station hotel museum library church cathedral theatre theater stadium prize award act law theorem effect syndrome
  disease algorithm method constant cup league championship championships tournament day night festival games island islands
  mountain mountains river lake bay beach park valley canyon bridge tower building hall house court square street avenue road lane
  drive boulevard highway county city town village state states kingdom republic union nations america europe asia africa american
  british english french german russian chinese japanese spanish italian european indian north south east west northern southern
  eastern western new old great central royal national international federal general public united first second third last next
  compare explain summarize summarise describe translate analyze analyse rewrite improve refactor implement generate calculate
  convert extract classify define discuss evaluate debug draft outline optimize optimise null unique valid trace math functions
  web app code error version release build test server client data file table list page line row column index class function
  module package model type value object string array github google apple microsoft amazon facebook meta twitter linkedin slack
  openai docker linux windows android iphone python javascript java typescript excel word powerpoint outlook gmail zoom teams
  office cloud studio store market times post news journal review report bulletin press radio tv
  president chairman chairwoman speaker minister ambassador secretary chancellor governor mayor team support care everyone colleagues
  friends guest member members student students parent parents valued hiring recruiter applicant agreement accords treaty
  room suite floor unit flat apartment box zip code department team section chapter appendix figure table note notes todo summary
  ceo cto cfo coo hr it pr qa vp usa uk eu un us uae nyc la god lord jesus christ christmas easter internet covid`);

const NEVER_RUSSIAN = words(`
  а без был была были было быть в вам вас ваш ваша ваше ваши весь во вот все всё всего всех вы где да для до его ее её если есть
  еще ещё же за здесь и из или им их к как какая какие какой когда кто ли лишь меня мне мой моя моё мои мы на над нам нас наш наша
  наше наши не него нее нет ни но о об один она они оно он от перед по под после потом поэтому при про с сам свой себя сегодня
  сейчас со так также такой там то того тоже только тот ты у уже хотя чего чем что чтобы эта эти это этот я вчера завтра теперь
  понедельник вторник среда четверг пятница суббота воскресенье январь февраль март апрель май июнь июль август сентябрь октябрь
  ноябрь декабрь января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  уважаемый уважаемая уважаемые дорогой дорогая привет здравствуйте здравствуй добрый доброе спасибо пожалуйста извините
  господин госпожа гражданин гражданка пациент пациентка клиент клиентка сотрудник сотрудница директор менеджер бухгалтер
  врач доктор профессор академик президент министр депутат автор получатель отправитель заказчик подрядчик исполнитель
  заявитель абонент пользователь владелец контакт контакты фио имя фамилия отчество регистрация адрес телефон почта паспорт инн снилс
  карта счет счёт номер дата рождения серия выдан выдана место город улица дом квартира область край район республика
  россия рф москва петербург санкт казань новосибирск екатеринбург самара омск челябинск ростов уфа пермь воронеж волгоград
  краснодар саратов киев минск сбербанк сбер тинькофф газпром яндекс банк ооо оао зао ао ип пао компания фирма завод институт
  университет школа больница поликлиника суд полиция министерство федеральный российский русский английский немецкий
  великая отечественная советский новый новая новое старый большой малый первый второй третий красная
  передай передайте позвони позвоните напиши напишите отправь отправьте перевод оплата заказ договор акт отчет отчёт встреча
  согласно кроме вместо однако например просто можно нужно надо очень формула версия ошибка проект команда отдел группа
  площадь проспект переулок шоссе бульвар набережная проезд
  мужчина женщина ребенок сын дочь брат сестра мать отец муж жена мама папа бабушка дедушка с по`);

/** `word` in lower case. */
export const isNeverName = (word: string): boolean => NEVER.has(word) || NEVER_RUSSIAN.has(word);

/** Small words inside a family name: `Ludwig van Beethoven`, `Simón de la Cruz`. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);
const PARTICLES = words('van von der den de la del da dos di du bin ibn al el le ter ten zu af');

/** Given names that are first of all a place, a brand or a word: another capitalised word behind them makes no name. */
const PLACES =
  words(`paris london florence vienna verona siena milan roma rome lyon geneva sydney adelaide brisbane georgia virginia
  carolina dakota montana nevada arizona texas austin dallas houston denver madison washington cleveland columbus orlando savannah
  charlotte raleigh brooklyn chelsea kent essex devon lancaster kingston alexandria africa asia america europa india china kenya
  france spain italia italy germany jamaica canada siria santiago rio monte costa casa roman norman german java ruby kotlin swift
  julia claude alexa siri cortana alpha beta gamma delta omega echo charlie victor ford honda mercedes porsche ferrari bentley
  morgan goldman chase disney tesla may april june august will sunny summer winter autumn spring dawn page general major royal
  sterling golden silver crystal amber jade forest river brook lake stone sandy rocky case bank post land port harbor ocean island
  valley sierra king queen prince duke star sky bell plain rank plan tab line sign court place drive way square marina capital
  unique junior senior elder young strong smart bright sweet fair lucky happy innocent easter christmas mercury mars jupiter venus
  saturn apollo luna nova sol`);
export const isPlaceFirst = (word: string): boolean => PLACES.has(word);

/** `San Francisco`, `Fort Worth`, `Нижний Новгород`: what follows is a place, whatever it is else. */
const PLACE_PREFIXES = words(
  `san santa santo los las saint st fort mount mt lake port new el la cape нижний великий санкт старый новый`,
);
export const isPlacePrefix = (word: string): boolean => PLACE_PREFIXES.has(word);
