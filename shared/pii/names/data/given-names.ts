/**
 * Derived from the person lists of @faker-js/faker 10.6.0 (MIT licence, © Faker authors), lower case, each once,
 * and completed by hand. Given names in Latin letters of English, Indian, Nigerian, German, French, Spanish, Italian and other families.
 */
export const GIVEN_NAMES = `
  aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aaliyah aalok aaltje aamod aanand aanandaswarup
  aanandinii aanjaneya aaratrika aaron aarya aaryan aasa aasha aashritha aatmaj aatmaja aatreya aayushmaan aayushman
  abaco abagail abani abay abbey abbie abbigail abbondanza abbondanzio abbondio abby abdiel abdon abdone abdonie abdul
  abdullah abe abel abelardo abele abelin abeline abendam abenzio abhaidev abhaya abhirath abhisyanta abibo abidin
  abigaelle abigail abigale abigayle abigaïl abimbola abisola abisoye abner abondance abraham abramio abramo absalon
  abélard acace acacie acacio acanthe acar acario acaryatanaya accursio ace achaire achalesvara acharyanandana
  acharyasuta achille achintya achyut acilia acilio aciscolo acrisio acun ada adah adalard adalardo adalbald adalbaude
  adalbert adalberta adalberto adalbéron adalfredo adalgisa adalgiso adaline adalric adalrico adalsinde adam adamo
  adan adaugo addie addison addo addolorata adeboye adedayo adegoke adegrin adegrine adel adela adelaide adelajda
  adelardo adelasia adelbert adelberto adelchi adele adelfo adelgardo adelia adelin adelina adeline adell adella
  adelle adelmo adelphe adeltrude adelya adem adenet adeodato adheesh adhiraj adhrit adhémar adikavi adil adile adina
  adinath aditeya aditya adityanandan adityanandana adjutor adnân adolf adolfo adolph adolphe adolphie adolphus adone
  adonis adonise adrain adrastée adrehilde adria adriaan adrian adriana adrianna adriano adriel adrien adrienne
  adrione adripathi advaya adwitiya adán adèle adélaïde adélie adéodat affan afi afitap afra afro afton afşin agabio
  agamennone agape agapet agapito agasti agastya agata agathange agathe agathon agaton agazio agenore agesilao
  agilbert agilberte aglae aglaé agnan agnane agneflète agnes agnese agneta agneya agnieszka agnimitra agniprava
  agnivesh agnès agostina agostino agrata agrippa agrippin agrippine agrypina agustin agustina agustín agâh ahalya
  ahenk ahilya ahlem ahmad ahmed ahmet ahsen aiace aida aidan aidano aiden aileen aimable aimee aimone aimé aimée
  aisha aishani aiyana ajeet ajit akalp akande akanni akbatur akeem akroor akshainie akshaj akshat akshata
  akshayakeerti akshita aktekin aktimur akula akunna akın akıner alade aladino alain alaina alaine alamanno alan alana
  alanis alanna alano alarico alayna alaïs alba alban albane albano alberico albert alberta alberte albertha alberto
  albin albina albino alboino albrico albérade albéric alceo alceste alcibiade alcide alcidie alcime alcina alcine
  alcino alcyone alda aldegonde alden aldo aldobrando aldonce aldric alea aleandro aleardo aleaume alec aleen
  alejandra alejandrin alejandro alek aleksander aleksandra aleksy alena alene aleramo alessa alessandra alessandro
  alessia alessio aleth aletha alex alexa alexander alexandra alexandre alexandrea alexandria alexandrine alexandro
  alexane alexanne alexei alexia alexie alexine alexis alexys alexzander aleyna alf alfio alfonsa alfonso alfonzo
  alford alfred alfreda alfredo algiso ali alia alica alican alice alicia alicja alida aliette alighiero alina aline
  alisa alisha alison alissa alivia alix aliya aliyah aliza alize alizé aliénor alişan alişir allan allegra allen
  allene alliaume allie allison ally alma almerigo almila almine almire almiro aloisio alok alonzo aloyse aloïs aloïse
  alp alparslan alpay alper alperen alphan alphonse alphonsine alphonso alphée alpike alpinien alta altan altea
  altemur althea althée alton altın alva alvah alvaro alvena alvera alverta alverède alviero alvin alvina alvis alvise
  alwar alya alyce alycia alysa alysha alyson alyssa alysson alícia amabela amabile amadeo amalia amaliane amalric
  amalthée amanda amande amandin amandine amando amani amant amante amanzio amar amara amaranaath amarande amaranthe
  amaranto amaresh amari amarnath amaryllis amata amato amatore amauri amaya ambar amber ambra ambre ambrogio ambroise
  ambroisie ambrose ambrosiano ambroży amedeo amelia amelie ameline amelio amely amelya america americo amerigo
  ameyatma amico amie amiel amilcare amin amina aminat aminte amintore aminu amir amira amish amit amiya amleto ammâr
  amodini amogh amon amone amore amos amour amparo ampelio amrit amrita amritambu amy amya amédée améliane amélie
  amélien améthyste ana anaadi anabel anabelle anacleto anagh anahi anais anal anala anamika anand ananda anandamayi
  anang ananta ananya anar anasooya anastacio anastase anastasia anastasie anastazja anasuya anatol anatole anatolia
  anatolie anaël anaëlle anaïs ancelin anceline ancilla andaç anders anderson andoche andre andrea andreane andreanne
  andreas andrei andres andrew andromeda andrzej andré andrée andrés andy andéol andżelika anette angadrême ange angel
  angela angelica angelina angeline angelique angelita angelo angie angilbe angilberte angilran angoustan angus angèle
  angélina angélique anibal anicet aniceto anicette anicée aniello anika anil anila anilaabh anilabh anise anish
  anissa anita aniya aniyah anja anjali anjaneya anjushree anjushri anka ankal ann anna annabel annabell annabella
  annabelle annagrazia annalena annalise annamae annamaria annamarie annapurna anne anneke anneli annelie annemarie
  annemijn annetta annette anni annibal annibale annie annika annonciade annunziata anny anouar anouk ansaldo ansbert
  ansberte ansel anselme anselmo ansgar ansgary anshula ansley ansovino anstrudie ant antea antelmo antero anthelme
  anthelmette anthony antide antigone antimo antino antioco antoine antoinette anton antone antonella antonello
  antonetta antonette antoni antonia antonietta antonin antonina antonine antonio antwan antwon antônio anuja anunay
  anuraag anurag anusuya anwesha anya anémone anıl aoife aphélie apollina apollinaire apollinare apollinary apolline
  apollo apollonia appia april apsara apuleio aquilin aquiline aquilino ara arabella arabelle araceli aracely araldo
  aras aratone arcade arcadie arcadio arch archambaud archan archange archibald archie archimede archippo arcibaldo
  arda ardella arden ardith ardito arduino arely aresio argelia argimiro argine argo ari ariadna arialdo arian ariana
  ariane arianna ariberto aric aricie arie ariel ariele arielle arif arindam ariosto aris aristarco ariste aristeo
  aristide aristione aristo aristofane aristotele arjun arkadiusz arkady arlene arlette arlie arlo armance armand
  armande armandine armando armani armel armeline armelle armida armide armin armine arminio arnaldo arnaud arnaude
  arne arnesh arno arnold arnoldo arnould arnulfo arolde aron aronne arrigo arseniusz arsinoé arslan arsène arsènie
  art artem artemisa arthaud arthur arthurine arthème artur arturo artémis arun aruna arved arvel arvid arvilla arwen
  arya aryan aryanna arystarch arın asa ascanio ascelin asceline ascension asdrubale asel asella asha ashlee ashleigh
  ashlesh ashley ashly ashlynn ashok ashton ashtyn asia asil asimodeo asiya aslesha aslım assomption assunta assunto
  astarté asterio astianatte astrid astride astrée astérie asuela asya asım ata atakan atalay ataleo atanasia atanasio
  atanazy athalie athanase athanasie athena athina athos athénaïs atilla atmaja atmanand atmananda atreyee atreyi
  attila attilano attilio atâullah atıf aube aubertine auberto aubree aubrey aubry audace aude audebert audeline audie
  audouin audra audran audreanne audrey august augusta auguste augustina augustine augusto augustus aure aurelia
  aureliano aurelie aurelio aurelle aurian auriane auro aurora aurore aurèle aurélie aurélienne ausilia ausiliatrice
  ausilio austen austin austyn autumn auxane auxence ava avadhesh avani avantika ave aveline averardo avery avigaëlle
  avis avni avoye avşar axel axeline axelle aya ayana ayaz aydemir ayden aydın ayebatari ayhan ayinde aykal aykan
  aykut ayla ayleen aylin ayman aymard aymardine aymeric aymon aymonde ayoub ayren aysar ayse aytaç aytekin aytuğ
  ayushmati ayvaz ayşıl aza azalée azeglio azelia azeline azelio azer aziz azizhan azmi azra azubuike azzurra azélie
  açela açelya açılay ağça aşkın baala baalaaditya baalagopaal babacan babette babila baby bacco bade badr baha
  bahadır bahri bahtiyar bahula baidehi baijayanti bailee bailey bakula bala balaaditya balachandra baladitya
  balagopal balagovind balamani baldassarre balderico baldo baldomero baldovino baldwin balgopal balthazar balın
  bambina bandhu bandhul banji bankim bankimchandra bankole baptiste baran barbara barbarigo barbe barbro bardo
  bardomiano baris barkın barlas barnaba barnabé barney baron barrett barry barsaba barsimeo bart bartholome
  barthélemy bartimée bartolo bartolomea bartolomeo barton bartu barın barış bas basanti basile basileo basilia
  basilio basilisse bassiano bassilla bastiaan bastian bastiano bastien bathilde batilda battal battista batu batuhan
  batur baturalp baudouin baykal baylee bayram bazyli bağdagül beata beato beatrice beatriz beatrycze beau beaulah
  becky bedir bedirhan bediz bedran bedreddin bedri behiç behlül behram behrem behzat behçet bekir bektaş bela belemir
  belina belinda bell bella belle bellino belma beltramo beltun belçim ben benedetta benedetto benedict benedikt
  benedykt bengt beniamin beniamina beniamino benice benigna benigno benito benja benjamin benjamín benli bennet
  bennett bennie benno benny benoît bent bente benthe bentley benton benvenuta benvenuto benyamin benício bera berardo
  berat berceste berend berengario berenice berinay berit berk berkan berkay berkin bernadetta bernadette bernadine
  bernard bernardo bernd berneice bernhard bernice bernie berniece bernita beronico berran berre berry bert berta
  bertha berthe bertille bertoldo bertolfo bertram bertrand berva beryl berçin besim besra bessie beth bethany bethel
  betsy betta bette bettie betty bettye beulah beuve beverly beşer beşir bhaanumati bhaasvan bhaaswar bhadra bhadrak
  bhadraksh bhadran bhagavaan bhagirathi bhagvan bhagwanti bhagwati bhamini bhanumati bharadwaj bharat bhardwaj
  bhargava bhargavi bhasvan bhaswar bhaumik bhavani bhaves bheeshma bhilangana bhima bhisham bhishma bhoj bhoopat
  bhoopati bhooshan bhooshit bhramar bhudev bhudeva bhupati bhupen bhushan bhushit bhuvanesh bhuvaneshwar biagio
  bianca bianka bibi bibiana bibianna bibiano bice bilal bill billie billy bilva bilwa bilâl bindo bino birdie
  birgitta birino birjesh birol bishnu bjarne bjorn björn blair blaise blake blanca blanche blandine blaze boas boaz
  bob bobbi bobbie bobby bodhan bodhi bodi boet bohémond bon bonagiunta bonaldo bonaventura bonavita boniface
  bonifacio bonita bonito bonnie bora boris bortolo borys bouchard boyd brad braden bradford bradley bradly brady
  braeden brahma brahmaanand brahmabrata brahmanandam brahmdev brain brajan brajendra brajesh bram brancaleone brandi
  brando brandon brandt brandy brandyn brannon branson brant braulio braxton brayan breana breanna breanne brenda
  brendan brenden brendon brenn brenna brennan brennon breno brent bret brett bria briac brian briana brianne brice
  bridget bridgette bridie brielle brieuc brigida brigitta brigitte brijesh brionna brisa britney britt brittany brock
  broderick brody brook brooke brooklyn brooks brown bruce bruna brunehaut brunehilde brunilde bruno bruto bryan
  bryana bryant bryce brycen brygida bryon buchi buck bud buddhana buddy budhil buford bukola bulah bulut burak
  burdette burhan burley burnice buster buğra byron bâki béatrice bénigne bénédicte béranger bérangère bérard bülent
  bünyamin błażej cade caden caesar cafer cahid caino caio caitlin caitlyn calanico calcedonio cale caleb calebe
  caleigh cali calista calixte callie callisto calogera calogero calpurnia calvin camden camelia cameron camila
  camilla camille camillien camillo camren camron camryn camylle camélien canalp candace candelario candice candida
  candide candido canel caner cangül cankan cannur cansel cansın cantidio canziano capitolina capucine cara carey
  caribert caridad carina carine carissa carl carla carlee carles carleton carley carli carlie carlijn carlo carloman
  carlos carlota carlotta carlton carmel carmela carmella carmelo carmen carmine carol carola carolanne carole carolin
  carolina caroline carolyn carolyne caronte carponio carrie carroll carson carter cary cas casandra casey casilda
  casimer casimir casimira casimiro caspar casper cassandra cassandre cassiano cassidy cassie cassien cassio cassiopea
  casto cataldo cataleya catalina catena caterina catharina catharine catherine cathrine cathryn cathy cato catrin
  catullo cauã cavid cayla ceasar cecco cecelia cecil cecile cecilia cecilio cecylia cecyliusz cecília cedric cedrick
  cedrik celal celasun celeste celestine celestino celia celil celina celine celinia celso celâleddin cem cemal cemali
  cemil cenk ceren cesar cesare cesario cevahir cevat ceyda ceyhun ceyla ceylan ceylin ceylinaz cezary cezmi chaanakya
  chaaruchandra chad chadd chadrick chaim chaitan chakor chakradhar chakravartee chakravarti chakrika chanakya chance
  chanda chandak chandan chandani chandi chandini chandira chandler chandni chandra chandraayan chandrabhaga
  chandrabhan chandradev chandrakala chandraketu chandrakin chandramani chandramauli chandramohan chandran chandranath
  chandrani chandraprabha chandravati chanel chanelle chantal chapal chapala charak charity charlaine charleen
  charlemagne charlene charles charley charlie charline charlotta charlotte charuchandra charumati charuvrat charvi
  chase chasity chaten chatur chatura chaturaanan chaturbhuj chauncey chaya chayenne chaz chelsea chelsey chelsie chen
  cherechi cherubino cheryl chesley chester chet chetan chetanaanand cheyanne cheyenne chiaffredo chiamaka chiara
  chidaakaash chidaatma chidambar chidambaram chidananda childebert chilpéric chimamanda chinedu chinmayanand
  chinmayananda chinyere chiranjeev chiranjeeve chisom chitraksh chitrali chitramala chitrangada chizoba chloe chloé
  chloë chris christ christa christelle christer christiaan christian christiana christiane christiano christie
  christin christina christine christodule christoffer christop christoph christophe christopher christy chrysole
  chrysostome chrétien chukwu chyna ciara ciaran cicero cielo cierra cihad cihan cihangir cihanşah cilvenaz cindy cino
  cinzia cipriano cirano ciriaco cirilla cirillo cirino ciro citlalli civan claas claes clair claire clara clarabelle
  clare clarence clarenzio clarissa clarisse clark claud claude claudia claudie claudien claudine claudio clay clayton
  cleandro clelia clemens clement clemente clementina clementine clemenzia clemmie cleo cleofe cleonico cleopatra
  cleora cleta cletus cleve cleveland clifford clifton climaco clinio clint clinton clio clodomiro clodoveo cloe
  clorinda clotaire clotilde clovis cloyd clyde cléandre clélie clémence clément clémentine cléry coby coco cody coen
  cointa colby cole coleman colin coline colleen collien collin colmanno colmazio colomba colombano colombo colt
  colten colton columbus concepcion concepción conception concetta concetto conchita concordio conner connie connor
  conor conrad consolata constance constant constantin consuelo cooper cora coralie coraline corbin corbiniano
  cordelia cordell cordia cordie corene coreno corentin corentine corey corine corinna corinne coriolano cornelia
  cornelio cornelis cornelius cornell coronato corrado corrine cortez cortney corvin cory cosima cosimo cosma costante
  costantino costanza costanzo coty courtney coy coşkun coşkuner craig crawford cremenzio creola crescente crescenzia
  crescenzio crespignano crispino cristal cristaldo cristian cristiana cristiano cristina cristián cristobal
  cristoforo cristopher cristóbal crocefissa crocefisso cronida cruz crystal crystel cullen cumhur cunegonda cuniberto
  cupido curt curtis cuzia cydney cynthia cyprien cyra cyriaque cyrielle cyril cyrille cyrus cyryl cândar cécile
  cédric céleste célestin célestine célia célien céline césaire césar côme cübeyr cüneyt d'angelo daan daantje daciano
  dacio daevi daevika dafne dagmar dagoberto dahlia daija daisha daisy daiwik dakota daksha dakshayani dale daley
  dalida dalila dallas dallin dalmazio dalton damaris damaso damayanti dameon damian damiana damiano damien damilare
  damilola damin damion damla damocle damodara damon dan dana dandak dandapaani dandre dane dangelo danial daniel
  daniela daniele daniella danielle danika danilo danio danique daniël danjuma dannie danny dante danyka daphne
  daphnee daphney daphné darby daren daria darian dariana darien darin dario darion darius dariusz darla darleen
  darlene darnell daron darrel darrell darren darrick darrin darrion darron darryl darshan darshwana darwin daryl
  dashawn dasia datta dave davey davi david davide davin davina davino davion davon davonte davud davy dawid dawn
  dawson dax dayaamay dayaananda dayaanidhi dayamayee dayana dayna dayne dayton dağhan dean deangelo deanna deb debbie
  debora deborah debra decimo declan dedric dedrick dee deeksha deen deenabandhu deepali deepan deepankar deependra
  deepesh deeptanshu deeptendu deeptiman deeptimay deeptimayee deeptimoy deeptimoyee deevakar defne degna deion deja
  dejah dejon dejuan delaney delbert delfina delfino delia delilah delinda delizia dell delmer delores delpha delphia
  delphin delphine delta demarco demarcus demario demet demetria demetrio demetris demetrius demetriusz demi demiralp
  demirhan democrito demond demostene dena deneval denis denise deniz denizalp dennis denny deodata deodato deon
  deondre deontae deonte dereck derek derick derin deron derrick derviş derya desdemona deshaun deshawn desiderata
  desiderato desiderio desiree desmond dessie destan destany deste destin destinee destiney destini destiny dev
  devadatt devagya devajyoti devak devan devangana devani devante devasree devdan deven devesh deveshwar devi devika
  devin devon devonte devota devran devvrat devyn dewayne dewey dewi dewitt dex dexter dexx dhaanyalakshmi dhana
  dhanadeepa dhanalakshmi dhananjay dhanapati dhanesh dhanpati dhanu dhanvin dhara dharani dharitri dharmaketu dhatri
  dhruv dhyanesh dhyaneshwar diamante diamond diana diane dianna dianne dianora dicle diclehan didem didier didimo
  diede diego dieke dies dieudonné dieudonnée digambar digambara dikmen diksha dilan dilara dilaver dilay dilberay
  dildâr dilek diler diletta dillan dillon dilruba dimitri dina dinakar dinesh dinkar dino dinç dinçer diocleziano
  diodata diodoro diogene diomede dion dione dionigi dionisia dionisio dionizy dipali dipankar dipendra dipesh
  diptendu direnç dirk divaakar divakar divjot divo divya dixie djayden djenna dmitri dock doda dodato dolly dolores
  dolunay domenic domenica domenick domenico domenik domezio domingo dominic dominick dominik dominique domiziano don
  donald donata donatella donatello donato donavon donna donnell donnie donny dora dorcas doreen dorian doriane
  doriano dorine doris dorota dorotea doroteo dorothea dorothy dorothée dorris dortha dorthy douce doug douglas douwe
  dovie doyle doğan doğanay doğaner doğu drake draupadi drew dron drona druina dua duane duccio duco dudley duilio
  dulari dulce dulina duncan durante durga durgeshwari durmuş durward dustin dusty duuk duygu dwaipayan dwaipayana
  dwayne dwight dylan dylano dâver débora désiré döndü dündar dünya dürdane dürriye earl earlene earline earnest
  earnestine easter easton ebba ebe eberardo ebiere ebiowei ebony ebru ebuzer ecclesio ece ecehan ecem ecevit ecmel
  ecrin ecvet eda edd edda eddi eddie eddy ede edelberga eden edgar edgard edgardo edhem edilberto edison edith editta
  ediz edmond edmondo edmund edmée edna edoardo eduarda eduardo edvige edvin edward edwardo edwin edwina edyta edyth
  edythe eef eefje eekalabya efe effie efisio efken eflah efraim efrain efrem efren efsun eftalya ege egemen egeo
  egidio eginardo egisto egizia egle eileen einar eino ekaaksh ekadant ekaksh ekalavya ekaling ekaparnika ekaterina
  ekdant ekin ekmel ekrem ela eladio elaide elaina elaine elakshi elanur elbert elda eldon eldora eldred eldridge elea
  eleanor eleanora eleanore eleazar electa elena eleni elenor elenora eleonora eleonore elettra eleuterio elfrieda
  elgin eli elia eliah elian eliana eliane eliano elias eliasz elide eliezer elif elifio eligio elijah elimena elin
  elina eline elinor elinore elio eliodoro elisa elisabeth elisabetta elise elisea eliseo elisha elissa elita eliza
  elizabeth elize ella elle ellen elli ellie elliot elliott ellis ellsworth elly elmas elmer elmira elmo elmore elna
  elnora elodie elody elogio eloisa eloise elouise eloy eloá elpidio elroy elsa else elsie elta elton elva elvera
  elvezio elvia elvie elvino elvira elvis elwin elwira elwyn elynn elyse elyssa elza elçin elísio elżbieta emanuel
  emanuela emanuele emanuelly emced emeka emel emelia emelie emely emerald emerson emery emidio emie emil emile emilia
  emilian emiliana emiliano emilie emilio emily emin emine emir emirhan emma emmalee emmanuel emmanuelle emmelie
  emmely emmerico emmet emmett emmi emmie emmitt emmy emory empirio emrah emre emrullah ena enakshi ender enderun
  endrigo enea enecone enes engin enguerrand enid enie enimia enis enise enna ennio enno enoch enola enos enrica
  enrico enrique ensar enver enya enzo eoin ephraim era eracla eraclide eraldo eralp erardo erasmo erast eray erberk
  erberto ercan ercolano ercole ercüment erda erdal erdem erdinç erel eren erenia ergin ergün ergüner erhan eriberto
  eric erica erich erick ericka erico erik erika erin erkâm erkân erling erma erman ermanno ermelinda ermenegarda
  ermenegilda ermenegildo ermes ermete ermilo erminia erminio erna ernest ernesta ernestina ernestine ernesto ernie
  erol eros ersilia ersin ertan ertuğrul ervin erwin eryn erçin erşan esat esaù esen eser esha eshana eshita esin esma
  esmee esmeralda esmeray esmée esperanza esra esse essie esta esteban estefania estel estela estell estella estelle
  ester estera esterina estevan esther estrella esuperio eterie etha ethan ethel ethelyn ethem ethyl etienne ettie
  ettore eubert euclide eudes eudokia eudoksja eudora eudoxe eudoxie eufebio eufemia eufemio eufrasia eufronio eugene
  eugenia eugenio eugeniusz eugène eugénie eula eulah eulalia eulalie euna eunice euphrasie euridice eusebia eusebio
  euseo eustache eustorgio eustosio eustracjusz eusèbe eusébie eutalia eutalio eva evaldo evalyn evan evandro
  evangelina evangeline evans evaristo evasio eve evelien evelin evelina eveline evelyn everardo everett everette
  evert evi evidio evie evodio evran evremondo evren evy evşen ewa ewald ewelina ewell eylül eymen eyüp eyşan
  ezechiele ezekiel ezequiel ezio ezra ezrak eşref faas fabian fabiana fabiano fabien fabienne fabio fabiola fabiënne
  fabrice fabrizio fabrícia fabrício fadime fadıl fae fahrettin fahri fahriye fahrünissa faik faith falba falk famiano
  famke fannie fanny fantin fantine farah fardau faris faruk fasih fatih fatima fatin fatma fatoş fausta faustine
  faustino fausto favian fay faya faye fayen fayenne faysal fazilet fazio fazlı fazullah fazıl febe feda fedai fedde
  fedele federica federico fedora fedro fehime fehmi felice felicia feliciano felicita felicitas felicity feliks
  felina feline felipa felipe felix felton felícia fem femke femm fender fenja fenna fenne ferah feramuz feramuş feray
  ferdi ferdinand ferdinando ferdynanda ferhan ferhat feride feridun feriha ferit ferman fermiano fermin fermo fern
  fernanda fernando ferne ferre ferruccio ferruh festo fevzi feyyaz feyza feyzullah fiacre fiammetta fidan fidel
  fidenziano fidenzio fidèle fieke fien fiene fiep fiete figen fikret fikri fikriye filemon filiberto filip filipa
  filippa filippo filiz filomena filomeno filou fine finia finja finlay finley finn finnja finnley fiona fiordaliso
  fiore fiorella fiorenza fiorenziano fiorenzo firdevs firmin flaminia flavia flaviana flaviano flavie flavien flavio
  fleano fleta fletcher fleur flip flo flodoard floor floortje flora flore florence florencia florencio florencja
  florent florentine florestan florian floriana floriano florida floridia florie florina florine floris flossie floy
  floyd flynn foca folco ford forest forrest fortunata fortunato fortuné fortunée fos fosca fosco foss foster foulques
  franca france frances francesca francesco francette francia francine francis francisca francisco francisque
  franciszek franciszka franco frank franka frankie franklin franz franziska françois françoise fred freda freddie
  freddy frederic frederick frederico frederik frederike frederique fredrick fredrik fredy freeda freek freeman freida
  freja frenkie freya frida frido frieda friederike friedrich fritz frontiniano fryderyk frédéric frédérique fuat
  fulbert fulberto fulcran fuldem fulden fulgence fulgenzio fulvia fulvio fulya funda funmilade funmilayo furio furkan
  furkân furman furseo fuscolo fuzuli fynn fábio fâlih félicie félicité féline félix füreyya füruzan füsun gabe gabin
  gabino gabriel gabriela gabriele gabriella gabrielle gabriël gael gaetano gaffar gage gaglioffo gaia gail gaio
  gajaadhar gajabahu gajadhar gajbaahu galatea galdino galeazzo galfryd galileo gallicano gamze ganak ganaka ganapati
  gandharv gandharva gandolfo ganesh gangesh garance gardner garett garfield garimberto garland garnet garnett garnier
  garret garrett garrick garrison garry garth garud garuda gary gaspar gaspard gaspare gaston gastone gati gatien
  gatik gaud gaudenzia gaudenzio gaudino gauraang gaurang gauranga gautam gautama gautami gautier gautiero gavin
  gavino gayatri gaye gayle gazanfer gazi gaël gaëlle gbeminiyi gbemisola gedeon gedeone geeta geetanjali gelsomina
  geltrude gemine gemini geminiano gemma gencer gene general generosa generoso genesia genesio genesis geneva
  genevieve geneviève gennaro genoveffa genoveva gentile genziano geo geoffrey geoffroy georg george georges georgette
  georgia georgiana georgianna geovanni geovanny geovany gerald geraldine gerard gerardo gerasimo gerazym gerberge
  gerbert gerda geremia gerhard gerino germain germaine german germana germano germán gerolamo geronimo geronzio
  gerrit gerry gerson gertruda gertrude gervais gervasio gesualdo gevheri ghanaanand ghanashyam ghanshyam gherardo
  ghislain ghita gia giacinta giacinto giacobbe giacomo giada giadero giambattista gian gianbattista giancarlo
  giandomenico gianfranco gianluca gianluigi gianmarco gianmaria gianmario gianni gianpaolo gianpiero gianpietro
  gianuario giasone gideon giel gigi gigliola gijs gilbert gilberto gilda gildo giles giliola gilles gillian gillo
  gina gineto ginevra ginewra ginger gino gioacchina gioacchino giobbe gioberto gioconda giocondo gioele gioia giona
  gionata giordano giorgia giorgio giosuele giosuè giotto giovani giovanna giovanni giovanny giove gioventino
  giovenzio girardo girart giray giri girija girik girika girindra giriraaj giriraj girish girja girolamo gisella
  gislebert gisselle gisèle gita gitanjali giuda giuditta giulia giuliana giuliano giulio giulitta giuseppa giuseppe
  giuseppina giusta giustiniano giusto gizem gladyce gladys glauco glen glenda glenn glenna glennie gloria gobinda
  godeberta godfrey godiva goffredo golda golden golia gomberto gonca gondebaud gondulfo gonerio gonsalwy gonthier
  gontran gonzaga gonzague gonzalo gopaal gopal gopee gopi gorakhanatha gorakhnath gordiano gordon gosto goswamee
  goswami gottardo gotum gouranga goutam govinda grace gracie graciela graciliano gracja grady graham grant granville
  grato grayce grayson grazia graziana graziano graziella green greg gregg gregor gregoria gregorio gregory greta
  gretchen greyson griffin grimaldo griselda grover grzegorz grégoire guadalupe gualberto gualtiero gudakesa gudakesha
  gudrun guelfo guenda guendalina guenièvre guerrino guglielmo gui guiberto guido guilhemine guilherme guillaume
  guillemette guillermina guillermo guiscardo guiseppe gumesindo gun gundelinda gunilla gunnar gunnel gunner gurdev
  guru gus gussie gust gustav gustave gustavine gustavo guus guusje guy guyot guérin gwen gwenaëlle gwendolyn gwido
  gédéon gérard géraud gökalp gökmen göknur gökçe gökşin gönenç göngör gönül göran görkem gözde gúbio güher gül
  gülbahar gülben güldem gülden güldeste gülen gülgün gülhan gülnaz gülpembe gülriz gülsen gültekin gülçin gülşen
  güneş güngör güniz günnur günsel günseli günther gürbüz gürcan gürdal gürhan gürkan gürol gürsel güvenalp gıyas
  habbab habib habiba habil hacib hadley hafi hafid hafsa hafız hagen hailee hailey hailie hakan hakem haki hakkı hal
  haldun hale haleigh haley halie halil halim halit halle hallie haluk hamdi hamdullah hami hamit hammâd hamsini hamza
  hana handan hande hanefi hani hank hanna hannah hanne hannes hanno hans harald hardouin hardy hari harinakshi
  harinarayan harit harita harley harmon harmony harold harriet harrison harry harun haruto harvey hasan haseki hasibi
  hasin haskell hassan hassie hatip hattie hattâb hauke haven hayal hayali hayat hayati haydar hayden haylee hayley
  haylie hazan hazar hazel hazle hazım haşim haşmet heath heather heaven heber hector heema heidi hein heinz heitor
  helen helena helene helga helin hellen helmer heloise heloísa henderson hendrik hendrika hennes henning henri
  henrick henrietta henriette henrik henrike henrique henry henryk henryka herbert herluin herman hermann hermenegildo
  hermina hermine herminia herminio hernán hershel herta hertha hervé hester hettie hicabi hidaya hidde hieronim
  hikmet hilaire hilal hilario hilarion hilary hilbert hilda hildebert hildegard hillard hillary hilma hilmi hilton
  himadri himani himmet hincmar hipolit hipolito hippolyte hira hiram hiranmay hiranmaya hiranya hiroshi hişam hobart
  holden hollie hollis holly homer homero honorine honoré hope horace horacio horacy hortense hosea houston howard
  howell hoyt hubert hud hudson hugh hugo hugues huguette hulda hulki hulusi humberto hunter hurşit hussein huub
  huzeyfe hyman hâdi hâlis hâtem håkan hédelin hélier hélio héloïse hélène hüccet hüdayi hüdâvendigâr hülya hüma
  hümayun hümeyra hüner hürkan hüsameddin hüsamettin hüseyin hüsnü hüsrev hıfzı hızır iacopo iacopone iago ian ianira
  ibrahim icaro icie icilio ida idea idell idella ido idris ifeanyichukwu ifeoma ifunanya iginia iginio igino ignacio
  ignacy ignatius ignazio igor ike ikenna ikhidie ila ilaria ilario ilay ilayda ilda ildebrando ildefonso ildegarda
  ildegonda ileana ilene ilenia ilia iliana ilias ilja illidio illuminato ilona ilse ilva ilyas ima imani imelda imke
  immacolata immacolato immanuel imogene imran ina inara inaya incoronata inder indira indra indro indy ines inez inga
  inger ingrid inka innocent innocente innocenty innocenza innocenzo inès inés iolanda iole iona ione ionne iorio
  ippocrate ippolito ira irem irena irene ireneo ireneusz ireti iride irina iris irma irmina irvin irving irwin irène
  isa isaac isabeau isabel isabela isabell isabella isabelle isabelly isac isacco isadora isadore isai isaia isaiah
  isaias isak ischirione ise iseult iside isidora isidore isidoro isidro isioma isis ismael ismaele ismail ismérie
  isobel isom isotta isra israel issac italia italo itri itzel itır iva ivah ivan ivano ivanoe ivar iven ivetta ivo
  ivone ivonne ivory ivy iván izaak izabela izabella izaiah izajasz ize izolda izydor izzy işık işıl işılay işın
  işıner jabari jace jacey jacinthe jacinto jack jackeline jackie jacklyn jackson jacky jaclyn jacob jacoba jacobo
  jacobus jacqueline jacquelyn jacques jacynthe jada jade jaden jadesola jadon jadwiga jadyn jaeden jaelynn jagadish
  jagadisha jagathi jagdeep jagdish jagmeet jahnu jai jaida jaiden jailey jailyn jaime jaimini jairo jaivey jakayla
  jake jakob jakub jakubina jale jaleel jalen jalon jalou jalyn jamaal jamal jamar jamarcus jamel james jameson jamey
  jamie jamil jamila jamir jamison jammie jan jana janae janaína jane janek janelle janessa janet janice janick janie
  janin janina janine janis janiya janna janne jannek jannes jannie jannik jannis jano janosch janusz jany japhet
  jaquan jaquelin jaqueline jara jared jaren jari jarne jarno jarod jaron jarred jarrell jarret jarrett jarrod jarvis
  jasen jasmijn jasmin jasmina jasmine jason jasper jaunita javas javi javier javon javonte jax jaxon jaxx jay jaya
  jayce jaycee jayda jayde jayden jaydon jaylan jaylano jaylen jaylin jaylinn jaylon jayme jayne jayson jayvano jazlyn
  jazmin jazmyn jazmyne jazz jazzlyn jazzlynn jean jeanette jeanie jeanne jeannel jeannette jeannie jeannot jed
  jedediah jedidiah jeff jefferey jeffery jeffrey jeffry jefta jehanne jella jelle jelmer jelte jena jenifer jenna
  jennie jennifer jennings jenny jennyfer jens jensen jente jeppe jerad jerald jeramie jeramy jerel jeremi jeremiah
  jeremias jeremiasz jeremie jeremy jermain jermaine jermey jerod jerome jeromy jerrell jerrod jerrold jerry jerzy
  jerónimo jesper jess jesse jessica jessie jessika jesslyn jesslynn jessy jessyca jesus jesús jet jett jette jettie
  jevon jewel jewell jian jidde jil jill jillian jim jimi jimmie jimmy jinte jinthe jitender jitendra joachim joah
  joakim joan joana joanie joann joanna joanne joannie joanny joany joao joaquim joaquin joaquín joas job jocelyn
  jocelyne jodi jodie jody joe joel joelina joeline joelle joep joes joesph joey johan johann johanna johannes
  johathan john johnathan johnathon johnnie johnny johnpaul johnson jolayemi joleen jolie jolien jolijn jolin jolina
  joline jon jona jonah jonas jonatan jonathan jonathon jonna jonte joost jop jordan jordane jordi jordon jordy jordyn
  jorge joris jorn jorrit jort joscha joschua jose josef josefa josefien josefin josefina josefine josep joseph
  josephin josephine josh joshua joshuah josiah josiane josianne josie josse josselin josua josue josy josé joséphine
  jourdain jovan jovani jovanny jovany joy joya joyce jozue joão joël joëlle juan juana juanita juda judah judd jude
  judge judicaël judith judson judy judyta jula julan jule jules julia julian juliana juliane julianne julide julie
  julien julienne juliet juliette julika julina julio julita julius juliusz juliëtte juna junayd june junior junius
  juno jur juri jurre juste justen justice justin justina justine juston justus justyn justyna juul juvenal juwan
  jyoti jyotis jyotsana jérémie jérôme józef józefina jörgen júlia júlio jürgen kaan kabil kacey kaci kacie kacper
  kade kadem kaden kader kadin kadir kadrican kadriye kadı kaela kaelyn kai kaia kailash kailee kailey kailyn kaitlin
  kaitlyn kaj kaja kale kaleb kaleigh kalender kaley kali kalinda kalistrat kalle kallie kalpana kalyani kama kamala
  kamalesh kamber kamelya kameron kamila kamile kamille kamla kamlesh kamran kamren kamron kamryn kamuran kanak kanaka
  kanchan kane kanishka kannan kannen kanti kara karahan karam karan kareem karelle karen kari kariane karianne karim
  karin karina karine karl karla karlee karley karli karlie karlijn karlo karlotta karol karolann karolina karoline
  karson karthik kartik karunanidhi kasandra kasey kashyap kashyapi kasper kassandra kasım katarina katarzyna kate
  katelin katelyn katelynn katharina katherine katheryn kathleen kathlyn kathrin kathryn kathryne kathy katie katja
  katlyn katlynn kato katrin katrina katrine kattie kavon kay kaya kayaalp kaycee kayden kayla kaylah kaylee kayleigh
  kayley kayli kaylie kaylin kayode kayra kazimierz kağan keagan keano keanu keara keaton keegan keeley keely keenan
  keerti kees keet keira keith keleş kellen kelley kelli kellie kelly kelsi kelsie kelton kelvin kemalettin kemi kemâl
  ken kenan kendall kendra kendrick kenji kenna kennedi kennedy kenneth kennith kenny keno kensi kent kenton kenya
  kenyatta kenyon kenza kenzo keon keramet kerami kerem keremşah kerim kerry kerstin keshaun keshawn keven kevin kevon
  kevser keyon keyshawn keşşaf khadija khalid khalil kian kiana kianna kiara kiarra kick kiel kiera kieran kiki kiley
  kilian kim kimberley kimberly kimi kin king kip kira kiran kiraz kirill kirk kirsten kirstin kirti kitty kjeld kjell
  klaas klara klarencjusz klaudia klaudiusz klemens klementyna kleopatra kléber kobe koby kody koen kolby kole konrad
  konstancja konstantin konstanty konstantyn koralia koray korbin korbinian korey korinna korkut kornel korneli
  kornelia korneliusz kory kraig krijn kris krishna krishnadas krishnadasa krista kristen kristi kristian kristie
  kristin kristina kristine kristofer kristoffer kristopher kristy krystal krystel krystian krystina krystyna
  krzysztof ksawera ksawery ksenia ksenofont kubat kubilay kubra kubura kuddusi kumar kumari kumru kumuda kurt kurtis
  kutbettin kwintyn kyan kyano kyara kyla kyle kylee kyleigh kyler kylie kyra kâmil kâzım köksal kürşad kısmet kıymet
  laal lacey lacy ladarius ladislao ladislau lafayette lai laila laisha lakshman lakshmi lakshmidhar lakshminath lal
  lale lalita lamar lambert lamberto lamia lamih lamont lana lance lancilotto landen landolfo landry lane laney
  lanfranco lapo lara larissa laron larry lars larue larysa lasse latif latife latoya laura laurane laure laureen
  laurel laureline lauren laurence laurencja laurencjusz laurens laurent laurentino laurenty laurentyna laurenz
  lauretta lauriane laurianne lauriano laurie laurin laurine laury lauryn laurène lautone lavada lavanya lavern
  laverna laverne lavina lavinia lavinio lavon lavonne lavínia lawrence lawson laxman laxmi layla layne lazare lazaro
  lazzaro lea leah lean leana leander leandra leandro leann leanna leanne leatha leda lee leela leendert leif leigh
  leila leilani lela lelah leland lelia leman lemide lempi lemuel len lena lene leni lenia lenja lenn lenna lennard
  lennart lenne lennert lennie lennon lennox lenny lenora lenore lenya leo leola leon leona leonard leonardo leone
  leonel leonhard leoni leonia leonid leonida leonidas leonie leonilda leonio leonor leonora leontina leonzio leopardo
  leopold leopoldo leora lera leroy lerzan lesley leslie lesly lessie lester leta letha leticia letitia letizia
  letterio leu leufroy lev levent levi levin levke levy lew lewin lewis lex lexi lexie lexus leyla li lia liah liam
  lian liana lias libbie libby liberata liberato liberatore liberio libero liberto liboria liborio libère licia lida
  lidania lidia lidio lieke lien liene lieto lieuwe lieve lila lili lilia lilian liliana liliane lilianna lilith lilla
  lilli lillian lilliana lillie lilly lilou lily lilyan lina lincoln linda linde lindsay lindsey line linn linne
  linnea linnie linnéa lino linus linwood lio lion lionel lisa lisandro lisann lisanne lisbeth lise liselotte lisette
  litzy liv liva livia liviana livino livio liya liyam liyana liz liza lize lizeth lizz lizzie lizzy liétald llewellyn
  lloyd loa lodovica lodovico loek loes loet logan lois lola lolade lolita loma lon london longin lonie lonnie lonny
  lonzo lora loraine loredana loreen lorella loren lorena lorene loreno lorenz lorenza lorenzo loretta lori loriana
  lorine loris lorna lorrain lorraine lot lothaire lott lotta lotte lottie lou loua louay louie louis louisa louise
  loup lourdes louvenia lova lovisa lowell loy loyal loyce loïc loïs luan luana luc luca lucas lucca luce lucia lucian
  luciana luciano lucie lucien lucienne lucile lucilla lucille lucinda lucio lucious lucius lucja lucjan lucrezia lucy
  lucía ludano ludie ludivine ludolphe ludovic ludovica ludovico ludvig ludwig ludwik ludwika lue luella luigi luigia
  luis luisa luise luiz luiza luk luka lukas luke lula lulu luminosa luna lune lupe lura lurline luther lutz luuk luus
  lux luz luzie lya lyam lyda lydia lydie lyla lyle lyn lynda lynette lynn lynne lyric lysanne léa léandre léna léon
  léonard léonie léonne léopold léopoldine lívia lütfi lütfullah maad maaike maan maarten maartje maas mabel mabelle
  mable mac macaire macaria macario maccabeo mace macey maci macie mack mackenzie macy madaline madalyn maddalena
  maddison maddox madeleine madelief madeline madelyn madelynn madge madhuri madie madilyn madisen madison madisyn
  madita madleen madlen madonna mads madyson mae maegan maes maeve mafalda maffeo magali magda magdalen magdalena
  maggie maggiorino magno magnolia magnus maguelone mahaut mahendra maher mahesh maheswar mahir mahmut mahzun maia
  maica maida maik maike mailin maiorico maira maitê maiya maja major makary makayla makenna makenzie makinwa maksim
  maksud maksym maksymilian malachi malati malco malcolm malena malia malik malika malin malina malinda mallaury
  mallie mallory malo malou malte malti malvina malwina mamante mamert mamie manassé mancio mandaakin mandakini mandy
  manetto manfredo mangala mangalya mani manik manikya manilio manisha manjusha manley manlio manoah manoj manon
  mansueto mansur manu manuel manuela manuele mara marah marana marc marceau marcel marcela marceli marcelin marcelina
  marceline marcelino marcella marcelle marcello marcellus marcelo marcia marciano marcin marco marcos marcus mare
  mareike marek maren mareta margaret margareta margarete margarett margaretta margarette margarida margarita marge
  margherita margie margot margret marguerite maria mariah mariam marian mariana mariane marianna marianne mariano
  maribel marica maricarmen marie marieke mariela mariella marielle marietta marijn marika marilena marilie marilou
  marilyn marilyne marilú marina marine marinella marinetta marino marinus mario marion marisa marisol marissa marit
  marita maritza marius marjolaine marjorie marjory mark marko markus marla marlee marleen marlen marlena marlene
  marley marli marlie marlin marlo marlon marly marlène marolo marques marquis marquise marrit marsha marshall mart
  marta marten martha marthe martial martin martina martine martino marty martyna martín marut maruta marvin marwa
  marwin mary maryam maryann maryjane maryna maryse marzia marzio maría mas mason massima massimiliano massimo mateo
  mateusz matheus mathew mathias mathijs mathilda mathilde mathis mathurin matilda matilde matis matroniano mats matt
  matteo mattes matthew matthias matthieu matthijs matthis matti mattia mattias mattie mattis matylda matz maud maude
  maudie maugis maura maureen maurice mauricette mauricio maurilio maurine maurits maurizio mauro maurycy maverick
  mavis max maxellende maxence maxi maxie maxim maxima maxime maximilian maximilien maximillia maximillian maximo
  maximus maxine maxwell maya maybell maybelle maye mayeul maymie maynard mayoor mayra maysa mayson mayte mazhar mazie
  małgorzata mckayla mckenna mckenzie meagan meaghan meda medardo medina medine medoro meena meenakshi mees meg megan
  megane meggie meghan meghnad meghnath mehmet mehtap mei meik meike meire mekhi melania melanie melanio melany melba
  melchiade melchior melchiorre melda melek melezio melih melike melikşah melina melinda melis melisa melissa melitina
  melle mellie melodi melody mels meltem melvin melvina melyna melyssa memduh menaka menardo mence menelao meneo menka
  menno mennone menodora meral mercede mercedes mercurio meredith merel merih merijn meriç merl merle merlin merritt
  mert mertie merve mervin meryem messalina mestan mesut meta mete metello metin metrofane mette mevlüt mex meyra mia
  micaela micah micha michael michaela michale michalina michaël michał micheal michel michela michelangelo michele
  michelle michèle mick midas mieke miguel mihriban mik mika mikael mikaela mikail mikayla mike mikel mikhail mikki
  mikołaj mila milan milana milano mildred milena miles miley milford milla miller millie milly milo milou milton
  mimma mina minakshi mindy mine minerva minervina minervino ming mink minnie mio mir mira mirac miracle miran miranda
  miray miraç mirco mireille mirella mireya miriam mirja mirkelam mirko mirocleto miron mirre mirta mirte mirthe mirza
  misael misaele misbah missouri misty mitch mitchel mitchell mithat mittie moa modest modesta modesto mohamed
  mohammad mohammed mohan mohana mohinder mohini moira moises mojżesz mollie molly mona monaldo monica monika monique
  monitore monroe monserrat monserrate montana monte monty moos morena moreno morgan morgana morgane moriah moritz
  morris morten mortimer morton mose moses moshe mossie mosè moussa mozell mozelle mozes moïse moïsette muammer
  muaviye muaz muhammad muhammed muharrem muhsin muhtar muhterem muhteşem muhyiddin mukadder mukaddes mukesh muktedi
  muktedir muktefi mukul murat muriel murilo murl murphy murray musa muslih mustafa mutahhar mutasım muteber mutemed
  muttalib muyiwa muzaffer muziano mya myah myla mylan mylene myles mylo mylène myra myriam myrl myrna myron myrthe
  myrtice myrtie myrtis myrtle márcia médéric mégane mélanie mélisande mélissa mélissandre mélodie mércia mérovée
  mónica müesser müfid müge müjdat müjde müjgan mükerrem mümtaz münevver münir müren müzdad müşir mısra nabi naci nadi
  nadia nadine nadir nadja nadzieja nadège naemi nafiz nagabhushanam nahid nahil nail naim nakia nalan nalini namazio
  name namık nancy nanda nannie naomi naomie naoufal naoufel napoleon napoleone narayan narciso narcisse narendra
  narinder narseo narsete nash nasir nasrullah nat natale natalia natalie natalina natan natanael nataniel natasha
  nath nathalie nathan nathanael nathanaël nathanial nathaniel nathen natália naud naudet naval naveen navin nawal
  nayeli naz nazan nazario nazariusz nazary nazif nazlı nazmi nazzareno nazzaro nazım neal necat necati necdet necib
  necla necmettin ned nedim nedra neele neeltje neha nehir neil neiva nejat nela nelda nele nella nelle nelli nellie
  nelly nels nelson nena neo neoma neopolo neoterio nerea nereo nergis neri nesim neslişah nesrin nestor nestore
  nettie neva nevin nevio nevra nevzat newell newton neşet nia niamh nicarete nicea niceforo niceto nicezio nicholas
  nicholaus nichole nick nicklaus nickolas nicla niclas nico nicodemo nicola nicolai nicolas nicole nicoletta
  nicolette nicolás nicolò nicéphore nida niek niels niene nienke nigar nigel nihal nihan nihat nika nike nikita nikki
  nikkie nikko niklas niko nikodem nikola nikolai nikolas nil nila nilde nilgün nils nimit nina nine ninfa niniano
  nino ninthe niranjan nirbhay niro nisa nisan nives niyazi nizamettin nnamdi noa noah noam noami noan noble noe noel
  noelia noemi noemie noemy nola nolan nomi nona noor noortje nora norah norbert norberto nore norene norina norma
  norman normand norris norval norwood nostriano noud nour nouri nout nova novan novella novi nowi nox noè noé noémie
  noë noël noëlla noëlle nuccia numan nunziata nunzio nur nural nuran nurettin nurgül nursel nurseli nurullah nusret
  nya nyah nyasia nynke néhémie núbia nükhet obie obioma oceane ocie octave octavia octavio océane oda oddone odell
  oderico odessa odetta odette odidone odie odile odilia odilon odin odon odorico ofelia ofélia oger ojaswini okan oke
  okey oktay okşan ola olaf olaide olcay ole oleg olen oleta olga olimpia olimpio olin olinda olindo olive oliver
  olivia olivier oliviera oliviero oliwia oliwier olle ollie olof olufunmi olumide oluwunmi olympe oma omana omar
  omari omawunmi ombline ombretta omer omero omolara ona ondina onesta onesto onie onofrio onome onorata onorina
  onorino onorio onoriode onufry onur oormila opal opalina opaline ophelia ophélie ora oral oran orazio orchidea oren
  orenzio oreste orestes orfeo orhan oriana oriande oriane orie orietta orin orio orion orland orlando orlane orlo
  ornella oronzo orpha orrin orsino orso orsola orsolina ortensia ortensio orval orville osanna osbaldo osborne oscar
  oskar osman osmondo osmund osvaldo oswald oswaldo otello otha otho otilia otis ottaviano ottavio ottilia ottilie
  ottis otto ottone oumayra oury ova ovidio owen oya ozan ozanne ozella oğuz oğuzhan pablo paciano pacifico pacomio
  pacôme padma paige pakize palatino palladia palladio palma palmazio palmira palémon pam pamela pammachio pancario
  pancrazio panfilo pankracy pansy pantaleo pantaleon pantaleone paola paolo param paramartha pardo parfait paride
  paris parker parla parmenio parvati pascal pascale pasquale pat paterne paterniano patience patrice patricia
  patricio patrick patrik patrizia patrizio patroclo patrycja patrycjusz patrycy patryk patsy patti pattie patty paul
  paula paule paulette paulina pauline paulo pauside pavel paweł paxton payidar payton pearl pearlie pearline pedro
  peer peggie peggy pelagia peleo pelin pelinsu pelle pellegrino pembe penelopa penelope penny pepe pepijn perceval
  percival percy peri pericle perihan perla pernilla perran perrine perry perseo pertev perver pervin pete petek peter
  petr petra petronilla petronio peyami peyton phil phileine philibert philine philip philipp philippe philippine
  phillip philomène philothée philou philémon phoebe phyllis pia pie pien piera pierangelo pierce piergiorgio
  pierluigi piermarco piero pierre pierrick piersilvio piet pieter pietro pilar pim pink pinkie pio piotr pip piper
  pippa pippo piraye pit pius placida placido platon platone pleun plinio plutarco pola polidoro polifemo polikarp
  polissena pollione polly pompeo pomponio pontus ponziano ponzio poornima porfirio porfiriusz porfiry porter porzia
  porziano postumio pramila pran pranay prasad prasanna prassede prathamesh prayag precious preity prem prema presley
  preston priamo price primerose primo prince princess prisca priscilla priscille prisco privato priya priyala
  procopio prokles prokop prokul proserpina prosper prospera prospero protasio proteo providenci prudence prudenzia
  prudenzio publio puck puk pulchérie puneet pupolo purnima purushottam pushti pusicio pécine pélagie pénélope pépin
  pétronille pío pınar quartilla quarto quasimodo queen queenie quentin quentine querano quieta quin quincy quinn
  quinten quintia quintiliano quintilio quintino quinton quinty quinziano quinzio quirin quirino quiteria quiéta rabia
  rachael rachel rachela rachele rachelle rachid raci radha radolfo rae raegan raf rafael rafaela rafaël rafał rafet
  raff raffaele raffaella rageshwari rageswari raheem rahel rahim rahime rahmi rahsaan rahul rahşan raide raif raik
  raimondo raina rainaldo rainelda raj rajan rajendra rajinder rajiv rajmund rajnold rakesh rakıp raleigh ralph ramaa
  ramazan ramesh rameshwar ramiro ramiz ramon ramona ramón rana randal randall randi randolf randolph randy rania
  raniero ranjeet ranjit ranolfo ransom raoul raphael raphaelle raphaël raphaëlle raquel rashad rashawn rasheed
  rasheedah rasim rasmus rati rauf raul raven ravi ray rayan rayen raymond raymonde raymundo raúl raşit reagan reanna
  reba rebeca rebecca rebeka rebekah rebekka recai recep reece reed reese refah refet refik regan reggie regina
  reginald reginaldo regolo reha reid reilly rein reina reine reinhold reis remigio remilekun remington remo remondo
  remzi renata renato renaud rene renee rengin rens renske renzo rené renée respicio ressie resûl resül reta retha
  retta reuben reva revi rex rey reybaud reyes reyhan reymundo reyna reynold reza rezzan reşat rhea rhett rhianna
  rhiannon rhoda rhonda riana ricardo ricario riccarda riccardo richard richelmo richie richmond rick rickard rickey
  rickie ricky rico rieke rifat riff rigoberto rike riley rina rinaldo rino rita ritesh riv river roan rob robaldo
  robb robbie robert roberta roberto robin robyn rocco roch rochelle rocio rocky rocío rod roderick roderyk rodger
  rodiano rodney rodolfo rodolphe rodrick rodrigo rodrigue roel rogelio roger rogers rohan rohana rohit roksana roland
  rolande rolando rolf rolfo rollin roma romain romaine roman romana romane romano romee romeo romero romilda romina
  romoaldo romola romolo romuald romualdo romy roméo ron ronald ronaldo ronan ronja ronnie ronny roos roosevelt rory
  rosa rosalee rosalia rosalie rosalind rosalinda rosalyn rosamond rosamunda rosanna rosario roscoe rose roselin
  roseline rosella roselyn rosemarie rosemary rosendo roser rosetta rosie rosina rosita roslyn rosmunda ross rossana
  rossella rossie rotimi rover rowan rowena rowland roxane roxanne roxy roy royal royce rozalia rozella ruben rubiano
  rubie ruby rubye rubén rudolf rudolph rudra rudy rufina rufino rufo rufus ruggero ruhsar rukhmani rukmin rupert
  ruperto rupinder russ russel russell rusty ruta ruth ruthe ruthie rutilo ryan ryann ryder rylan rylee ryleigh ryley
  ryszard régine régis réjean réjeanne rémi róża rükneddin rüya rüçhan rüştü rıdvan rıfat rıfkı rıza saar saba sabato
  sabazio sabele sabina sabine sabino sabir sabri sabrina sabryna sachin sacid sadberk sadettin sadi sadie sadri
  sadullah sadye sadık safa safae saffet saffiro saffo safiya safouan safouane sage sahra said saige saim sakura
  saladino salih salim sallie sally salma salome salomon salomone salomè salomé salomë salustio salvador salvatore
  salvo salwator sam samanta samantha samara samed sameer sami samia samih samim samir samira sammie sammy samona
  samson samuel samuele samuël sancho sander sandra sandrine sandro sandy sanem sanford sanja sanjay sanka sanna sanne
  sansone sante santiago santina santino santo santos sanya saphira sapiente sara sarada sarah sarai sarala saraswati
  sarbello sare sarina sarisha sarla saroja sarvin sascha sasha saskia satish saturniano saturnino satyen saul sauveur
  savanah savanna savannah savaş saverio savi savin savina savinien savino savion scarlett scholastique schuyler
  scolastica scot scott scottie scotty seamus sean seb sebas sebastiaan sebastian sebastiana sebastiano seconda
  secondiano secondina secondo seda sedat sedef seden sedrick sef sefer seff sefora seher sekinat selahattin selami
  selda selen selena selene selim selin selina selma selmer selvaggia selvi selçuk sem sema semih semiramide semplicio
  sempronio semra sena senay senesio senn senne senofonte sep sepp seppe serafin serafina serafino serap serapione
  serbülent seren serena serenity serge sergei sergen sergi sergio sergiusz serhat serin sermet serpil sertap sertaç
  server servidio serviliano sesto seth settar settimio settimo sev seval sevda severa severiano severino severo sevgi
  sevil sevim sevinç sevtap seweryn seyfettin seyfi seyfullah seyyit seçil seçkin shad shade shaina shakira shakti
  shakuntala shalewa shana shane shanel shanelle shania shanie shaniya shankar shanna shannon shanny shanon shantanu
  shanti shany sharda shari sharmila sharon shashi shashikala shaun shawn shawna shaylee shayna shayne shea sheela
  sheila sheldon shelia shelley shelly shemar sher sheri sheridan sherman sherri sherry sherwood sheryl shirley shiv
  shivakari shobhana shresth shresthi shreya shreyashi shridevi shrishti shubha shubhaprada shwet shyann shyanne sibel
  sibilla sibyl sibylle sico sicuro sid siddarth siddhi siddhran sidney sidoine sidonia sidonio siebe siem sienna siep
  sierra sigebert sigfrido sigismond sigismondo sigmund sigrid sigurd sil silas silja silke silvan silvana silvano
  silverio silvestro silvia silvio silvère sim simeon simeone simge simisola simon simona simone simonetta sina sinan
  sincere sinem sinesio sinfronio sinja siobhan sireno siria siriano siricio sirineu sirio siro sister sisto sitara
  siv sixte sixtine siënna sjoerd sjors sky skye skyla skylar sloka smeralda smilla smita smriti sname soave soccorso
  socrate sofia sofie sofronia sofía solange soledad soline solocone solon som soma somnath somu songül sonia sonja
  sonny sonya soof sophia sophie soraya sostene sosteneo sostrato spano spartaco spencer speranza speranzio spirydion
  stacey stacy stan stanford stanislao stanislas stanisław stanley stanton stef stefan stefania stefanie stefano
  steffen stella sten stephan stephania stephanie stephany stephen stephon sterling sterre steve steven stevie stewart
  stig stijn stiliano stina stiriaco stone storm stuart stéphane stéphanie suat subhash subhashini subhasini subhi
  subodh sucheta sude sudeva sudi sue sujata sukanya suma suman sumayyah sumitra summer sunay sunita sunny surano
  suresh sururi surya suryakant suryakanta suryakantam susan susana susanna susanne susheel sushil sushma susie suus
  suzan suzanne suze suzon suélen svea sven svenja sverre svetlana sveva sviturno swami swapnil swara swarnalata
  swarup swassane sweta sybilla syble sydnee sydney sydni sydnie sylvain sylvan sylvester sylvestre sylvia sylviane
  sylvie sylwester sylwia szczepan szymon sâkıp sébastien ségolène séraphin séverin séverine sílvia sönke sören søren
  süheyl süleyman sıdkı sıla sırrı tabea tabita tabitha taceddin tacjana tad taddeo taha tahir tahsin taib taide talat
  talay talea talha talia talip talita talon tamara tamer tami tamia tamina tamino tammaro tammo tammy tancredi
  tancrède taner tanguy tania tanirika tanja tanju tanner tanushree tanushri tanya tanyeli tapan tara tarcisio tari
  tarik tarja tarkan tarquinia tarsilla tarso tarun taryn tarık tasha tate tatiana tatum tatyana taurean taurin
  tavares taya tayfun tayler taylor tayyar taziana taziano tazio taşkın tea teagan tecla ted teddy teije tej tejas
  tekin tekinalp tekla telchide telemaco telica telly temel temistocle temitope teo teobaldo teodata teodolinda teodor
  teodora teodoro teodosio teodoto teogene teoman terence terencjusz terenzio teresa teri terrance terrell terrence
  terri terrill terry tertuliano terzo tesauro tesifonte tess tessa tessie teudosia teun teunis tevfik tevhid tevin
  tezcan tezel tezer thad thaddeus thalea thalia thaïs thea thelma theo theodor theodora theodore theresa therese
  theresia theron thiago thibault thibert thierry thies thije thijmen thijn thijs thilo thirza thom thomas thora
  thorben thore thorge thurman théo théodora théodore théodose théophile théophraste thérèse tia tiago tiana tianna
  tiara tibaldo tibbe tiberio tiburzio ticone tieme tierra ties tiffany tijmen tijn tijs til till tillman tillmann tim
  timm timmothy timmy timo timoléon timon timoteo timothy timothée timur tina tino tiphaine tirone tirza titi titien
  titilayo titilope tito titus tizian tiziana tiziano tizio tjark tobia tobias tobiasz tobiloba tobin toby tod todd
  toke tolga tolomeo tolunay toluwani tom tomas tomasa tomasz tomiloba tomke tommaso tommie tommy tomás toney toni
  tonnin tony tonya toon tope torben torbjörn tore torey torquato torrance torrey tosca tosco toussaint toy trace
  tracey traci tracy trajan tranquillo trasea travis travon tre tremaine tremayne trent trenton tressa tressie treva
  trever trevion trevor trey tricia trilochan trilochana trilok trilokanath trilokesh triloki trinity trisha tristan
  tristano tristian tristin triston troy trudie trycia trystan tuana tufan tugay tuhfe tullia tulliano tullio tunahan
  tunay tunç tunçer turan turgay turgut turi turibio turna turner turold tushar tussio tutku tuur tuğba tuğrul
  tuğtekin twan twila tycho tygo tyler tymon tymoteusz tyra tyree tyreek tyrel tyrell tyrese tyrique tyron tyrone
  tyshawn tyson tülay tülin tümer türkan türkay türker türkeş tınas ubaldo ubertino uberto udai udit ufuk ugo ugolina
  ugolino uguccione uhra ujjawal ujjwal ukbe ulberto ulderico ulf ulfa ulfo ulices ulises ulisse uliva ulla ulpiano
  ulrico ulrika ulstano ultimo ulus ulvi ulviye ulysse uma umang umberto umile umur umuralp umut unique unna upendra
  uranio urbain urban urbano urdino uriah uriel uriele urmila ursicio ursino ursmaro ursula ursule usame usha uttam
  uygu uzodimma uğur vada vahdet vahid vahide vahâ vaidehi vaijayanthi vaijayanti vaishnavi vaishno vaishvi vala
  valente valentijn valentin valentina valentine valentino valeria valeriana valeriano valerico valerie valerio
  valfredo valfrido valid vallie valtena valter valère valérie valéry vance vanda vanessa vanna varalakshmi varo
  vasanti vasco vasudev vasudeva vasudha vasundhara vaughn vecdi veda vedang vedanga vedanshi vedasto vedat veerle
  vefa vefik vehbi veit velda veli velio vella velma velva vena venance venanzio venceslao venceslas venera veneranda
  venerando venere venerio ventura venusta venustiano venusto vera verano verda verdiana verdie vere verecondo verena
  verenzio vergie veriana veridiana verla verlie vern verna verner vernice vernie vernon verona veronica veronika
  verulo verónica vesile vespasiano vesper vesta veysel veysi vezio vianney vic vicdan vicenta vicente vicki vickie
  vicky victoire victor victoria victorien victorin vida vidal vidhur vidhya vidiano vidone vidur vidya vienna vieve
  viggo vigile vigo vijay vik viktor viktoria vildan vilfredo viliana viliberto vilma vimal vimala vin vinay vince
  vincent vincenza vincenzo vinciane vindonio vinebaldo vinfrido vinicio vinnie vinz viola violante violet violette
  virgie virgil virgilio virginia virginie virginio virone viscardo vishnu vishwamitra vissia vita vital vitale
  vitalico vito vitor vittore vittoria vittoriano vittorio vitus vitória viva vivaldo vive vivian viviana viviane
  vivianne viviano vivien vivienne vladimir vladimiro vodingo volfango volkan vrinda vrund vulmaro vulpiano vuslat
  vyas véronique víctor wacław wade waino waldo wale walenty walentyn walentyna waleran waleria walerian walery
  walgierz walker wallace walter walton wanda wandrille wanesa ward warley warren washington watson wava wawrzyniec
  waylon wayne webster wei weldon wellington wende wendell wendy werner weronika wes wesley wessel westley weston
  whitney wiara wibke wiebke wies wiktor wiktoria wilber wilbert wilbur wilburn wiley wilford wilfred wilfredo wilfrid
  wilfryd wilhelm wilhelmina wilhelmine willa willard willem willi william willie willis willow willy wilma wilmer
  wilson wilton wincenty winfield winifred winnifred winona winston wirginia witalis wolf woodrow wout wouter wyatt
  wyman władysław włodzimierz xander xaver xavi xavier xavière xem xenia xiao xzavier xénophon yadira yago yahya
  yakubu yalgın yalçın yaman yango yannic yannick yannik yannis yaprak yara yarah yaren yasemin yasin yasmeen yasmin
  yasmine yassin yassine yassir yavuz yazmin yağmur yağız yaşar yekta yelda yeliz yener yenthe yesenia yessenia yetkin
  yeşim yfke yinthe yiğit ylvi ylvie yoann yogendra yogesh yoginder yolanda yolande yonca yoshiko yosun younes youp
  yousef youssef ysaline yseult yuki yulia yuna yunus yuri yusuf yven yves yvette yvonne yüce yücel yüksel yümni
  yıldırım yıldız yılmaz zabedeo zabina zaccaria zaccheo zachariah zachariasz zacharie zachary zachery zaché zack
  zackary zackery zafer zahide zahra zain zainab zaira zakaria zakary zama zamir zander zane zanita zanobi zara zaria
  zarina zayd zayn zechariah zef zefiro zehra zekai zekeriyyâ zekiye zelda zeliha zelinda zella zelma zena zenaide
  zenebio zeno zenobia zenobio zenone zerrin zetico zetta zev zeyd zeyneb zeynel zeynep zihnî zion zita ziva ziver
  ziya ziyad ziyâd zoe zoey zofia zoie zoila zoilo zola zora zosima zosimo zoé zoéva zoë zula zuzanna zygmunt zâfir
  zâhit zéphirin zübeyde zübeyr zühal zülal züleyha zülfikâr zümrüt ángel ángela ángeles âmir åke åsa çağan çağatay
  çağdaş çağla çağlar çağrı çağrıhan çağıl çelen çelik çetin çetinel çetiner çeşminaz çilay çiler çimen çise çisil
  çiçek çişem çıgıl ève édith édouard éleuthère élia éliane élie élisabeth élise élisée élodie éloïse élzéar éléonore
  émeline émeric émile émilie émérance émérencie épiphane éric étienne évangéline évariste évelyne évrard ígor óscar
  ömer önder öykü özcan özer özge özgür özhan özkan özlem özlen öznur ülfet ülgen ülkü ümit ümmiye ümran ünal ünsel
  ünseli üzeyir łazarz łucja łukasz şaban şadan şahap şahin şahinalp şahsuvar şahsüvar şakir şamil şarani şayan şebnem
  şecaeddin şefik şehlevent şehrazat şelale şemsi şenay şener şengül şennur şenol şerafettin şeref şerif şermin şevket
  şevki şevval şeyban şeyda şeyma şihab şihabeddin şiir şinasi şir şule şâfi şükrü żaneta
`;
