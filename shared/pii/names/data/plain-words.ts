/**
 * Family names that are words, places, firms or tools as well: alone they are no name.
 */
export const SURNAME_WORDS = `
  acharya alba ali amor anda anderson andrew arab arenas arias armani arroyo austin bailey baker bala baldwin bali
  banda baron barr barre barrios barrows barton bayer beer bentley berg bhat bins birmingham blanc blanco block bode
  bogan bond bonnet borer bosch bourgeois bradford bravo breton brown brunet butt caballero caldera campos caron
  carter cartwright casas cerro charles chevalier chevrolet christian clare clement cohen cole colin collet collier
  collins conde conn corona corral correa costa cousin crooks dahl daniel dare david davis delle denis dickens doe
  dora dumas durgan durham elizabeth ernst fay ferrara ferrari ferry fisher fleury forbes francis francisco franco
  freitag funk gaillard gall ganesh george gibson gil gill glover grace graf graham grant green grimes gucci guerra
  guinness guyot hall hamilton hand hara hari harley haro heinz heller henry hidalgo hill hills hilton hollywood holm
  houston howe hudson ireland israel jackson januar jean jefferson jenkins jerez jerusalem jha johns johnson jones
  keeling kelly khan kilkenny kim king kingston kong koss kris krishna kub kulas kung kutch lagos lakin lambert
  lancaster lang lange lanka leal lede lee leon levi lewis li lincoln lind lira little liu llamas lockman london los
  louis lowe lugo luna lynch lyon madrid madrigal malik mann mansfield mares marks martin martins maryjane mata maya medina
  merino mesa miller mills miracle miranda mohr monaco monroe montenegro montero monteros montes montgomery moore mora
  morales morel moulin moya muller murcia murphy murray nagar naik nash navarro nelson nieves noel nord norton orlando
  orn pagan palomar palomino paris parisian park parker parkinson parra paul paz perea pereira peter petit philips
  poland ponce pons porto posada prada preston price raleigh rama rana rath rau raya reddy reich reis renault rey rice
  richard richmond rico riojas rivas riviere robert robin robles roe roger roque rosa rousseau roux roy russel
  rutherford salami salem salinas salvador santiago santos schiller schimmel schwab scott serrano sevilla shah shields
  sierra silva sipes smith solano soria spencer stafford stan stanley stark stokes stratford suzuki swift taylor terry
  thomas titus toledo toro torre toy tromp tudor turner valencia vega vela vera versace vigil vila villa von walker
  wang ward washington waters weber welch west white will williams wilson witting wolf wolfe wright wu yang young
  zapata zaragoza
`;

/** Given names that are words of English too: in lower case they are no name. */
export const GIVEN_WORDS = `
  abbey abele abigail abondance ace adonis adonise afro agape aida alba albert albino alec alexander alexandrine
  alexia alexine alf alfredo aline alison aliya aliyah ally alma alp althea amabile amandine amaryllis amber amelia
  amie amin amir amour amrit amrita ana anal ancilla andromeda angel angelica anil anise ann annalise ant apollo
  aquiline arcade arch ariel aris aristo art ascension astride august auguste aurelia aurora autumn ava ave axel baby
  bacco bade bailee bailey balthazar barbe bardo barney baron barry barton bas beau bell belle benedict benjamin
  bennet benny bent berk berry bertha berthe beryl beth bethel betta betty bice bill billie birdie blaise blaze boas
  bob bodhi boet bon boniface bonita bonito bonnie bora brad brahma brain brandy brant brent bridie britt brock brook
  brooks brown buck bud buddy burley buster cade caesar calcedonio camelia candida caner carina carles carmen carmine
  carol carter catena celeste celestine chad chance chandler charity charley charlie charlotte chase chaya christian
  christie christy cicero claes clarence clay clement clementine cleopatra cleve clint clovis coco colby cole colin
  colleen colt conception concetto conner connie constant cooper corey cory coy craig crystal curt dahlia daisy dale
  dalton damiana danio danny daphne darshan davy dawn dean deb dee deen dell delphin delta denis derrick desiderata
  destiny dev devon dewitt dex dexter diamante diamond diane dies dino dirk divo dixie dock dolly dominick dominique
  don donna donny doris douce dovie drake drew dusty earl earnest easter ebony eddy elide else emerald emery emir
  emmet emmy ender enes era erica erick eros esse ester ethyl eugenia eve evert faas fae faik faith fanny fay fedora
  felicia felicity feline fem fender fern fiacre fine fletcher flip floor flora florence florentine flossie ford
  forest foss foster franco frank franklin freeman fritz gage galatea garland garnet garret garrison garth garuda gaud
  gemini gemma gene general genesis geneva gentile geo georgette germain germaine german geronimo gilbert ginger
  giusto glen gloria golden grace graham grant green griffin gun gunnel gunner guru gus gussie gust guy guyot hale
  hamza hank hardy harmony haven hazan hazel heath heather heaven hector helmer henning henry hettie holden holly
  homer hope hunter idea ilia illuminato innocent iris isabel isabella ivory ivy jacinthe jacky jacobus jade jai jake
  james jane jarred jasmin jasmine jasper javas jay jaycee jazz jean jeanette jeff jess jesse jessie jesus jet jewel
  jill jimmie jimmy joanna job joes joey johannes johnnie johnny johnson jordan joseph josh joy judge judy julienne
  juliet junior justice juvenal kade kai kale kali kama kamala kamila kanaka kane kara kay keet kelly kelvin ken keno
  kent kerry kick kiley kin king kip kirk kitty kris kumari kyle kylie lacey lacy lambert lamia lana lance lane lars
  laurel lea lean lee leman leone leu lev levin levy lew lewis lex li liana lias libero lien lieve lily line linn lino
  lion lionel lizzie logan loma loris lot lotte lou louie louis loup loy loyal luce luke lulu luna lune lutz lux luz
  lyam lyric maas mac mace mack madeleine madge madison madonna mads mae maes magdalen maggie magnolia magnus maik
  major malik mamie mani mara marah marc marcel marcella mare margarita marge marguerite marine mark marlin marly
  marques marquis marquise marshall mart marten martial martin mary maryjane mas mason matilda mats matt mattes mattie
  maud maverick mavis max maxi maxim maxima maximus maxwell maya medina mees meg melba melody mels merel merl merle
  merlin meta mete michael mick miles miller millie milo mina mine ming mink minnie mir miracle mirza misty mitch moa
  modest moira mollie molly mona monte monty moos morgan morris mose moses mossie mozes murl murphy murray myrtle
  nadir nail name nancy nannie napoleon nat naval neal ned neele nellie nelly nelson nestor nettie newell newton nick
  nil nils nine noah noble noel nona norma norman nout nova novella nox nur octave oda oke ole olive oliver ollie omer
  onie opal opaline ora oral orval oscar osmund otto ova padma palladia pam pansy pantaleon paolo parfait paris parker
  pascal pat patience patrick patsy pattie patty paul pearl pedro peer peggy penny peri perry philippine phoebe pia
  pie pierce piet pilar pink pinkie pip piper pit polly porter precious prem price primo prince princess prosper
  prudence puck quarto queen queenie quin raff raik raj ralph ramona rana randy ransom raven ray reed regina rein reis
  rens rex rhea rick rickey riff riley river roan rob robin roch rocky rod roger rogers rolf roma romaine roman romano
  romeo ronnie roos rory rosalia roscoe rose rosella rosemary rover rowan royal ruby russel rusty ruth sabine sabir
  sadi sage said saim sally salvo samara sammy sancho sander sandy santo santos saul savanna savannah savin scot
  scottie sean secondo sefer sena serafin serenity serge serin server shad shade shanny shanti sharon shawn shea
  sheila shelly sherry shiv sibyl siddhi sienna sierra silvan sim sincere sister sixte sky smriti soave solon som soma
  sonny spencer stella sten sterling steven stone storm sue summer sunny swami sylvan sylvia tad taha talea talon
  tamara tamer tammy tanner tara tate taurean tea ted teddy telly terry tiara ties tiffany til till timon timothy titi
  toby tod toke tommy toney toon tope tore toy trace travis trey trinity troy turner tyler ulices ultimo ulus unique
  urban valentine valid vanda vanessa vena vera veronica vesper vesta victor victoria vienna vin viola violet virginia
  vita vital viva vive wade waldo wale walker ward warren webster wellington william willie willow willy wolf xenia
  zack zander
`;
