/**
 * Derived from the person lists of Faker 40.63.0 for Python (MIT licence, © Daniele Faraglia and contributors), lower case,
 * each once. Family names of other countries than those of `surnames.ts`, without words of English.
 */
export const MORE_SURNAMES = `
  aaaqil aabid aadam aadil aalam aalto aalts aamil aamir aamirah aanei aarden aarif aariz aarts aasa aasen aasif aasim
  aasmäe aatiq aavik aazim abaan ababei abad abada abarca abascal abatantuono abbad abbagnale abbaslı abbasov abbasova
  abbassi abbosov abdalla abdallah abdelaziz abdellaoui abdelli abdi abdiaziz abdifatah abdikadir abdille abdinoor
  abdirahman abdou abdow abduazizov abduboriyov abdulhamidov abdulla abdullah abdullahi abdullaoğlu abdullayeva
  abdullohov abdumalikov abdurahmonov abel abella abellán aberhart abičić aboraa abou abouda aboukir abrafi abrahamsen
  abramov abrassart abril abrorov abubakar abubakrov abuga aburto abwao accardo acedo acerbi acero acheampong achieng
  achison achleitner achola achour achouri ackerl ackermann adadia adamson adamu adan adasme adda adebisi adegbite
  adekunle adelaar adelakun adeleke adelusi ademiluyi aden ader aderibigbe aderogba adesiyan adetokunbo adeyemi
  adhiambo adinolfi adisa adkins adler adolph adoma adomah adomako adongo adow adriaansen adriaensdr adriaense
  adriaensen adriaenssens adriansyah adryaens adusei adutwum adutwumwaa adwubi adán adžijević aebi aeby aedo aeije
  aelftrud aerts aertsz afanasjev afirifa afoakwa afolayan afonja afrakomaa afruzova agazzi aggarwal agnesi agnew
  agostinelli agostini agrawal aguado agudelo agudo aguero aguiló agullo agurto agustina agustí agustín agyapomaa
  agyapong agyare agyei agyeiwaa agyemang agüero ahearn ahearne ahern aherne ahlberg ahlgren ahlin ahlqvist ahlström
  ahmad ahmadi ahmadov ahokas ahola ahortor ahumada aichholzer aichinger aigner ainsboro aissani aissaoui aitken ajao
  ajayi ajello ajewole akar akbarov akdeniz akelis akello akgündüz akhtar akinrinola akinwale akinyi akmalov akmačić
  akoaa akobirov akoth akoto akowua aksu akumu akyaa akyeampomaa akyeampong akyena akça akçay alabi alanko alatalo
  alber alberdi albero alberola albers albertini alberto alboni albornoz albrecht albu alcala alcolea alcántara
  alcázar aldobrandi aldridge alegre alegria alegría aleksandrov alekseev alemannië alemany alemdar alenburg alex
  alexandre alfieri alfonsi alfonso aliaga alighieri alinurov alio aliyev aliyeva alksne alksnis allain allal allali
  allan allard allas allemanië allende allendes aller allerby allik allison almagià almagro almansa almaraz almazán
  almeida almgren almonacid almqvist aloba aloisio alonzi alpaidis alsina altera altmann aluoch alvarez alve alvear
  alves alzate alzinova amahle amaldi amalrada amann amara amaral amari amat amato ambani ambrasas ambrožič ameur
  amidžić amigó amina aminova amirayeva amirov ammaniti ammann ammari amoa amoako amoakowaa amoanimaa amoasi amoit
  amon amondi amor amores amorim amorós ampadu ampofo ampofowaa ampoma amponsa amponsah ampuero amrane amrani amrein
  amri amrouche amstel amundsen anand anarqızı anastasi anciaux anderberg anderl anders andersen andile andorful andra
  andrade andrašek andreasen andreev andreotti andreozzi andres andresen andreu andrew andrews andriani andries
  andrijašević andrijević andré andrén andrés anekvorakul angarita angeli angerer anggraini anggriawan angiolello
  anglada anguillara anguissola anguita angus angwenyi anichini anisayeva anissimov aničić anjos ankra anne annsboro
  annus anokye ansboro ansems ansomaa ansomah ansorova antal antelami anthony antić antoine anton antonacci antonelli
  antonello antonetti antonini antonioni antonić antonov antonsen antonucci antony anttila antunes antwi antwiwaa
  antón antúnez anvarov anyango anyanwu anyona aoki aoko apablaza aparecida apine apinis apiyo apondi aporti appelman
  appia appiah apsīte apsītis apte arab aracena aragonés aragão aramburu arana arancibia araneda arango araujo aravena
  araya arazlı araújo arboleda archambault ardelean ardianto ardila arend arendt arens arent argentero argenti argento
  arguello argurio ariasso aribi ariens arifcanov ariosto ariza ariño arjona arkel armani armellini armengol arnaiz
  arnal arnau arnesen arnold arnott arnould arnsberg aroca aros arranz arregui arriagada arribas arrieta arro
  arsenault arslan arsoy arthurs artigas artner arula arya aryan aryani arzulu aránguiz arévalo asadov asamoa asamoah
  asante asantewaa asare aschauer aschman asenjo asensio asenso ashe ashley ashton asiama asiedu asieduwaa asilayeva
  asilbekov aslan aslanova asmanova asmiraeva asmundo asplund asprucci assche asselin assem assunção asten astete
  astorga astudillo astuti ataa atakişioğlu atchison athman atieno atienza atkins atkinson attia atwal atzler auch
  audet augustin auinger aulenti auma aumann auniņa auniņš auraq austermühle austin autio auwera auziņa auziņš
  avendaño avery avila avogadro avoirt avotiņa avotiņš awadh awadil awamil awani awinja awino awmar awodiran awolowo
  awuah awuor axundlu axundov axundova ayaan ayad ayadi ayamin ayanda ayandokun ayers ayieko ayize aylinova ayllón
  aylward ayoola ayubov ayuma ayuso ayyubi azban azcona azevedo azizi azizov azizova aznar azorin azzouz azócar
  ağaoğlu ağayeva baafi baah baalen baaqir baaree baashir baasim baasit baawia babanlı babar babati babato babayeva
  babbo babey babić babič babtunde bacher bachinger bachler bachmann backes backlund backman bacosi badal badami badan
  badel bader badilla badoer badoglio badr badu badía baele baelen baena baere baert baeten baetens baets baeyens baez
  baggio baghdadi baglioni bahamonde bahamondes baharia baharlı bahati bahl bahloul bahon bahri baier bailly bains
  baird bajaj bajamonti bajardi bajc bajwa bakare bakari bakhouche bakhti bakke bakken bakker bakos baksa bakshi
  bakıxanov bala balaguer balakrishnan balan balasubramanian balatinac balay balbi balbo baldauf baldick baldwin
  baleegh bali balinčić balić baljak balla ballard ballester balmat balode balodis balog balogh balotelli baltiņš
  balázs bambad bamidele bamiloye bandello bandeville bandi banik baničević banko bann bannon banovac bansal bantwini
  banville banzer bappa baptista baquero barac baracca barad barahona baraka baral baranov barasa barać barba
  barbarigo barberini barbero barberá barbey barbieri barbieux barbir barbić barbosa barbu barcaccia barcella barceló
  barco barents barese baresi barešić bargetze baria barillaro barillon barić baričević barišić barkholz barna barnaba
  barnes barnett barneville baroffio barongo barozzi barr barracco barral barraq barreda barrena barrett barriga
  barrnette barron barroso barría barsanti barta bartels barth barthel barthelemy bartl bartlett bartley bartoli
  bartolomé bartoš barušić bary barzini baró barón basaam basadonna basak bascuñán baseer bashaar bashaarat basheerah
  bashir bastiaanse bastiaense bastida bastidas bastien bastin bastías basu bataglia batal batalla batchelar batliner
  batlle batool batra batrac batrnek battaglia battelli battisti baudoux baudry bauduin baum baumann baumgartner
  bausch baustert bautista bauwens bauzà bava bavaud bave bawa baya bayeni bayo bayona bayramov bayón bazin bazjak
  bazzi baños bačak bačić bağırov bağırova bašić bašnec beakey beal beale beasley beasty beattie beauchamp beaudoin
  beaudry beaujean beaulieu beaumont beauregard bebić beccaria beccheria bech becht beckers beckius beckmann bedi
  bednář bedoya beeck beeckman beeckmans beek beekman beernaert beernink beffa beffort beggan beggs begley begonja
  behan behl behruzov beieren beijring beirn beirne beissel bejarano bekaert bekbergen belaid belaidi belarbi
  belbachir belda bele beletić belhadj beljajev belkacem belkacemi belkadi belkheir belkhiri bellemans belletini
  bellido bellini bellocchio bellucci bellò belmans belmar belmonte belov belošević belpere belton beltran bembo
  benabdellah benahmed benaicha benaissa benali benamar benamara benameur benaouda benard benavent benavente
  benchapatranon bencheikh benedetti beneš benigni benitez benito benić benmoussa bennett benoît bensaid bensalah
  bensalem benslimane benson bentheim benthin bentley benton benussi benyahia benyamina benyoucef benz benziane benčić
  beourgeois bera beran berberat berchem berchtold berends berendse berengario berenguer beresford bergant bergdahl
  bergeron bergh berghe berghmans bergin bergkvist bergmann bergoglio bergsten bergstrand bergvall berkahn berkane
  berkani berkel berkum berlusconi bermejo bermingham berminghim bermudez bernaards bernad bernardi bernardini
  bernardić bernasconi bernat berner bernetti berney bernicia bernie bernini berntsen berrocal berrè bersani berscheid
  bertels bertelsen bertemes berthelot bertho berthold bertin bertoli bertolucci bertoni bertoša bertrán bervoets
  beránek besançon besençon besnard besse betancur betschart bett bettahar bettendorff bettin bettoni beuchat beuret
  beurret bevan bevc bevilacqua beyens beyer bezemer bezić bezjak bhagat bhalla bhandari bhardwaj bhargava bhasin
  bhatia bhatnagar bhatt bhattacharyya bhatti bhavsar bhebhe bhedleni bhejelibomvu bhembe bhengu bhensela bhovungana
  bhungane biagi biagiotti bianchini bibi bibisorayeva bichler biedermann bieri bierstraten biesenbos biesty biezenbos
  biggen bignami bignardi bijelić bijlsma bikelwayo bikwayo bilaal bilbao bilgin bilir billung bilodeau bilolov
  binaghi binda bingula binner bintner bintz birgen birkeland birkić birmingham birnbaum birtić birzniece birznieks
  biró bischof bishell biswas bitschnau bittner biver biwer biwott bixio biyase biyela bizhan bizjak bićanić bičak
  bičanić bjeliš björkman blaak blackburn blackwell blagaić blair blais blake blanca blanche blanchet blanchette
  blanes blankenship blasco blaser blasi blatnik blauensteiner blazquez blažek blažević blažič blažičko bleijenberg
  blevins blewanus blixt bloch bloemendaal blokland blomberg blomgren blomkvist blommaert blomme blondeel blondel
  blondiau blonk blose blouin blum bláha blázquez blümel boada boadi boadu boaga boahen boakye boakyewaa boase
  boatemaa boatemaah boaten boateng bobadilla bobal boban boburov boccaccio boccherini boccioni bocelli bochud bodart
  boddaugh bodin bodner bodnár bodoni bodson boechat boeck boeckx boer boers boeser boetet boezio bogadi bogaert
  bogaerts bogdan bogdanov bogdán bogner bognár bohan bohlander bohlin bohman bohnbach bohórquez boiardo boichat
  boillat boily boisvert boitani boito boivin boix bojanić boland bolander bolaños bolduc boldù bolger bolin boljkovac
  bolkesteijn bolliger bolnbach bolton bolzmann bolívar bolčević boman bombieri bompiani bonanno bonar bonatti
  bonaventura bonaya bonbach bondt bondumier bonet bongiorno bonino bonneau bonner bonnin bonolis bonomo bonsra bonsu
  bont bonte bonueva bonvin bonvini booden boogaerts boone boonpungbaramee bophela borah borbély boreland borg borges
  borghese borgia borgström borissov borja borland borman borojević boros borošak borra borrani borremans borromeo
  borromini borroni borrás borsellino borsiere boru borzomì bosch bose bosibori bosilj bosio bosire bosman bosmans
  bossche bosshard bossi bossuyt boström bosurgi botella botham botica botić botta bottaro botteron botticelli
  bottigliero bouabdellah bouafia boualem bouali bouaziz boubekeur boucetta bouchama bouchard bouchareb bouchat
  boucher bouchet bouchez bouckaert boucsein boudart boudewijns boudiaf boudjemaa boudraa boudreau bouguerra bouhuizen
  boukhalfa boukhari boukhatem boulanger boulay boulogne boumaza boumediene bounab bourgondië bourke bourquard
  bourquin bousquet boussaid boutaleb bouthoorn boutin bouvet bouwhuisen bouziane bouzid bouzidi bova boven bovene
  bovet bovy bowater bowden bowe bowen bowles boyabenyathi boyce boyd boylan boyse bošnjak božanić božić božič
  božičević bracke bradden bradford bradić bradley bradshaw brady braem bragadin bragaglia bragt brahier brahimi
  brahmbhatt brahmi bralić bramante brambilla branaola brancaccio branciforte branco brande brandenburger brandić
  brandl brandner brandon brandstetter brandstätter brandt brandtner brannelly brar brasseur brassil bračun brcko
  breen bregar breheny brenna brennan brenner bresciani breslin bresnehan bresse bresé brett breuer breugel
  breugelensis breugelmans breukeleveen breukelveen brezjan breznik brian briand briccialdi briceño brichard brichese
  bridson briede briedis briel briemer brien briere brievingh briggs briody brisee brislane britvec brizee brlas brlek
  brletić broberg broderick brodin brody broeck broeckx broeders broek broekhoven broeshart broggini brolin broman
  bronder brookes brophy broquet broschi brosius brosnan broughan brouwer brouwers browne broy brož bruce bruchem
  bruck bruckner bruder bruggeman brugger brugman brugnaro bruijn bruijne brumleve bruna bruneau bruneel brunel
  brunelleschi brunello brunner bruno brunswijk bruscantini bruton bruun bruycker bruyn bruyne bruyninckx bruynzeels
  bruyère bryan bryant bryson brännström bräuer buch buchanan buchberger buchegger bucher buchholz buchinger buchler
  buchner buckley budai budaqlı budig budiman budiyanto buelens buendía bugnon bugueño buhari buick buijs buitrago
  bujard bukhosini bukovec bukvić buljan bulle bultot bulzoni bumb bundi bungić bunić bunlerngsri bunlupong bunschoten
  bunčić buonauro buraid burbano burcardo burch burchill bureš burgstaller burić burman burnett burri burt burtscher
  burčul buršić buscetta busienei busoni busquets butala butkus butselaar buttimer buttimore buuren buyse buysse
  buytelaar buzov bučanac bučar bušljeta bwire bylund byrd byrne byrnes byström bálint bárcena bárta bäck bäckman
  bäckström bähr bärer bättig bègue bédard bégin béguelin béland bélanger bélisle bérubé bétancourt bílek bórquez
  bõstrov böck böhler böhm bökenkamp börner bösch büchel bühler bühlmann bürger bērziņa bērziņš cabanillas cabañas
  cabbarlı cabello cabeza cabezas cabibbo cabo caboto cabrero cabrini caccianemico caccioppoli caceres cadden caddow
  cadefau cadenas cadogan cadorna caetani cafarchia caffarelli cafferkey cafferky cafferty caffrey cafuk cagney cagnin
  cagnotto cahalane cahill cahillane cahir caicedo caine cainero caironi calarco calatayud calbo caldeira calderon
  caldwell calgari calhoun callaghan callahan callanan callebaut callegari callegaro calleja callens callewaert
  calligan callinan cally caluza calvet calvey calvo calzada camalov camanni camargo cambier cameron camicione
  camilleri camino camiscione cammarata cammel campanella campano campenhout campillo campise campoy camuccini canali
  canavan cancino candaux candia canet canetta canevascini canil cannan canniffe cannizzaro canova cantero cantillo
  cantimori cantrell cantu cantwell cantón caparrós capdevila capecchi capelle caplis capone cappelli capples capua
  capuana caracciolo carbajo carballo carbery carbonell carbó cardano cardenas cardoso cardozo carducci carey carfagna
  carić carlberg carleton carley carli carlier carlos carlsen carlson carmody carneiro carnera carnero carnotte caro
  carocci carolan carosone carpio carragher carraud carraux carreras carretero carreño carriera carrig carrigan
  carrigy carrizo carro carson carsten carthy carty carullo caruso carville casadei casado casagrande casal casale
  casaleggio casalodi casals casanovas casarin casellati casey cashen cashman casier caspar cassart cassarà casserley
  casserly cassiano cassidy castaneda castaño castejón casteleyn castell castelli castellitto castells castelló
  castiglione castilla castioni castrillo castrillón casárez catalano catalá catalán catenazzi cattaneo cattigan
  cattin cauley caulfield caune cavalcante cavalcanti cavanagh cavanna cavieres cawley cazorla cañas cañellas cañete
  cañizares cebekhulu cebisa ceci celentano celis celma celmiņa celmiņš celms cendron cenge cerar ceravolo cerdá
  cerdán cerezo ceri cerquiglini cerro cerutti cervera cerón cesaroni cesarotti ceschi cestarić ceulemans ceuppens
  chabane chabot chacha chacko chada chadha chadwick chagwe chahal chaib chaihirankarn chaisatit chakrabarti
  chakraborty chamane chamorro chan chand chanda chander chandra chandran chandía chaney changawa chaoui chaparro
  chapelle chappuis chapuis charbonneau charef charest charette charlton charo charoensuksopol charon charosova
  charpié charron chartier chartrand chatriand chatriant chatterjee chaudet chaudhari chaudhary chaudhry chaudhuri
  chaudry chauhan chauveau chauvet chaves chavez chawla chebet chebii cheboi chebon checa chechi cheda cheema chege
  cheikh chelagat chelangat chelimo chellaoua chemtai chemutai chenangat chenaux cheng chengo chepchirchir chepchumba
  chepkemboi chepkemoi chepkirui chepkoech chepkorir chepkosgei chepkurui chepkwemoi chepkwony chepngeno chepngetich
  cheptoo chergui cherian cheriet cherif cherifi cherono cherop cherotich cherubini cheruiyot cherutich cheruto
  chesang chesire chevalley chevallier chevrolet cheyech chhabra chiang chiappetta chiaramonte chibani chibi chibini
  chieh chien chiesa chigi chih chikh chiliza chindamo ching chinnici chirchir chittolini chiu choeychuen chokshi
  chomba chomsri chonco chopard choque chotzen choudhary choudhry choudhury chouinard chowdhury chowitunkit
  christensen christiaens christoffersen christoph christopher chrodtrud chrétien chuan chuang chueh chukwu chumba
  chumo chung ciampi cianciolo ciani cibane cibin cichorius cicilia cifuentes cignaroli cikotic cilea cilibrasi
  cimarosa cimini cindrić cipolla cirino cisternas civaschi claesdr claesen claesner claessens claeys clafferty
  claffey clair clancy claridge clarke claude claus clausen clavero clavin clayton cleary clees clemens clemente
  clements clenaghan clerc clerck clercq clerkin clery clifford clinten clinton clogherty cloherty clohessey clohessy
  cloney cloonan cloone clooney clootwijck closset cloutier clune clunies-ross clément coady coakley coardi cobo cobos
  cochran cociarelli codina cody coelho coello coen coene coffey cofré cogan cogley cohalan coholan coigny colbach
  coleman colfer colgan colhoun colinet colić collao collart collen colleneler colleran collette colletti colley
  colligan collignon collin collina collinder collis collodi colman colom coloma colomer colot colpaert colreavy
  colson colum columbo comar comboni combre comencini comerford comeriato comisky comisso comman commins comolli
  compton compère comyn conaty conboy concannon conceição conde condoleo condon condren condron conefrey conesa
  coninck conlan conley conlon conmee conmy connachton connaghy connaughton conneeley conneely connell connellan
  connery connole connolly connor connors conole conrad conradi conree conry contarini conter conti contrafatto conway
  conwell coogan cooke cooksley coolahan coolen cooley coonan cooney copeland coppens coppola corbacho corbat corbett
  corbo corboz corcoran corcos cordier cordova corduff coredo coret coret-coredo coreth corish corless corlett corley
  cormack corman cormican cormick cormy cornelis cornelisse cornelisz cornez cornil cornut cornuz corominas corpataux
  corput corr corra corradi corredor correia correr corridan corrigan corry corstiaens cortes cortese cortez corvalán
  cosandey cosendey cosgrave cosgrove cosman cossiga cossy costalonga costanzi costela costello costelloe costigan
  coterlet coughlan coulombe coulon counihan courcey cournane courtenay courtney courtois courvoisier coutts couvreur
  cowely cowen cowley coyle coyne cragg crahan crahay craine crampsey crampsie crangle cranley cranly crawford crawley
  crean creedon cregan crehan cremer cremonesi crespi cresswell cretton crevar crevoisier criado cribbons crilly
  crimmins crinion crisafulli crispi cristea cristoforetti crivelli croad croal crohan crolly cronelly cronly crosbie
  crosby crossan crota croteau crotty crowe crowley crudden cryan crúz csonka cuadrado cubillos cuda cuddihy cuenca
  cuervo cueto cuevas cuffe cugia cuijck cukon culhane culi cullen culligan cullinan cullinane culloty culot cumiskey
  cumisky cumming cummiskey cummisky cundari cunha cunnane cunneen cunningham cunny cuomo curatoli curci curley
  curnane curneen curnyn curtin curtis cusack cusano cutrufo cutuli cuvarlı cuvelier cuyper cuypers cuyvers cuzzocrea
  cuéllar cvenić cvetko cvetnić cvitan cvrtila cwalile cáceres cámara cánovas cárcamo câmara céspedes córdoba cózar
  côté cīrule cīrulis d'arcy d'hondt daako daakoaa daamin dabir dabo dabukke dachgelder dachgeldt dachgelt daele daems
  dagane dagsburg dahir dahlgren dahlin dahlqvist dahlström dahlén dahm dahmane dahmani daigle daiken dakhil dalal
  daleiden dalem dalerov dalla dallaire dallapé dallara dallinger dalmau daly dalziel damanik damijanić damirov
  damurah danaher dandolo dane dangl dani daniels danielsen danilov danjuma danner danninger danso daoud daoudi dara
  darain dardel dardenne dargan darko darmody darnau dasey dasgupta dass datta dautanec dave davern davey davids
  davidson davila davin davison davitt davoren davõdov dawick dawson dawud dayal daza dağlı deacy deady deane dease
  deasy deaueroux debelić debeljak debroux debruyne deceuninck dechamps declerck declercq decock deconinck decoster
  deegadan deegan deehan deeley deeney deeny deery degroote degryse degueldre dehmel dehon deigan deignan dejardin
  dejonghe dekeyser dekker delacruz deladoëy delaere delahaye delahunty delaney delannoy delap delargy delattre
  delaunay delcourt delcroix deledda deleon deleu delforge delfosse delhaye delhez delisle delle dellucci delmas
  delmotte delorme deloughrey deloughry delporte deltour delvaux delvigne delwayo delèze demanet demaret demers
  demeulenaere demeyer demeyere demir demirel demmendaal demoulin dempsey demuth demuynck demšar deng dengg denihan
  denison denissov denk dennehy dennenberg dennis denny denys deol depero depoorter deprez depuydt derbal derežić
  derkaoui dermody dermott derouiche derradji derrig derycke desbiens descamps deschênes deshmukh deshusses desio
  desjardins desmedt desmet desmond desrochers desrosiers dessart dessel dessy detaille dethier detournay detry detti
  deutschmann devally devan devane devaney devanney devaux devenney dever devereaux devereux devery devi deville
  devillers devilly devin devine devitt devlin devolder devos devoy devriendt dewaele dewez dewilde dewitte dewulf
  deák deže dhadho dhaliwal dhar dhillon dhingra dhondt diaconu diaf diallo dias diaz dibiasi dickerson dickson dida
  didier diederich diego dierckx dierick dierickx diesbach diesbergen dietl dietz dieu dieudonné diez diffin diffley
  diggin diggins dignan dijck dijk dijkman dijkstra dijoux dikane dildorova dillane dillen dillon dilnozova dilnurova
  dima dimba dimbane dimbani dinabantu dinamarca dinan dinangwe dindela dindi dineen dingila dinneen dinu dinwa dion
  dionne dippel dircken dirksen dirnberger dirrane dirven disdero diskin ditschlerin dittrich divenney diviney dixon
  diyorayeva diyorov dizdar diéguez djebbar djellal djellouli djoudi dlaba dlabane dlabazane dladla dlakadla dlakela
  dlamane dlambula dlamdaka dlamini dlamlenze dlangamandla dlawuza dlebenkomo dlodlo dlomo dludla dludlu dlungwana
  dmitriev dobbelaere dobes dobler dobre dobrić dochioiu dockx docquier dodd dodson doesburg dogherty doglioni doherty
  dokkum dolan dolenc doležal dolinar dolinšek dolić domingo domingues dominguez dommelen doménech donagher donaire
  donald donaldson donarelli donati donatoni doncabe donda donegan dongen dongoran donini doniyorov donkor donlon
  donnan donnay donnell donnellan donoghue donohoe donohue donoso donovan dony donà dončević dooey doogan doohan
  dooren doorhof doornhem doorty doppler dora doran dordan dorfer dorgan doria dorn dornan dorner dorrian dorsey
  dorsman doshi dossetti dossi dostert dostál doudigan dougherty doumont dovara dovudov dowerg dowey dowley dowling
  downes downey draaisma draghi dragičević dragojević drakulić drandić draxler dražić drennan drenthe dretvić drewes
  drian driesen driessche driscoll droguett drohan drolet droney drouin droz drozdov druart drubin drumm drummond
  druso drysdale duah duane duba dubandlela dubazane dube dubey dubovečak dubé duchesne duchêne dudley dudás duez
  duffin duffy dufie dufrane dufrasne dufresne dugal dugar duggan duguay duhamel duhig duhy duignan duivenvoorde
  duivenvoorden dujardin dukada dukić dulbecco dulohery dumakude dumanlı dumisa dumortier dumoulin duncan dunford
  dungan dunge dunlap dunleavey dunleavy dunn dunne dunphy dunworth dunyoeva duodo dupré duque duquesne duran durante
  durdonova durdu durham durieux durkan durkin durmuş durnan durnin duroux durrihy dury duse dussart dutrieux dutt
  duvanel duvančić duvenvoirde duvivier duyaza duyvenvoorde duze dušek dvojak dvořák dwala dwamena dwane dwyer dyal
  dyck dzene dzenis délèze díez döhn döring dörr dörschner dünser dūmiņa dūmiņš džapo earle eaton eberhard eberhardt
  eberharter eberl eberle eberth ebner echeverría eckbauer ecker eckhardt edberg eden eder edin edlinger edlund edman
  edmonds edström edun edvardsen edwards edwin eeckhout eelman eerden eerenbeemt eftimie egan egea egisheim egli
  eglinton eglīte eglītis egorov ehlert ehsaas eibl eichberger eichenberger eichhorn eichinger eichmann eigenwillig
  eijkelboom eijndhoven eijssel eimer einaudi eischen eisl eisner eivers ejlaal ekai ekal ekberg ekdahl ekelund ekeno
  ekholm ekidor ekiru ekitela eklöf ekman ekstrand elatlı elberts elbertse elgueta elifova elijah eller ellery
  ellingsen elliot elliott ellis ellison eloranta elorza eloy elsemulder elsen elsenaar elwood elzas elías emanuelli
  embden eminov emmelen emmen emuria endo endrizzi engberg engdahl engel engeland engelen engels engen engl englebert
  englund engman engvall ennis enright enschot entringer enzinger eraslan erazo erber erceg erdoğan eregae ergotić
  ergül erhart erhout erices erickson ericson erik eriksen erjavec erkkilä erlacher erler erni ernits ernst erpelding
  errani errigo ertaş ertl erupe erve ervin ervine eršek eržen escalona escolano escrivá escudero esekon esfandyar
  eshan esinyen eskola españa español espejo espitia estay este esteban estes esteve esteves estevez estey etienne
  etyang etzler etzold eugster eustace evans evelingen evensen everaert everde everett evers evoy evrard evéquoz ewart
  ewen ewing ewoi exposito expósito eyanae eynde eyvazalı eyvazlı ezeugo fabbri faber fabian fabijanić fabra fabregat
  fabrizi fabry fadden fadian fadipe faes fagan fagerström faggiani fagiani fagunwa faherty fahy fairhall faivre
  faizan fajimi fakazi fakude falabi falcone falcó falcón faleti falier falkner fallaci fallon falloppio faloye falvey
  fanisa fankhauser fannin fannon fantini fantoni fantozzi fanucci faragó farah faranda farangizova farell farhodov
  faria farias farida farinelli farizayeva farizov farkas farland farley farnan farnese farnon farragher farrelly
  farrissey farrissy farry farré farzonova fasasi fasching fattori fauconnier faugno faulkner faull faust favata favre
  fazekas fazli faúndez fealy fearon fechant fechner federici federico fedorov fedotov feehan feeley feely feenstra
  feeny fegan fehan fehilly fehr fehringer fehér feichtenschlager feichter feichtinger feichtner feiereisen feighery
  feigl feijoo fekete felban felber felder feliu fellinger fellner felten feltgen feltz feltzer fenelon feng fenighty
  fenlon fennell fennelly fennessey fenning fenton fenya fercher ferenac fergus ferguson ferhat ferland fernandes
  feron ferrabosco ferrada ferragamo ferragni ferran ferrand ferrando ferrante ferrara ferraris ferrata ferrazzi
  ferreira ferrell ferrera ferreras ferrero ferretti ferreyra ferris ferriter ferrucci ferrán ferrández ferrándiz
  ferstl feruzova feyder fiala fibonacci fica fichtinger ficino fidvi fiebig fiedler fieramosca fierens figueiredo
  figueras figuerola fihlela filali filangieri filatov filban filbin filipič filippelli filippini filippov filipčić
  fillion filogamo filzi finan findlay finegan finetti finke finlay finley finn finnegan finneran finnerty finnucane
  finotto finucane finzi fiol fioravanti fiorucci firdavsev firgantoro firmansyah fisch fischbach fischetti fittipaldi
  fitz fitzgerald fitzgibbon fitzgibbons fitzmartin fitzmaurice fitzpatrick fitzsimmons fitzsimons fišer fjodorov
  flaas flaherty flahive flaiano flament flammang flanagan flannagan flannery flantz flego fleischhacker fleischmann
  fliegner flink flinn floch florea florio floyd flynn flückiger foconi fodor fofie fogarty fogazzaro fogaça foidl
  folan folch foletti folliero fomin fonck fondo fonjallaz foote foran forbes forde forero foriwaa forjan forkin
  formbach fornaciari forrest fors forsell forsgren forslund forsman forster forstner forsyth fortier fortin fortuny
  fortuyn foscari foser fosu fosua fotimayeva foucart foucher fouquet fracci fraher frances franceschi franch
  francillon francis francisco franck frandsen franić franičević franjić franke frankhuizen franscini fransen franušić
  franz franzen franzese franzén françois françoise fraser frawley frazier freaney frederick frederiksen fredes
  fredriks fredriksen freeley freeney freeth frei freil freitag freitas frema fremie frerichs frescobaldi freshour
  freudenberger freudenthaler frey friberg frick frid friederich friedl friedli friedman friedrich friehus friel friis
  frimpomaa frisch friščić frketić frolov frommelt froschauer frutos frye frère fréchette fröhlich fröschl frühwirth
  fuchs fuente fuentealba fuenzalida fuertes fuhrmann fujiati fujii fujita fujiwara fukuda fuli fulton funnell furda
  furey furlan furness furrer fusani fuseli fuster fuzaylov fuček fyfe fábián fábregas förster fülöp füreder fürst
  fırat gaasch gaba gabadela gabaldón gabbana gabela gabhezi gabhisa gabriel gabrieli gabriyelov gabud gacem gachanja
  gacheri gacheru gachoki gadda gadlela gaete gaffney gagashe gaggini gagliano gagliardi gagnon gagné gagys gahan
  gahleitner gaiatto gailius gailys gaine gaines gainey gaito gaičiūnas gaižauskas gajardo gakii galan galaz galdames
  galdikas galeano galeati galenzone galešić galgallo galgalo galiano galiazzo galijn galilei galić gallagher gallaher
  galland gallart galle gallego galleguillos gallen galler gallez galligan gallivan gallo gallogly galloway galtarossa
  galu galuppi galvan galvani galvez galvin galvis galán gambu gambuse gamede gamez gamsjäger ganesan ganesh gangemi
  gangl ganguly ganley ganly gannon gara garavan garba garcés garde gardiner gardner garety garg gargallo gargan
  garmendia garobbio garozzo garraghy garrahy garrett garriga garrihy garrone garry gartlan gartland gartner garvin
  garzoni garzón gasa gascón gasela gashi gasmi gaspar gaspard gasperi gassner gastel gately gathogo gathoni gati
  gatica gatimu gatsheni gatti gatto gattringer gatwiri gaudin gaudreault gaughan gavaghan gavican gavigan gavin
  gaviria gavrilov gaya gaylord gaynard gaynor gazu gcaba gcaleka gcugcwa gcumisa gcwabe gcwensa geany gearty geary
  gebashe gebhezi gedeza gedi geens geeraerts geerling geerts geertsen geffen gegić geherty gehringer geier geiger
  geisel geisler geißler gelabert geldens gellemeyer gelli gemen gemert gemito gence gendron geneart genechten
  genefaas gengeshe gengler genot gentileschi gentili gentilini geoghegan george georges gepa gera geraci geraghty
  gerarghty gerassimov gerber germano gerrits gerritse gerritsen gertz gervais gestel geudens geuens gevaert gfeller
  ghafoor ghanee ghannam gharbi ghasaan ghauth ghayoor ghazzal gheorghiu gherbi ghislain ghoerle ghose ghosh ghunayn
  ghutayf giacconi giacometti giammusso gianetti gianinazzi giannelli giannetti giannini giannone giannotti giannuzzi
  gianvecchio gibb gibbs gibert gibilisco giblin gibney gichana gicheru gichohi gichuhi gichuki gichuru gielen
  gierschner gieß gifford gigaba giger gigli giguère gikonyo gilabert gilardoni gilbane gilbride gilchrist gildea
  gilduff giles gilgunn gilhooly gillain gillan gillard gillen gilles gillespie gillic gillick gilligan gilliland
  gillis gillièron gilliéron gillooly gilmartin gilmore gilroy gils gilsenan gilson gimenez gimeno giménez gina gindl
  giner ginese ginesio ginevan gingras gininda ginkel ginneke ginnitty ginnity gintalas ginty ginzburgas gioberti
  giolitti giorgetti giovine giradello giraldo giralt girona giroux girschner girvan gisbert giselmeyer gitahi gitari
  gitau githaiga githinji gitonga giulietti giunti giusti givern glaser glatz glavan glavin glavor gleasure gledhill
  gleeson glenn glennon gligora glineur glod gloden glodt gloor gloster glynn glück gmeiner gnatz gnodde goba gobert
  gobhozi goda godana godard godart goddard godec godefroid goderts godfrey godfroid godide godin godinić goedert
  goedhart goerens goergen goerle goethals goethem goetzinger goffaux goffin goffinet gogan gogarty goggin gohar
  goicoechea goje gokhale gola golding goldoni goldrick goldstein golgi golino golla gollner gollum golob golubev
  golubić gomboc gomes gomez gomila gomis gona goncalves gontšarov gonzaga gonzales gonzalo gonzáles gonçalves
  goossens goovaerts gopal gorbunov gordillo gordon gorenc gorevan gorey gorham gorjup gorlitz gorman gosch gosselin
  gosset gossiaux goswami gotić goto gotsholo gottardi gotthard gotti goudriaan gough gould goulden goulding goulet
  gour govaerts govarts govoni goyaerts goyal goyvaerts gozzano gozzi goñi graaf grabher grabner gracin gradenigo
  graeve graf grahn graindorge gramsci granatelli granath granberg grandjean granlund granström gras grassi grassl
  grasso gratie grattan gratz gratzer gratzl grau gravensande gravina grba grbac grealish greally greaney greco
  gredičak greef greehy greelish greely greene greer gregersen greggio gregoire gregori gregorio gregorič gregory
  gregov greig greij greiner greisch gremese grenier grennan grethen grewal grgić grgurević grgurić grgurovac griesser
  grifeo griffen griffith griffiths grigoriev grimani grinius grinsven grisoni gritsch gritti groarke grob groen
  groenendaal groenestein grogan grojean gromov grondel grondelle grondin gronskis groogan groot groote gros grosjean
  grossi grote groth grover growney groß gruber grubišić gruijl gruijter gruil grundner gruson grégoire grönlund
  grönroos gröttner grünberger grüner grünwald gržetić gržinčić gschaider gschwandtner gstrein gstöhl gual gualandi
  gualtieri guarato guardia guardiola guariento guarneri guay gubain gubben gubeshe gubhela gubhuza gubulundu gubéran
  gucci gudelj guellec guendouz guerfi guerreiro guessoum guggenberger guglielmi gugushe guibert guicciardini guichard
  guidone guidotti guihan guijarro guilbert guilfoyle guillemette guillen guillet guillon guillou guinan guinane
  guinevan guiney guinizzelli guinnane guinness guiot guiry guit guitart gulan gulati gulbrandsen gulcher gulfam
  guliwe gullberg gullotta gulotta gulshan gulyás guma gumbi gumede gumprich gunarto gunawan gundersen gunn gunpf gure
  gusev gussoni gustin gute guthrie gutierrez gutknecht guyo guyon guzman guérin guštin gwacela gwagwa gwala gwamanda
  gwanyana gwija gwynn gxabhashe gyamfi gyamfiaa gyasi gyasiwaa gárate gáspár gärtner gélinas gérard göschl götz gülen
  günther güçlü haack haan haapala haapaniemi haarlem haas haase haataja haavisto haberl habibi habibov habibova
  habpanom hachemi hackl haddad haddouche hadebe haderer hadfield hadichayeva hadijayeva hadjadj hadžić haeften
  haengreve haering hafner hagan hagberg hagen hagendoorn hager haggerty haglund hagman hagström hahessy haid haiden
  haider haidinger hainaut haindl haines hainzl haire hajdu hakala hakker halake halambek halapir halder halidov halim
  halimah hallahan hallanan hallberg haller halleux halley hallgren hallik hallin hallinan hallissey halloran halme
  halpen halpin halsdorf halvorsen halász hamadi hamadouche hamaland hamann hamdani hamdi hamel hamidi hamilton hamisi
  hamlaoui hammadi hammar hammarström hammerl hammond hamon hamoudi hampton hamzaoui hanafin hanbury hancock handa
  handayani hande handl haneberg hanegraaff haney hangala hankard hanley hanlon hanly hanna hannah hanncard hannecart
  hannigan hannon hannula hanrahan hanratty hans hanson hanssens hançer hanžek hara harahoe haran harapin hardi
  hardiansyah hardie hardiman hardin harding haren hargadon hargan hargreaves hari hariyah harju harkin harkins harley
  harloff harmon harnett harrell harrer harrihy harrington harrison hartati harte hartigan hartl hartley hartman
  hartnett hartung harty haryanti haryanto hasan hasanah hasanov hasegawa haselaar hashimoto haslauer hasler haslinger
  haspengouw hassanah hassani hassett hastey hastie hastuti hatfield hattinger hatton hauer hauffer haug hauge haugen
  haughey haugland haumer haupert hausberger hauser hautala hautamäki havel haverty havlíček hawe hawkins hayashi
  hayden haynes hayre hayrioğlu hazenveld heaffy healey healy heaphy hearn hearne heavey hebenstreit hebert
  hechenberger hecke hecker heckett hedberg hedderman hedigan hedin hedman hedström heeb heelan heenan heeney heer
  heere heerenveen heerkens heerschop heffernan hefferon heffron hegarty hegde hegedüs hegedűs heger heggarty hehir
  hehl heiden heiderscheid heidrich heigl heijden heijman heijmans heijmen heikkilä heim hein heindl heino heinrich
  heinrichs heinsalu heinsoo heintz heintze heinz heinzl heirens heiss heissenberger hekker helen helenius helery
  helin helland hellberg hellemans hellevoort hellgren hellman hellwig helmerhorst helsen hely hemert hemetsberger
  hemma hemmen hempenstall henao henck henderson hendrick hendricks hendrickx hendriks hendrikse hendrix hendry
  henebry heneghan henegouwen henery heney hengen henin henk hennebry hennelley hennelly hennessey hennessy henni
  hennigan henrard henric henriksen henrion henriques henrotte henschel hensley henson henst hentschel hepburn
  hepenstall heraghty heras heraty herbert herbst herceg herck heremans hereward heribert hering heripon herity
  herlihy hermans hermansen hermes hermighausen hermosilla hernandes hernando hernon hernádez herout herranz herrero
  herrmann herstal hertrampf hervia hervás hervé hesbaye heser heskin heslin hess hesse hession hester hethur hettner
  heuertz heusden heuser heuvel hever hewitt hewson hexspoor heyden heydrich heylen heymans heyne heyvaert hhoyiyane
  hickman hidayanto hidayat hierro hietala higgins higueras hilary hilbert hilger hillen hillery hilliard hillow hilti
  hilton himmelbauer hines hinić hinney hinterberger hinteregger hinterleitner hinton hirsch hirschmann hirt hishon
  histon hjelm hjort hlabangane hlabisa hlatshwayo hlela hlengwa hlomuka hlongwa hlongwane hlophe hlubi hlumakazi
  hoarau hoare hoareau hoban hobbs hochleitner hochreiter hocine hodak hodel hodge hodges hodgson hodnett hodson
  hodžić hoecke hoedemakers hoek hoeks hoekstra hoelen hoevel hoeven hoey hofbauer hofer hoffman hofinger hofman
  hofmann hofmeister hofstetter hofstätter holappa holdaway holl hollander hollaus hollins holloway hollywood
  holmström holohan holst holsten holthuis holub holvoet holzapfel holzer holzinger holzknecht holzmann hondeveld
  honoré hoog hoogers hoogh hopkins hoppenbrouwer horak horan horemans horgan hormazábal horne hornich hornig horrocks
  horton horvat horvatek horvatinec horvatić horváth horák horáček hosae hoskins hosp hosseini hostaden hoste hotz
  houari houben houde houdijk hougardy houghton houle houlihan hourican hourigan hourihane houston houteveen howard
  howarth howells howley hoyos hozjan hoàng hočevar hrabar hranić hranj hrastinski hren hribar hribernik hrovat hrubá
  hrubý hruška hrvojić hršak hrženjak hsia hsiang hsiao hsieh hsin hsing hsiung hsueh huart hubbard huber huberts
  huberty hubin hubmann huddleston huemer huertas huffman hufnagl hughes huguet huhn huhtala huijben huijbrechts huijs
  huijzing huisman huka huljev hulle huls hulshouts hulskes hulst hult hulten hultgren hultman humayrova humbert
  humblet hume humer humoyunov humphrey humphreys humphries hunerik hunziker huotari hurd husnjak hussein hussey
  hutagalung hutapea hutasoit hutchinson hutchison huter hutter hutterer hutton huurdeman huybrechts huyghe huynh huys
  huysmans huzaifa hyde hyland hyman hynes hájek häfliger hägg hägglund häggström hämmerle hänel häring härm häusler
  hébert hödl höfer höfig höfler högberg höglinger höglund höller hölzenbecher hölzl höning hörl hörle hörmann hövel
  hübel hübner hürlimann hüseynli hüseynov hüseynova hüseynoğlu hütter iacobucci iacovelli iadanza iago iannelli
  iannotti iannucci iannuzzi ibacache ibañez ibikunle iborra ibraaheem ibrahim ibrohimov ibáñez idris iforayeva
  iftikhaar iglesia ignac ignatjev igoe ihab ihejirika ihsaan ihtiram ijli ikeda ikhlef ilan ilijić ilić iljin illés
  ilori ilupeju ilves imali imbert imhof iminza imonova impastato impe imronov infantino inglis ingoldsby iniesta
  innocenti inostroza inoue intaum interiano interminei interminelli inzaghi inzunza ioppi iqbal irawan ireland ireri
  iriarte iroha irungu irvine irving irwin isah isaksen isella isern isfandiyorov ishii ishikawa isler islomov
  ismoilov issa issac issack issak iswahyudi iten iturra ivandić ivanov ivančan ivask ivers iversen ivšić iyanda
  iymonova izaguirre izquierdo iñiguez jaabir jaakkola jaakson jaanson jaanus jabir jabr jaceps jacob jacobsen jacoby
  jacot-descombes jacot-guillarmod jacquemart jacquemin jacques jacquot jadot jadoul jafari jagarinec jagečić jaggi
  jahdami jahdari jahn jahongirov jailani jaiyeola jakab jakobsen jakobson jakopec jakovac jakovlev jakovljević
  jakupić jakuš jalaal jalakas jali jalil jalolov jama jamaal jamar jamasijadu jameel jameson jamieson jamile jamnik
  jamshidov janda jandl janežič jani janisch jank jankauskas jans jansdr janse jansen jansse janssens januar jaque
  jara jarc jaroš jarso jarvis jasminova jasprica jaume jaunzema jaunzems javohirov javornik jayaraman jaén jdotte
  jebet jefferies jefferson jeffries jefimov jefwa jeggij jegorov jehle jeitz jekel jelagat jelavić jele jelen jelimo
  jelić jelle jellyman jelínek jemeli jemrić jemutai jenewein jenni jennings jepchirchir jepchumba jepkemboi jepkemei
  jepkirui jepkoech jepkogei jepkorir jepkosgei jepleting jepngetich jeppesen jepsen jeptoo jereb jerez jerič jermakov
  jerman jerono jerop jerotich jerusalem jeruto jeršov jespersen jessel ježek jhaveri jiang jibela jibril jilani jiles
  jili jillo jimale jimenez jimínez jiyane jochems jockel jode joel jofré johal johann johansen johanson johnsen
  johnstone jokela jokiwe jomini jonckheere jonge jonghe jonjić jonker jonkman joos joosten jopich jordá jordán joris
  jorlink jorquera jorrisen jost joubert jourdan jovanovac jove jover jovinelli joyce joye jozić juan juarez judd juen
  jugovac juhanson juhkam juhlin juhász jukić julius juliá julián julliard juma jumba jumiège junck juncken juncker
  jung jungfer jungwirth junitz junken juqula juretić jureško jurić jurišić jurjević jurlina jurrijens jurčić jussila
  juvara jáuregui jäckel jäger jäggi jähn jäkel jänes jäntsch jäntti järv järve järvelä järvenpää järvi jódar jónás
  jõesaar jõgi jöbstl jörgensen jørgensen jürgens jürgenson jüttner kaamil kaari kaasik kaay kabeer kaberia kabir
  kabiru kabui kaburu kabus kachela kaci kadak kadakia kaddour kaddouri kadenge kadija kadlec kadri kadzo kageha
  kagendo kager kagwiria kahindi kahinu kahlina kahr kaimenyi kaindl kaingu kainz kairu kairys kajuju kakai kakar kala
  kalama kalamees kalan kalanjoš kalazić kalcher kalda kaleem kaleema kalekye kalinin kalita kaljula kaljurand
  kaljuste kaljuvee kalla kallas kallaste kallen kallert kallio kalm kalman kalmus kalniņa kalniņš kaloki
  kaltenbrunner kaltenböck kaltenegger kalume kalvaitis kalvelis kalvėnas kalēja kalējs kamal kamalanon kamande
  kamathi kamau kambs kamdar kamel kamene kammerer kamp kamper kamran kamronov kanana kananu kanda kandie kanerva
  kang'ethe kangethe kangley kangogo kangro kangur kanini kaniški kanja kankaanpää kannan kantola kanyi kapadia
  kapeller kapp kappel kapur karaamat karadeniz karagić karam karamarko karambu karan karani karanja karels karge
  kargl karhu kari karier karikari karimi karisa kariuki karl karlberg karlsen karlström karmelić karner karnik karpe
  karpov karrer karro karu karuga karuri karuza karwitha karz kasak kasam kase kasel kasemaa kasemets kashif kashyap
  kasim kask kaspar kasper kass kassim kasteelen kastelic kastner kasyoka kathagen kathambi kathure katić kato katona
  kattai kauffmann kaufman kaufmann kauliņa kauliņš kaupas kauppila kauzlarić kaučič kavaliauskas kavanagh kawira kaya
  kaysan kayser kazakov kazlauskas kazungu kaņepa kaņeps kašpar keady kealey keally kealty kealy keane keaney keany
  keapock kearney kearns keary keating keaveney keaveny kebaili kebir keeffe keegan keehan keelan keeley keely
  keenaghan keenahan keenan keeney keer keery keevers kehoe keightley keijser keijzer keitany keith kelder kelemen
  kelečić kelić kelleher keller kelley kellner keltenie kelvey kemboi kemei kempen kendall kendi keng kenga kenis
  kenlan kenlon kenna kenneally kennedy kennellan kennelly kenny kensy keogan keogh keoghan keoghane keohan keohane
  keown keplinger kerekes kerger kerin kerins kerkhof kerkhofs kerley kerlin kermody kernan kerney kerr kerrigan
  kerrisk kerschbaum kerschbaumer kerschen kerubo kerville kerwick keskitalo kesküla ketel keter ketola ketting keudel
  kevane keville kevin kevo keya keyes keyser khaba khabalidaka khaemba khaldi khaled khalil khalsa khambule khamis
  khamisi khanyeza khanyile khaphela khare khathi khathide khathini khawula khelif khelifa khelifi khelil kheswa
  khezokhulu khisa kholose khomo khonjwayo khosini khosla khoza khuba khubisa khuboni khukhuza khulu khuluse khumalo
  khumbuza khurana khuyameni khuzwayo khwane khwela kiama kiarie kibet kibiwot kibiwott kiboi kibor kidd kieber
  kieffer kiely kiema kieran kierane kierans kiernan kigen kihara kiik kiil kiilu kiio kiiru kiis kiisk kijnder kikas
  kikkas kilawee kilbane kilbride kilcoyne kilday kildea kilduff kilfoyle kilgallen kilgallon kilhooly kilk kilkenny
  killeen killilea killooly killoran killoughry kilmartin kilmore kilonzi kilonzo kilroe kilroy kimachu kimaiyo kimani
  kimanthi kimanzi kimaru kimathi kimeli kimemia kimeu kimosop kimotho kimtai kimura kimutai kinaghan kinahan kinet
  king'ori kingori kingston kiniry kinkela kinlan kinlen kinnane kinnear kinnegan kinner kinnerk kinney kinnon kinny
  kinoti kinsch kinsella kint kintziger kinuthia kinya kinyanjui kinyua kiogora kioko kipchirchir kipchumba kipkemboi
  kipkemei kipkemoi kipkirui kipkoech kipkogei kipkorir kipkosgei kipkurui kiplagat kiplangat kipleting kiplimo
  kipngeno kipngetich kiprono kiprop kiprotich kipruto kipsang kiptanui kiptoo kiptui kiptum kipyego kipyegon kiragu
  kirchmair kirchner kirillov kirimi kirinčić kirke kirpenstein kirschner kirsipuu kirss kirui kirwa kirwan király
  kisilu kisman kissane kisseljov kitheka kithinji kithome kiti kitonga kitprapa kitsao kitson kittakun kituku
  kitumaini kitur kitzler kitzmann kiuru kivelä kivi kivilo kivimäe kivimäki kiviniemi kivistik kivistö kivuva kiška
  kjeldsen kjellberg kjær klaarwater klaas klammer klanac klapp klarin klarić klashorst klasić klaus klausen klausner
  kleibrink kleijse klement klemenčič klemm klemt klerks kleybrink kligl klijn klimov kline klingelhöfer klinger
  klingler klocker kloiber klomp kloppert klotz klug knapp knappe knaus kneafsey knecht kneip knez knežević knockaert
  knoers knowles knox knudsen knuf knutsen kobal kobayashi kobelt kober kobia kocan kocher kocijančić kocjančič kocsis
  kodrič koech koeman koenig kofler koger kogler kogo kohli kohn kohv koit koitla koivisto koivula kokalj kokk kokko
  kokol kokorić kolade kolar kolarec kolarič kolb kolega kolen kolenc kolesnik kolić kolk koller kollmann kolm kolster
  kolář komar komarov kombe kombo komen komora konda kondratjev konečná konečný kong kongchayasukawut kongsri koning
  konings konovalov konrad konsbruck konstantinov kont kooij kool koome koomson koort kopecká kopecký kopf kopjar kopp
  koppel koppensteiner koren koret korichi korir korol korošec korpal korpela korpi korsman korstman kort korte
  kortman korutürk kosgei koshy kosi kosić koskei koskela koski kosoko kostanić kostelac kosten koster kostin
  kostolzin kota kothari kotkas kotnik kotov kouidri koval kovač kovaček kovačević kovačić kovačič kovács kovář koya
  kozlov kozma kočevar košir koški koščević koželj krabbe krack krainer krainz krajcar krajnc kral kralj kraljević
  kraljić krall kramar kramarić kramberger kramer krammer kranjc krastiņa krastiņš kratochvíl kratzer kraus krause
  kraushaar kraxner krebs krecke kreidl krein kreiner kremer kremser krenn kresonja kreusel kriegl kriens krier krieva
  krieviņa krieviņš krievs kriisa krish krishna krishnamurthy krishnan kristensen kristiansen kristoffersen
  krittayanukoon krivec križan krogh kroker kronberger kronenberg kronsteiner krop krpan krueger krug kruglov kruns
  kruschwitz krznarić král krõlov kröll krčelić krēsliņa krēsliņš kršanac krūmiņa krūmiņš krūze krželj kuan kubheka
  kubíček kucera kudrjavtsev kugler kuhar kuhl kuijc kuijpers kuilenburg kuiper kuipers kuisma kuit kujala kujundžić
  kukučka kulikov kulkarni kulmala kumer kumi kummer kumsoontorn kumushova kunac kunda kundu kundziņa kundziņš kunene
  kung kung'u kungu kuningas kunz kupsjak kurg kurgat kuria kurian kurki kurm kurniawan kurtoić kurui kuruvilla
  kurvits kurz kurzmann kusch kusen kusi kusiwaa kusmawati kusumo kuswandari kuswoyo kutsar kuus kuuse kuusela kuusik
  kuusisto kuusk kuveždić kuzmin kuzmić kuznetsov kučera kučić kuščević kvist kwaadland kwaakye kwaakyewaa kwamboka
  kwartemaa kwarteng kwemoi kweyama kyalo kyei kyeiwaa kyerewaa käfer kägi kälin källström kärki kärner käser käsper
  käster käär käärik kõiv köberl köck köhler kölbl köll könig kössler köster kühnert küng kütt kārkliņa kārkliņš
  kısakürek kļaviņa kļaviņš kříž laakso laan laane laanemets laar laarhoven laarse laas labado labaš labbé labeeb
  labelle labinjan labonté labrecque lacasse lachance lachapelle lachmann lackner lacombe ladavac ladeck ladner laere
  laet lafferty laffey laffray laflamme lafleur lafontaine lagarde lagat lage lagerweij lagler lago lagos lagzdiņa
  lagzdiņš lahaye lahey lahiah lahiffe lahmar laht lahti lahy laib laiho lailasari laimer laing lajlaj lakatos lakaza
  lakehal lakhal lakhdari lakošeljac laks laksita laksmiwati lala laliberté lalla lallemand lally lalonde lalor laloux
  lambe lamborghini lambot lambotte lambrecht lambrechts lambregt lamesch lammas lammens lammi lamont lamontagne
  lamore lamotte lamoureux lampert lampl lamprecht lamri lamula lamy lancaster lancisi landa landeghem landen landin
  landl landon-lane landry landström landy lanfranchi langa langan langat lange langeni langern langevoort langlois
  lanigan lanka lankle lansink lantz lanz laon laouar lapierre laplante lapointe laporte lappin lapsa larbi larcher
  lardinois lardner largan largey laribi larivière laroche larocque larose larouche larrañaga larrea lasa lasić
  lassila lassnig lastra lata lathrope latier latif latour latreche lattuada latupono latvala launay laur laurenson
  laureys lauri lauridsen laurila lauritsen laursen lauwers lauzon lavallée lavan lavell lavelle laverty lavery
  lavigne lavin lavoie lavrič lawlor lawrence lawson laylova layth lazcano lazizov lazuardi leacy leahy learmonth
  leavey leban lebar lebeau lebedev lebel leber leblanc lebon lebreton lebrun lechner lecocq leconte lecoq leddin
  leddon leddy lede ledent lederer ledoux leduc ledwich ledwith leeb leemans leemput leen leene leeney leeuw leeuwen
  lefort lefèbvre lefèvre legault legendre legnante legrain leguit lehane lehiste lehmann leht lehtimäki lehtla
  lehtmets lehto lehtola leibetseder leino leite leitgeb leithner leitner lejeune leland lelas lelei leleu leleux
  lelijveld lelièvre leloup lemay lemayian lemaître lembede lember lemieux lemire lemmens lemmer lemonnier lempereur
  lenaerts lenaghan leneghan lenehan lengauer lengyel lenihan lenić lennane lennon lenoir lensen lentz lenz leon
  leonardi leoncavallo leonetti leonhartsberger leopardi leopold lepage lepik lepistö lepp leppik lercari lerch
  lercher lerner lertsattayanusak leruth lesage lesjak leskovar leslie lessard lestari lester letelier letellier
  lether letta lettiere lettner leunberger leutgeb leuven levan levesque levine lewa leyden leydon leysen leyton leão
  lešić lešnik leščić lheureux lhoir liao libert liblik lichtenegger licul liddane liddy lidström lidén liebelt
  liekens liendert liepa liepiņa liepiņš lierde lieshout lievens ligorio ligtvoet liguori liiv liiva liivak liivamägi
  lijn likar lilja liljegren lillemets lillis lillo limazah limbourg limburg lincoln lindahl lindau lindblad lindblom
  linde lindell linder lindfors lindh lindinger lindkvist lindmark lindner lindorfer lindquist lindroos lindsay
  lindsey lindskog lindvall lindén linehan linke linna linnane linschoten linskey linster lintner linton lipp
  lippomano lisica liston littizzetto liverotti livingston liyaaqat liyaqat lizama lizana liégeois liénard liška
  ljubetić ljubić ljubičić ljung ljungberg ljunggren ljungqvist llabrés lladó lledó llobet llopis llorens llorente
  lloret lloyd lluch loaiza lobato loep loftus logar loghan loginov logue loibl loidl loiseau lojen lokk lollobrigida
  lombard lombardi lombardo lombroso lommert lomp london londoño lonergan longhena longode loock loorits looveren looy
  lopresti lorang lorca lorch lordan loredan lorencin lorent lorenz lorenzo lorreijn losa losada losatapornpipit
  losekann loucif loughlin loughnane loughran loughrey loughry lounis loureiro lourenço louws lovett lovrić lowney
  loyola luay lubelo luboch lucarelli lucchesi lucciano lucel lucena lucey luciani lucitt lucić luddy ludonga ludovisi
  ludwig luengo luht luik luin luinenburg luitgardis luján lukhele lukin lukinić lukić lukk lukstiņa lukstiņš lukács
  lukša lukšić lumbasi lumbreras lumi lumiste lumumba lundblad lunde lundell lundh lundholm lundkvist lundmark lundon
  lundquist lunham lunney lunny luoma lupo luqe luqmaan luqman luque luria lussier lussu lustenberger lutf lutgen
  lutholoni luthra luthuli luts luttenberger lutterveld luvuno luxardo luxemburg luyckx luyssel luyten luzi luís lučić
  lwandle lyden lydon lynchechaun lynchehaun lyng lynn lynskey lyon lyons lysaght lászló lähteenmäki lätt lääne lääts
  léger léonard létourneau lévesque lévy lévêque lõhmus löchel löffler lönn lövgren löwer lübs lüscher lüthi lāce
  lācis līce līcis lūse lūsis maalik maalim maaren maasgouw maasik maaswinkel maath maawiya mabanga mabaso mabhena
  mabhodla mabhoko mabika mabizela mabuya mabuyakhulu mabuza madan madani madariaga maddox maddy madela mader maderna
  maderno madhubuti madi madiba madide madigan madinaeva madinane madiyan madlala madlanduna madlula madondo madonsela
  madsen madu maduma maduna madunić madziba maeda maertens maestre maeyer maffei mafobo maftunova mafuleka mafulela
  magagula magalhães magan magann magar magauran mageba magee mageean magennis magennity mageto maggioli maghanga
  magill maginn magić maglio magnani magolwana magombo magononde magoza magrassi magrath magubane maguire magujwa
  magutshwa magwaza mahal mahamba mahamed mahamud maharaj mahat mahaye mahbeer mahbub mahdiev mahe mahedy maheen
  mahendra maher maheswara mahfuj mahfuz mahi mahieu mahlaba mahlalela mahlangu mahlase mahlinza mahlobo mahmood
  mahmoud mahmoudi mahmudov mahmudova mahnet mahon mahoney mahony mahulube mahy maia maidana maidla maier maierhofer
  maillet maina maingi mairhofer maitha maithya maiyo majcen majd majdenić majeed majerus majoka majola majorana
  majozi majumdar makarov makau makena makhanya makhathini makhaye makhaza makhedama makhlouf makhloufi makhoba
  makhubo makhulukhulu makhunga makinde makinwa makokha makori makovac maksimov makulu makungu malacarne malakova
  malambule malaparte malatesta malek malembe malenchini maletić malevu malfait malherbe malhotra malikova malinga
  malipiero malki malley mallick mallien mallon malmberg malmgren malmqvist malmström malnar malo maloba malone
  maloney malowney maloča malpighi malsen maltais maluki maluleka malá malõšev malý mamani mamić mammen mamo mamula
  manacorda manahan mancebo mancilla mancini manda mandal mandasari mandel mander manderscheid mandl mangale mangan
  mangat mangcamane mangede mangen mangena mangethe mangunsong manjón manley manne mannion mannix mannoia manole
  manolesso manqele manrique manríquez mansa mansell mansfield mansilla manso manson mansour mansouri mansur mansveld
  mansvelt mansız mantegazza mantegna mantshinga manuel manullang manunta manyoni manzano manzezulu manzi manzini
  manzoni manço maouche maphalala maphanga maphindela maphisa mapholoba maphumulo maquet marambio maranga marangoni
  marazzi maraš marbun marcacci marceron marchant marco marcos marcotte marcoux mardešić mardhiyah mardones marduras
  marec marechal marek marenzio maretić mareš marfell margraf margreiter marien marin marinetti maringer marini marino
  marion maripuu maris mariscal maritim mariën mariño marić maričević marjonova markanjević markey markham markl
  marklund markovac markovič markus markuš marley marnach marnan maroa marolt maroof marpaung marquet marquez marqués
  marren marrinan marrone marsden marsili marte marti martineau martinelli martinić martinsen martinson martinčević
  martić martorell marttila martucci martyn martí martín marušić marwa marx marxer maryadi maryamova maryati marzorati
  maréchal marí maršić maržić masai masango mascagni mascaró mascheroni maseko masese masha mashaba mashasha mashimane
  mashinini mashiya masibekela masika masikane masila masilela masina masinde masinga maslov masondo maspero massart
  masseron masset massey massin massé mastandrea masterson mastroianni masuku matagne matahlija matamala matana matano
  matara matas mateos materne mateu mateša mathaba mathebela mathebula matheka mathenge mathenjwa matheson mathetha
  mathews mathias mathiasen mathibela mathiesen mathis mathisen mathol mathonsi mathot mathula mathunjwa mathurin
  mathwasa mathy mati matias matijaš matijević matile matinawin matić matko maton matoušek matovina matošević matsuda
  matsumoto mattarella matteotti matthews matthijs matthys matthäi mattila matulin matulić maturana matus matvejev
  matějka maughan maulana maundu maureira maurer maurice maury mauti mavela mavra mavrič mavundla mavuso mawanda maweu
  mawewe mawia mawira mayaka mayasari maye mayerhofer mayeza mayise mayisela maynard mayol mayr mayrhofer maza
  mazalankosi mazibuko maziya mazouz mazouzi mazwi mazzacurati mazzanti mazzeo mazzi mazzini mazzocchi maćešić maček
  mašek mbaabu mbae mbaka mbamali mbanjwa mbatha mbatshazwa mbeje mbekwa mbembe mbende mbhele mbhense mbhobho mbhodwe
  mbhulangwe mbili mbithe mbithi mbiti mbogo mbokazi mboko mbonambi mbonane mbongwa mbongwe mbotho mboya mboyisa
  mbugua mbui mbula mbulaze mbulazi mbuli mbungela mbunjwa mburu mbuthia mbutho mbuvi mbuyazi mbuyisa mbuyise mdaka
  mdakane mdladla mdlalose mdlanyoka mdlenevu mdletshe mdluli mdlumbi mdonswa mdotshana mdunge meaghan meagher meaney
  meara mears mebarki mecheri medač meddah medel medici medić medjahed medved medvedev meehan meenaghan meenan meeres
  meersman meert meester meeus meeusen meftah megantara megaw mehigan mehloluhlaza mehrimohova mehrojov meier meijer
  meili meindl meis meisch meixner meić mejia mejías melady melander melani melchior meldon melendez melero melet meli
  melia melican melin melis mella mellado mellet mellon mellor melnik melville melvin memela memon mende mendes mendez
  mendizábal mendonça mendès menendez meneses mengolo mennea mens mensah menthonnex menton mentzel menza menziwa
  merabet merah mercadante mercader mercalli mercantini mercati mercks merckx meredith mergen merila merisi merkaš
  merkx mernagh merrigan merritt mersch mertens merz merzoug merzougui mesarić mesbah mescall mesić meskill messaoudi
  messina messner mestdagh metcalfe metella methavorakul mettler metzler meucci meulen meurant meurisse meusburger
  meyers meyiwa mezei meziane meziani mezzetta mfeka mfusi mgabadeli mgabhi mgasela mgazi mgcaleka mgenge mgilija
  mgobhozi mgwaba mhayise mhlabandlovu mhlambo mhlanga mhlangu mhlanya mhlongo mhlongwane mhlophe mhlungu miah micca
  michaud michaux michelangeli micheletti michels michelson micheni michiels michielsen middelkoop middlemiss
  middleton mielcarek mies migliaccio miguel migwi mihalić mihaljević mihelič mihelčić mihhailov mihić mihoubi
  mijsberg mikić mikk mikkelsen mikkola miklavčič miklečić mikulandra mikulec mikulčić milanesi milanova milas milatić
  miletić milevoj miley milina miličić milla millar millard millea millican milligan millán milmo milne miloslavić
  milotić miloudi milovac milroy miltenburg mimica mimouni mimun minayo minet minhas miniati minihan minihane minne
  minogue miočić miralles miranov mironov mironshohov mirosavljević mirt miró miscell misicher misiko miskell mispelen
  misra missoni mistry mital mitei mitra mitschke mittal mitter mitteregger mitterer mitterlehner mittermayr miura
  miya mičetić mišak miše mjadu mjoli mjwara mkhabela mkhandlela mkhathini mkhatshwa mkhithi mkhize mkhokeleleki
  mkholo mkhonza mkhumbuzi mkhungo mkhwananzi mlaba mlakar mlalane mlalazi mlambo mlangatshe mlangeni mlawula mlinar
  mlinarič mlondo mlotshwa mlungisi mlungwana mmboga mmbone mnangat mnangwe mncube mncwabe mncwanga mngadi mngoma
  mngomezulu mnguni mngwemkhulu mngwengwe mnikathi mnisi mnomiya mnqamu mnqayi mnquhe mntambo mntimande mntungwa
  mnyamande mnyandu mnyoni moberg mocanu moccia mocenigo modiano modig modigliani modrić modugno mody moens
  moensendijk moerman moet mofardin moffatt moffit mogaka mogeni mogensen mogere mogherini mogire mohammad mohammadi
  mohammed mohammedi mohamud mohan mohanty mohaupt moher mohinurova mohlaroyimova moisio mokadem mokaya mokhtari
  mokrane mokrani mokua molano molegraaf molen molenaar molesini molin moliner molins molitor molloy molnár moloney
  molyneux momanyi momberg monaco monaghan monagle moncada mondaca mondadori mondaini mondise monduzzi moneta monfort
  mong'are mongan mongare monicelli monnard monnet monney monnier monreal monroe monsalve montague montalbán
  montalcini montalti montanari montanariello montandon montanelli montaña montecchi montecino montecinos monteiro
  montesano montesinos montessori monteverdi montez montgomery monti montserrat moone mooney moosbrugger moraa
  morabito moraga morahan morais moraleda moran morand morandi morandini morante morara morard morata moravec morawo
  morcillo moreels morell morellato morera moresi moretti morgagni mori moriarty morillo moritz morić morlacchi morley
  mornane moroney morosini moroz morpurgo morricone morrin morrison morrissey morrocco morsli mortati mortensen
  mortier mortimer morton morucci morvan morán moscarda moschino mosemann moser moseti moslavac mosley mosquera
  mostefaoui motha mottet mottiez moturi moulay moura moureau mourib mousel moussa moussaoui moyano moyer moylan
  moynihan mozart močibob mpangazitha mpanza mphahlwa mphankomo mphazima mphemba mphephethwa mpikela mpila mpofana
  mpumuza mpungose mpunzana mqadi mqungebe mrak msamkhulu msane msani mseleku mshazi mshengu mshibe mshikela mshikila
  mshiyane msibi msimang msindazwe msokazi msomi msuthu msuya msweli mthabela mthalane mthanti mthembu mthethwa
  mthimkhulu mthinti mthiya mthiyane mthombeni mthonti mtimande mtolo mtshali mtumaseli mtuswa muange muasya mubinova
  muchai muchangi muchemi mucheru muchira muchiri muchoki muchui mudden mude mudgway mudri mudronja muema muendo mueni
  muga mugambi mugendi mugo mugure muhammadaliyev muhammadaminov muhammadamirov muhammadayubov muhammadazizov
  muhammadov muhammadrizoyev muhammadsafoev muhammadsodiqov muhammadsolihov muhammadumarov muhammadyasinov
  muhammadyusupov muhammadziyoev muhia muhonja muhoro muhr muhsinova muhumed muia muigai muijs muimi muinde muindi
  muiruri muizzova mukami mukherjee mukhwana mukiri mukoya muktar mukundi mulcahy mulcair mulder mulders muldoon
  muldowney mulei mulet mulgrave mulgrew mulhare mulhern muli mulinge mulkerrin mullaghan mullaly mullan mullane
  mullaney mullany mullarkey mullery mullin mullins mullooly mullooney mulloughney mulloy mulongo mulqueen mulqueeny
  mulrain mulrooney mulroy mulry mulryan mulvany mulvenna mulvey mulvihill mulvin mulvy mulwa mulyani mumba mumbe
  mumbi mumbua mumo mumtozova munari mundia munene mungai munguti munisayeva munnelly munoz munro munroe munyao munyi
  munyiva munyoki munyua munywoki muoki murae muraguri murakami murangiri muratori muraya murcia murdoch mureithi
  murialdo murigi muriithi murimi muriset murithi muriuki muriungi murnane murnin murodov murrihy mursalinaeva murtagh
  murthy murty muru murugi murunga murungi musa musatti musau musaxanlı musee musembi musfirayeva mushtariyeva musi
  musil musila musili musimbi muslimaeva muslimov mustafa mustafayev mustapić mustač mustofa musumba musungu musy
  musya musyimi musyoka musyoki mutahi mutai mutanu mutegi mutembei mutemi mutethia muteti muthama muthami muthee
  muthengi mutheu muthiani muthike muthini muthoka muthomi muthoni muthui muthuri mutia mutie mutinda mutindi mutio
  mutiso mutisya mutti mutua mutugi mutuku mutuma mutune mutunga mutungi muturi mutwiri muuo muxlisayeva muxtaroğlu
  muya muynck muzayyanova muzdalifayeva muğanlı mušćet mužina mužić mvelase mveni mvubu mvuyana mwadime mwai mwaka
  mwakio mwamburi mwandla mwangangi mwangi mwania mwaniki mwanza mwanzia mwathi mwaura mwelase mwema mwenda mwende
  mwendia mwendwa mwero mwihaki mwikali mwinyi mwinzi mwirigi mwita mwiti mwololo mwongela mwongeli myeni myers myeza
  myhre myklebust myles myllymäki mzila mzilankatha mzileni mzimela mzizi mzobe mzolo mzomba mzoneli mzukase mzulwini
  mármol márton máté mäder mäenpää mäeots mäesalu mägi mäkelä mäki mälzer mänd mändla männik männiste männistö mäntylä
  määttä ménard mészáros mínguez mõttus möchlichen mölder möller mörth møller múgica múñiz mühlbacher mühlberger
  mühlböck mühle mülichen müllner mürk müür müürsepp naail nababan nabeel nabih nabwire naccari nacer nadal nadeau
  nadeem nadi nadig nadkarni naeem naessens nafula nafuna nagar nagarajan nagel nagele nagi nagl nagle nagy nagys
  naibei naidu naili nainggolan najam najeeb najmudin nakagawa nakajima nakamura nakhumicha nakić naliaka nallon nally
  nalty namaga nanda nandisa nandwa nangle nanjala naomi napitupulu napolitano narain narang narasimhan narayan
  narayanan narpati narula narušis nasambu nascimento naser naserian nash nashiruddin nasimiyu nasri nasyiah nasyidah
  natarajan nath natsir natt natta naughton naujokas naumov nausėda navarria navas navez navone navrátil nayak naylor
  nazareth nazari nazarov nağıoğlu ncala ncama ncanana ncongwane ncube ncusi ncwaba ncwane ndaba ndabandaba ndabansele
  ndabase ndabezitha ndambuki ndandali ndanu ndawo ndawonde ndege ndegwa nderitu ndichu ndiema ndima ndimande ndinda
  ndinisa ndirangu ndiritu ndiwa ndiyema ndlala ndlandla ndlangamandla ndlanya ndlanzi ndlela ndlondlo ndlovu ndolo
  ndondakusuka ndonga ndoro ndosi nduati nduku nduli ndunda ndung'u ndunge ndungu nduta ndwandwe ndwiga nealon neary
  nebot necci nederlotharingen nedermeijer nedić nedjar needham neehan neelan neelin neenan neerachapong negele neilan
  neilian neill neilson neira neirynck nekesa neligan nelima nemec nemes nemeth nenzi nerger neto nette neubacher
  neubauer neugebauer neuhauser neuhold neulinger neumann neumayer neumayr neumeister neumüller neuner neureiter
  neureuther neuschäfer neustrië neuteboom neuville neuwirth neuzerling nevado nevala neven neveu neville nevin newman
  neyens neylon ng'ang'a ngala nganga ngao ngari ngaruiya ngatia ngazitha ngcamane ngcamu ngcemu ngcobo ngcolosi ngei
  ngema ngeno ngetich ngiba ngidi ngige ngigi ngina ngobese ngobisi ngomane ngome ngonini ngotho ngotsha ngubane
  ngubeni ngugi ngui ngumbao ngungunyana ngunjiri ngure nguyễn ngwane ngwazi ngwekazi ngwenya nhlabathi nhlane
  nhlanhla nhlanhlampofu nhlapho nhleko nhlengethwa nibali nicaise nicholas nicholls nichols nicholson nicolau nicolay
  nicoletti nicolini nicolucci nicolás niederl nieh nielsen niemeier niemelä niemi niermann nieuwenhuijsen
  nieuwstraten nievo nigam nigg niggli nihoe niit nijman nijs nikiforov nikitin nikolaev nikolić nikula niland nilles
  nilsen nilufarova nimac nimwegen ninalowo nipp niquille niscoromni nishimura nistor nitti nitto nixon nizet nišević
  nižetić njagi njambi njapha njau njenga njeri njeru njihia njiki njinji njiru njogu njoka njoki njoku njomane
  njoroge njue njuguna njuki nkabinde nkala nkamzwayo nkansa nkansah nkatha nkirote nkomo nkomose nkomoye nkonyeni
  nkrumah nkumane nkundlande nkwakha nkwali nkwaliyenkosi nkwanyana nnamani noack nodanga nodlomo nogantshi noguera
  nogués nohlmans nolcini nollee nolty nombela nombhoco nomndayi nomvuma nondaba nondlela nonduma nongalaza nongalo
  nonkosi nonkululeko nontanda nontuli nonyana noonan noone noor noordeloos noordijk noordmark noort noot norac
  norambuena norbiato nord nordberg nordgren nordio nordlander nordlund nordqvist norgren norlin norling normand
  norramon norris norrman norry northeim norton norén nosbusch nosiglia notarbartolo nouar noui nouri novaes novais
  novaro novikov novitasari novoa novosel novotná novotný novák nowanqa nozimova nozulu noël nqumela nsele nsia
  nsibande nsibanyoni nsindane nsukuza ntaka ntamonde ntanzi ntenga nthenya nthiga ntiamoa ntim ntinyari ntombela
  ntsele ntshalintshali ntshangase ntshingila ntshiza ntuli nuffel nugent nugnes nugroho nulty nunes nunez nunne
  nuraini nurdiyanti nuriyeva nurk nurm nurmi nurmuhammadov nussbaumer nusslé nuut nuwenhijsen nuwenhuijzen nuwenhuse
  nuwenhuysen nuyts nußbaumer nuñez nwosu nxamalala nxasana nxele nxumalo nyaako nyaakoaa nyaboke nyabuti nyabuto
  nyaga nyagaka nyaguthii nyakio nyakundi nyale nyamai nyamawi nyambane nyambose nyambu nyambura nyame nyamu nyamweya
  nyanchama nyanda nyandeni nyang'au nyangaresi nyangau nyangweso nyantakyi nyathi nyawa nyawira nyawo nyawokhulu
  nyawose nyazitla nyembe nyembezi nyeuwenhuysen nygren nygård nyhan nyide nylander nylund nylén nyman nyoike nyokabi
  nyokayebululu nyongesa nyongwana nzai nzama nzamela nzau nzilani nzima nzimande nzimase nzioka nzioki nzisa nzomo
  nzuki nzuza nägele näscher näslund næss németh nõmm nõmme nõmmik nöbauer nørgaard nüsslin němec němeček obama obando
  obara obare obasanjo obeng oberhauser oberhofer oberleitner obermayr obermüller oberndorfer oberweis obiero obonyo
  obratov obuya ocaña ochieng ochola ochten oconnell oconnor odera odero oderwald odescalchi odetola odhiambo odinaeva
  odinga odira odiwuor odobašić odom odongo odonnell odoyo odunsi oduor oduori oehri oemencs oestrovsky oever offredi
  ofner ofori ofosu ogada ogawa ogbuehi ogega oger ogeto ogindan oginga oginni ogola ogolla ogulana ogunbamigbe
  ogunbiyi ogunbo ogunde ogunleye ogunwobi ogunyeye ogutu ogweno oirschot ojala ojaste ojiambo ojua ojukwu ojwang
  okada okafor okamoto okech okeke okello okelo okemwa oketch okeyo okinyi okongo okoro okoth oktaviani okuku okumu
  okyere olabode oladipupo olaiya olander olasupo olate olave olaya olesen olesk olguín oliboni olinger oliva oliveras
  olivetti olivé ollila ollivier olmedo olmo oloo olowokeere oloyede olsen olst olthof olubode olugbayila olujimi
  olukotun olukunga oluoch olusanya oluwagbemi olykan oláh omair omani omar omari ombasa ombati ombui omeir omidina
  ominova omma ommeren omojola omollo omolo omondi omotoso omran omwenga omweri omwoyo ondari ondiek ondieki onditi
  oneal oneill ongeri onio onisto onjengenyamazane onoh onsongo onwuka onyancha onyango onyiego ooko oommen ooste
  oosten oostendorp oosterhek oosterhout oostveen ooyen oparinde opazo opiyo opizzi opmans opoku opondo
  opper-lotharingen oppong oprea opuku oras orav orban orbanić orbán orengo orina orjuela orlando orlić orlov ormeño
  ormsby orosz orrego orsini orsós ortese ortmann ortner ortolani ortuño orucov orwa oršolić oršoš oršulić osborn
  osborne oscuro osei oshin oshodi osiemo osiyeva osman osoro ospelt ospina ospino ossama ossandón ossani osses
  ossipov ossola osterhoudt ostermann ostinelli osuna osuntokun oswald otabekov otiende otieno otiwa otmani otte
  ottino otuo ouali ouchene oude oudewater ouellet ouko ouwel ouwerkerk ovadia ovalle overdijk overeem overgaard
  oversteeg oviedo owais owen owens owino owiti owokoniran owolabi owoyemi owuor owusu owusuwaa oyadiran oyaifo oyarce
  oyaro oyarzo oyarzún oyekan oyeniyi oyetoro oyeyemi oyinlola oyoo oyshayeva oyugi ozimec oñate paap paas paavola
  pablo paccot pacelli pacetti pacher pachler pachoud pacillo pacomio padden padmanabhan padmasari padovano paegle
  paepe paez paffrath paganini pagliaro pagnotto pagès paier paillet paimo paiva paju pajula pajur palacio palan
  palastri palau palić palladio pallarès palma palman palmgren palmisano palmqvist palomar palomares palombi palomäki
  paltrinieri palu palumbo pamić pammer panatta panchal pandurić pandya pangestu paniagua panicucci panov panzera
  paoletti paolini paolucci papafava papak paparić papetti papp paquay paquet paquette paquin paquot parada paradi
  paradis pardo pareja parejo parekh pareto parijs parikh parini parisi parkes parkinson parmar parmentier parmer
  parmitano parpinel parraguez parri parrish parsa paruta parys parzer paré pascarella paschoud pasman pasolini pasqua
  pasquier passalacqua passchiers pastine pastoors pastén pasuk pataki patberg patchett paterson pathak patla paton
  patterson patton pattyn pauer paulauskas paulitsch paulsen paulus pauly pausini pauw pauwels pavanello pavarotti
  pavelić pavert pavez pavić pavičić pavlin pavlič pavlov pavlík pavlíček pavón payet payne pazos peano pearson pechel
  pecotić pederiva pedersen pedersoli pedišić pedrazzini pedroni pedrosa peeters peham peharda peiffer peinado peiró
  peitrequin peixoto pekkala pellegrini pelletier pelli pellicer pellico pelser peltier peltola peltoniemi peláez pena
  pender pendl peng penić pennetta pennington penttilä penz pepe pera perak peral peranda perano perck perdomo perelló
  perera pereyra pergande pergolesi perini perić perišić perko perkov permadi permata permchart perner peron peronne
  perozzo peroš perreault perret perri perrono persijn pertile pertini pertiwi pertl peruzzi peruško perälä perčić
  pesendorfer petek peterlik peterse petersen peterson petitjean petralli petrassi petrauskas petrić petričević
  petrocelli petrov petrovič petrucci petrucelli petruzzi pettai pettersen petz peukert peyton pezzali peñaloza
  peñalver peñas pečnik pečur peša pešić pfeifer pfeiffer pfister pfleger phakathi phakathwayo pham phathwayo phayre
  phelan phelps phetha phethela phewa phikela philban philbin philip philipp philippart philips phillips phillipsen
  phingoshe phoseka phoswa phungula phusilarungrueng phuthini phạm piacentini pianduangsri piane piazzi piccand
  piccinni piccio pichler pichon pichpandecha piché pickering pieber pieper pierard pierrard pierret pierson pieters
  pietilä pietrangeli piette pigafetta piggott pignatti pigott pihelgas pihl pihlak piho piir piirsalu pikatsingkorn
  pikec pikk piljek pillay pilon pilz pimenta pinamonte pincheira pincherle pineau pinedo pinheiro pinho pinilla
  pininfarina pino pintar pintarić pintarič pinter pintor pintér pinzón piovani piquer pirandello pirard pirc pircher
  pire pirelli pires piret pirker pirlot pirnat piron pirotte pirson pisacane pisani pisano pisaroni pison pistoletto
  pitanuwat pittman pitts pizzamano pizzetti pizziol pizzo piérard piñeiro piñol pkemoi plana planas plantak plantard
  plante plantek plas plath platini plattner platzer plažanin pletschette pleše ploeg ploom plourde pluijm poblete
  pochet pocius podniece podnieks poelmans poerio pogačnik pohjola pohl pointner pokas pokorny pokorná pokorný pokos
  pokuaa poland polani polauaypon polesel polet polfliet polizzi polić poljak poljakov polla pollak pollet polonijo
  polpo polzer polák pomaa pomares pombo pometta poncelet ponci poncin pongpanitch pongrac pontecorvo ponti poole poom
  popa popov poppe poppel porcel porcellato poropat portero portilla portmann porto porzio posalee posch poslon
  pospíšil postl postma pothanun potier potočnik potvin poucke poulain poulin pouliot poulsen pouw povilonis powell
  poza pozder pozo pozuelo pozzecco poška požega praagh prabhakar prabhu prabowo prachayaroch prada pradana pradhan
  pradipta praet praga prager prakalpawong prakasa prakash pranowo prantl prasad prasasta prasetya prasetyo prashad
  prastuti pratama pratesi prati pratiwi praxmarer prayoga prayoonhong preda predovan preiß prelec prempeh prendergast
  prenner preočanin preston pribanić priede priedīte priedītis priego primožič pringle prins prinsen prinz priselac
  pritchard priuli probst procacci procházka procter prodi proietti prokop proost proulx prouse provencher prpić
  prskalo prtenjača pruitt pruschke pruul pruvost pryal prévost pröll pucci puccini pucher puchner pudjiastuti puentes
  puerta pugliese puglisi puhakka puharić puig pujadas pujol pukk pulci pulgar puljiz pundel puntigam punz purcell
  puriņa puriņš purmale purmals purnawati purohit purwanti puspasari puspita putinja putra puusepp puškarić pásztor
  pärn pärna pärnpuu pärtel pärtzelt pépin péter põder põdra põld põldma põldmaa põllu pölitz pöll pölzl pöschl
  pühringer püvi pērkona pērkons qaasim qabeel qabiloğlu qadar qadeer qafarov qahtan qaim qais qarabağlı qaseem qasif
  qasımov qian qiao qomazitha qoçulu qoşalı quadir quaide qualter quartey quasimodo queally queenane querini quero
  querol quevedo quigney quijada quillinan quilty quinlan quinlivan quinn quinney quinny quinteros quintus quirke
  quiroga quiroz quirós quispe qurbanlı qurbanov qusay qutaybah qutqaşınlı qwabe raab raadik raag raaghib raakin
  raamat raashid raatib rabah rabar rabb rabbani rabbitte rabee rabhi rabia rabiah rabitsch rabl rachedi racine
  rackham radelić rademaker radhakrishnan radi radin radisch radić radl radman radočaj radošević raed raemdonck raes
  raeymaekers rafay rafeek rafferty rafi raftery raftis raghavan raguž rahal rahayu raheel rahija rahilly rahimah
  rahman rahmani rahmawati rahmoune rahmouni raidma raight raimondi rainer rajagopal rajagopalan rajala rajan rajasa
  rajata rajh rajn raju rajčić rakela rakuljić raleigh raljević rama ramachandran ramadan ramadhan ramaekers ramaker
  ramakrishnan raman ramanathan ramaswamy ramazzotti ramdani ramesh ramsauer ramsay ramsey ramón ramšak randall
  randazzo randhawa randles randmaa randoja randolph raney ranganathan ranta rantala raol rapin rapisardi rappaz
  rapraz rashid rask raskin raspor rastelli rastija rastoder rastogi ratemo ratta ratti rattigan rauch raud raudsepp
  rauhala raurica rausch rauscher rauter rautio ravaglioli raval ravi ravn rawley rayel rayhonova raymond raynaud
  rayner rayyonova rašeta rašić ražov reade reardon reavy rebane rebić rebolledo rebollo recer recers rechberger recio
  reckinger reddin redi redican redl redmond redondo reese regan rege regge regnier reguera rehn rehorst reich reicher
  reichl reichmann reid reidy reig reijers reimann reimes reina reinbacher reindl reiner reinert reinhardt reinisch
  reinprecht reinsalu reinthaler reischl reiser reising reisinger reisner reitbauer reiterer reithofer reitinger
  remacle remmel remmers rendulić renehan rengifo renier rensi renson renzi requena resch resnik respighi restrepo
  retamal retamales rettenbacher reuter revilla reynaert reynaud reynders reynell reynoldson rezende rezig rhatigan
  rhattigan rheineck rhodes riascos ribarić ribeiro ribera ribić ribič ribičić ricart riccardi riccati ricci ricciardi
  richards richardson richey richie richmond rickard ricolfi rieder riedl riedler riedmann rieger riegler riehl
  riekstiņa riekstiņš riener rienzo riepl riera ries rieser riet rietveld riffo rigaux righi rigney riihimäki rijcken
  rijks rijn rijnsbergen rijntjes rijthoven rikke rinaldi riney ringhofer rinn rinne rinner rintala rioba riordan rios
  riou rioux ripoll rippey riquelme risch risek risma rismondo ritacca ritoša rius rivard riveros rivière riyanti
  rizzo rizzoli ričko roache roarke roarty roba robadey robb robbrechts roberge roberson robertson robeson robi
  robitaille robiyayeva robson roca rocamora rocca roccabonella roce rocher roda rodden roddy roden rodgers rodrigo
  rodrigue rodrigues rodrígez rodríquez roeck roelandt roels roero roessink rogerson rogge rogiers rogner rogošić
  rohaan rohleder rohrer rohrmoser roht rohtla roig roijen rojnić roland roldan rollinger rollins romagnoli romain
  romanens romanov rombaut rombouts romeu romijn romiti rompaey román ronan ronayne roncalli rono ronoh roodesteijn
  rooij rooney roosen roosenboom roosileht roover ropero rosa rosell roselló rosemann rosenberg rosenberger rosengren
  rosenow rosenqvist rosero rosiello roskoth rosmini rosner roso ross rosseel rosselat rosselet rossellat rosselli
  rossellini rosselló rossetti rossini rossiter rossmann rossum rosén roth rotich rottensteiner rotteveel rottiers
  roukes roura rourke rousseaux rousselet rousset rouwenhorst rouwhorst rovira rowland rowlands rowley royo rozas roze
  roziyayeva rozman rozīte rozītis rožič rožman ruane ruano rubben rubbia rubene rubenis ruberto rubeša rubilar
  rubinić rudden rudkins rudolf rudolph rudzīte rudzītis ruffini ruggeri ruggieri rugut ruhshonova ruijs ruiter ruiz
  rukavina rumaysayeva rumjantsev rumora rupnik rupp ruppersberger ruppert ruqiyayeva russell rusticucci rutar ruto
  rutten rutto ruud ruus ruwa ryck rycke rydberg ryder rydén ryle rynn rynne rácz rädel rätsep räty rémy ródenas röck
  röhrdanz röhricht römer rönkkö rörricht rössler rønning rüegg rüütel růžička saabir saad saadi saafir saahir saajid
  saal saalim saaqib saar saare saarela saari saariyah sabah sabater sabatini sabbatini sabbe sabeeh sabela sabelo
  sabharwal sabil sabinova sabiq sabljak sabol saboor sabotic sabri sabrinova sabur saburah sachar sachdev sachdeva
  saci sacristán sacré sadan sadaqat saddamov sadeed sadiqov sadiyeva sadıxov sadıxova saefullah saelens saez saffi
  safinayeva safitri safiyeva safo safoaa safronov sagar sagese sagmeister sagnelli sagredo saha sahli sahlin sahni
  sahota sahraoui saidani saidi saidov saidova saina sainio sainz saito saitoti sakalauskas sakamoto sakarya sakač
  sakinayeva saks saksen sakwa sala salah salahudin salako salamanca salamoğlu salandra salat salata salcher saldivia
  saldías saleh salem salgari salhi salieri salim salm salmela salmen salmerón salo salohiddinov salom salomaa salopek
  salu salumets salumäe salvador salvemini salvi salvini salvà salz salzer salzmann samandarov samele sameya sami
  saminova samirov samirova samiyeva sammer sammon samoei samosir sampaio sampath samper sampson samra samson samwel
  samyn sanches sandanezwe sande sandell sanderson sandgren sandhu sandi sandin sandoz sandvik sanghvi sanguineti
  sangwani sangweni sanhueza sani sanjarov sanjuan sankar sankaran sanmartín sanmiguel sansoni sansonnens santamaria
  santamaría santander santen santi santibáñez santner santorio santoro santoso sanudo sanz saors saoudi saptono
  saputra saraceno saracino saraf saragat saragih sarap sarapuu sardelić sardorov sarkar sarma sarmiento sarna sarneel
  sarpong sarraf sarsfield saruni sarv sarvarov sarvinozova sasaki sastre sastry sathe satherley satriani satta
  sattler sauber saudan sauli saulīte saulītis saunders saura sauro sauvage savard saveljev savoie savorgnan sawe
  sawhney saxena saxo sayah sbarbaro scaduto scalera scalfaro scallan scallon scamarcio scandone scanlan scanlon
  scannell scaramucci scardino scarfoglio scarlatti scarpetta scarponi schaack schaaf schachinger schachner schacht
  schaeffer schaffer schagen schakelaar schalk schaller schandl schank schantl scharf scharinger scharroo schartner
  schartz schatteleijn schatz schatzl schaub schauer schaus scheel scheer scheffers scheibe scheiber scheidegger
  scheidl schellekens schelvis schenk schenkel schepens schepers schepper scherer scherms scherr scherrer scherz
  scherzer scheucher scheuermann schevinghuizen schiaparelli schiavo schicchi schiefer schiestl schiffer schilcher
  schilt schiltz schimpl schinagl schindler schinke schinnerl schintgen schipper schlatter schlauchin schleich
  schlesser schlosser schlögl schmid schmidinger schmidl schmidtke schmied schmiedecke schmiedt schmit schmitz
  schmölzer schnabl schneeberger schnyder schober schoch schofield schokman scholl scholten scholtes scholtz scholz
  schomber schon schoofs schoonbroodt schotte schottin schou schouten schramm schrammel schrant schranz schreiber
  schreiner schrempf schrenk schrijver schrittwieser schroeff schryver schröder schubert schuchhardt schuh schuijt
  schuler schuller schulten schumacher schummer schutter schuurmans schuylenborch schwab schwaiger schwaighofer
  schwartsbach schwartz schwarz schwarzinger schwarzl schwass schweiger schweighofer schweinfurt schweitzer schweizer
  schwendinger schwital schyns schädler schäfer schär schärer schöberl schöffmann schöller schön schönauer schönberger
  schönland schöpf schüler schüller schürch schütz scialpi scollan scotti scotto scriven scully scuylenborchs seally
  sealy searle sebastián sedano seddiki seddio sedlar sedlák sedláček seebacher seery segarra segebahn segers segerson
  segersun segerszoen seghers segrè seguel seguin seguí sehgal seidl seifert seiler seip seitz seiwald sekhon selami
  selin sembathwa semenov semialjac semitecolo sengupta sengwayo seničić senn senouci sepp seppä seppälä serao serem
  sergejev serlupi sermonti serraglio servais serwaa seršić seshadri sestig seth setiawan setrick setty sevarova
  sevillano sevinchova sevrin seymour sezer sezgin sforza sgalambro sgarbi shabalala shabane shabangu shaffer shaffrey
  shahinova shahnozova shahriyorov shahzodov shailer shamase shandu shangase shange shankar shanker shanley shannon
  shao sharaf shariff sharkey sharpe sharry shaughnessy shazi sheahan sheane sheedy sheehan sheehy sheeran sheerin
  shehu sheil sheilds shekoni shelembe shelton shen sheng shengele shenoy shepard sheppard sheridan sherman sheth
  shetty shevlin shezi shibase shih shikuku shimizu shinga shoba shohjahonov shohruxov shombela shortt shoyisa shozi
  shukronova shupe sibal sibalukhulu sibanda sibaya sibeko sibhene sibilia sibindi sibisi sibiya sibul sidhu sidi
  sidorov siebenaler sieber sieberer siegl siegrist siele siering siffredi sifuna sigagu sigegede sigei sigerson sigl
  sigrist sihombing sihotang siim sijadu sikhakhane sikhosana sikhunyana sikirić sikk sikobi sikuku sikwayo sila
  silangwe siliņa siliņš silke sillanpää sillaots sillaste silm silveira silvestri simanjuntak simard simbolon
  simelane simeoni simic simiyu simić simmon simmonds simmons simoens simola simonič simons simonsen simpson simson
  simó simões sinaga sinan sinclair sinema singhal sinisi sinnott sinožić sipilä sipos siqueira sirait sireelert
  siregar sirel siripaiboo sirois sirotić sirviö sirén sisask sishangwe sishi sishiya sismondi sitati sithenjwa
  sithole sithombo sithuli sitienei sitolotolo sitompul sitorus sittisaowapak situma situmorang sivertsen siwele
  sixtus siyaya siyeshe sjöblom sjödin sjöholm sjölander sjölin sjölund sjöstedt sjöstrand sjöström skally skeahan
  skeffington skehan skivington skog skoglund skok skoog skov skrijelj skuja skujiņa skujiņš skupnjak sköld sladonja
  slaetsdochter slagmolen slamon slavica slavík slegers slevin slimani slingerland sloane slowey slyne smail smedt
  smeede smeets smet smets smirnoff smirnov smolić smullen smyth smythe snauwaert snyder sobarzo sobolev sobota
  sobowale sobrero sobrino soderini sodhi soduba soest soffici soini soita sokač sokhela sokhulu sokhwebula sokić sokk
  sokolov solana solanki solari solberg solheim solihayeva solimena solis sollima solomon solomun solovjov solsona
  soltani solé somboni somers somfula sommaruga sommer somogyi somoza sompisi sondini sondisa songiya soni sonnino
  sonnleitner sonqandile sontuli sood sooksawang soolaghan soos soosaar soosalu soper soranzo sorattanachai sordi
  sorgatz sorger soriano sorić sorokin sorrentino sothole sotobe soucy soudani soukup souma sousa southee sowman
  soyinka soylu soós sošić spaan spadafora spaendonc spaendonck spallanzani spanevello spanhaak speijer spelman
  spenser speri sperl spiegl spieß spillane spinelli spinola spitzer spreeuw spreeuwel spreitzer sprenger spreuwel
  sproģe sproģis spruyt spörri squarcione sraffa sridhar srinivas srinivasan srisoontorn srivastava sršen st-jean
  st-laurent st-onge st-pierre stace stadelmann stadlbauer stadler stael staelens stafford staglieno stahr stalder
  stamrood stan stancu standaert stange stangl stanić staničić stankevičius stanley stančin staněk stapleton staquet
  starkenberg starčević stas stassin staub staudacher staude staudinger staudt stauffer staunton stecher steckel
  steele steenbakkers steenbeek stefan stefanelli steffen steffensen steger steichen steidl steiger steinacher
  steinbacher steinbauer steinberg steinberger steinböck steindl steiner steininger steinkellner steinlechner
  steinmann steinmeiern steinmetz steinwender stejskal stelzer stelzl stenberg stenlund stenson stenström stepanov
  stephen stephens stephenson sterckx sterkman stettler stettyn steuer steurer stevenson stewart steyaert stichter
  stiebitz stiegler stiffel stifter stinis stiperski stockhammer stoffel stoffelsz stoiber stoica stoices stojanov
  stojnić stojčević stoll stolnik stoltz stolz stolze stopar stoppani storladi stošić straaten stradivari stralen
  strandberg strangio strasser stratford stratton strauss strauß strawbridge strazdiņa strazdiņš stražičić streicher
  strickland strid striebitz strigt strigter strijker strik strinavić strnad strobl stroh strohmaier strohmayer
  strohmeier stroobants strøm stuart stubbs stucchi stucki studer stuivenberg stummer stumpf stupalo sturm stutz ståhl
  stöckl stöckli stöger stückler stütz suarez suartini suazo subramaniam subramanian suciu sudiati sugrue suijker
  suinvorde sujjaboriboon sukhenai sule suleiman sulg sultanlı sultanov sulzer sumayyeva summerville sundaram sundell
  sundin sundqvist sundström suppan suraprachit suraprasert surać sureda suresh suri surian suryatmi suryono susa
  susanti susi suter sutt sutter sutton suur suvi suvorov suwarno sušnik svahn svanberg svendsen svetličić svoboda
  svärd swaleh swaminathan swanson swazi symons synnott syombua syrjälä szabó szalai szekeres szilágyi székely szücs
  szőke szűcs sáez sándor sárközi säde säuberlich sæther séguin södergren söderholm söderlund söderman söderqvist
  söderström söding sölzer sörensen sööt søndergaard sørensen süleymanlı süleymanov süßebier sýkora taaj taanish
  tabacu tabassum tabet taboada tacchini taccola tadeen tafazal taferner tafuri taggart tagliafierro tahaw-wur
  tahawwur taheem tahir tahmaseb tahraoui tahri taibi taimur taipale tajammul takahashi takala takkelenburg takyi
  takács talal talat talavera talbi taleb talha talhah taliani talib taliercio talts talıblı talıbov tamanna tamarit
  tamba tamberg tamborini tamburello tamburi tamburini tamm tamme tammerijn tammik tampubolon tamsma tamás taneja
  tangen tanghe tangney tanguay tanguy tansey tanui tanzer tanzini tapdıqlı tapdıqoğlu tapp tarantini tarantino
  tarassov tarchetti tardif tarhan tarihoran tarpey tartaglia tartini tarus tasca tasso tassoni tata tauber taucher
  tavares tavčar tawia tawkeel teahan tebaldi techer teder tedesco teearu teesalu tehan teixeira tejedor tejera tejero
  telesio temirov temmerman tena tencalla teng tenorio tepeš terer terlević ternan terragni terrell terrón teruel
  tervo terzić tesař tessier teufl teuling tevetoğlu texier textor tešija thabekhulu thabethe thabizolo thaker thakkar
  thakur thalhammer thaller thaman thamrin thanel thango thantananont theis theisen thela thembekwayo thembela
  thenjwayo therrien theunis theuri theys thibault thibaut thibodeau thielen thierry thies thijs thilmany thinnes
  thiong'o thirion thiry thobeni thom thoma thommen thomsen thomson thonon thor thorens thornton thorsen thorén thout
  thoya thoyana thuku thulin thuliswayo thumbela thumbeza thuo thuranira thurner thusi thusini thwala thygesen thys
  théraulaz thériault thöny tianvarich tiba tichá tichý tiefenbacher tielemans tien tiepolo tiernan tierney tihhomirov
  tiik tiits tilk tillmanno timlin timmerman timmermans timofejev timoney timony tinguely tinney tintzmann tirabassi
  tirie tirop tisaj tischler titipatrayunyong titov titus tiwaa tiwari tlustek toal tobar tobin tobler todd
  todsapornpitakul togher togliatti tognazzi tohall toić toldo tolentino tolin tolj tolosa toloza toma tomas tomaselli
  tomasetti tomasini tomažič tomei tomingas tomić tomičić tomlinson tommaseo tomson tomás tomé tomšič tonc toninelli
  tonisto tonui toolan toole toolin toolis tooman toome toomey toomsalu toor topić toplak torfs torlonia tormay tormey
  tormo tornatore toroitich torpey torralba torre torrecilla torrence torrens torricelli torrijos toscani toscanini
  toselli tosi toso tosto toth totino totić totwiller touati toubeau touil toumi tournay toussaint towett townsend
  tozzi tozzo tracey tracy traetta trainor tran traore trapanese trapani trapp trask tratnik trattner trauner trausch
  travaglia travaglio travers traversa travia traxler traynor treacy treanor trebbi treboux treccani trei treial
  treier tremonti trenor trentin trentini tresoldi treves trevino trevisan trevisani trezzini trgovčić triana
  trierweiler trikasemmart trillini trimmel trincavelli trinkl tripathi triplat trnski trobbiani troch trofimov troisi
  trombetta trommler troncoso tropea trotta trottier trub trubin trudel trummer trupiano trupp trussardi trutanić truu
  trépanier tröst trüb trần tsai tsao tschentscher tseng tsou tsui tsuma tsvetkov tubridy tudela tudić tudor tuijl
  tuisk tuithof tukane tuksar tukur tully tungkasethakul tuohey tuohy tuomi turallı turati turchetta turchi turci
  turgeon turina turiņa turiņš turley turnbull turongkinanon turpin turrini turudić turčinov tutino tuul tuulik tuwei
  tuzzolino tuđa tušek tuškan tveit tweneboa twidle twohey twohig twomey twumasi tynan tyrrell täht täsche tóth
  törnqvist török türk tůma ubaadah ubadah ubaid ubaidah ubaldi ubay ubayd ubaydullah uche udeen udeh udinese udinesi
  ugarte ughi ugrinić uhban uibo uittenbosch ukić uldry ullmann ulrich umaarah umair umar umarov ungaretti unger
  uniacke uniaque unruoch unterberger unterweger uotila upadhyay uphaus uphuis uphus uppal urbain urbany urbonas
  uriarte urlić urra urrab urzúa uría usada usamah usmonov utama utami uusitalo uustalu uwais uyainah uğurlu ušić
  vaati vabaza vacek vachon vaci vahar vaher vaht vahter vahtra vaidya vaillancourt vaillant vainio vaino vala
  valbuena valcárcel valdebenito valderrama valenciano valenta valente valentin valentino valentić valera valero
  valette valge valguarnera valier valjetić valk valkama vall vallejos vallenduuk vallet vallin valls vallée vallélian
  vallés valmarana vanaga vanags vanbrabant vance vandaele vandamme vandecasteele vandekerckhove vandenbergh
  vandenberghe vandenbroucke vandenbussche vandendriessche vandeputte vanderheyden vanderlinden vanderstraeten
  vandevelde vandewalle vangisa vanhee vanhoutte vanhove vanneste vansteenkiste vanvitelli vaněk varano varga varghese
  varik varis varkey varty varughese vasari vasconcelos vasiliev vasquez vass vastenhouw vastraedsd vattimo vaughan
  vaughn vazquez veas vecellio vecoli veen veenendaal veenstra vegt veilleux veit veiver veić vejar velandia velasquez
  velazquez velde velden velderman velez veloso velthoven veltman veltroni velzen vendetti venditti vendrell veneziano
  venier venkataraman venkatesh venrooy vento verbeeck verbeek verbeke verbiest verbist verboom verboven verbruggen
  verbrugghe vercammen vercauteren vercelloni vercoe vercruysse verda verdejo verdi verdier verdonck verdone verdun
  verdú vereecke vereecken verelst veres verfaillie verga vergassola vergauwen vergeer vergerio verhaar verhaegen
  verhaeghe verhagen verharen verheij verhelst verheuvel verheyden verheyen verhoeven verhulst verkade verlinden
  vermandois vermeersch vermeir vermeire vermeiren vermeulen vermeylen verri versace verschuere verschueren verschut
  versluijs verstappen verstraete verstraeten vertoor vertooren vervaeke vervaet vervoort verwimp verwoert veselá
  veselý veski vespucci vestergaard vesterlund vestin vethayasas vezi vezzali viaene viana vianello viberg vicencio
  vicens vicente vidas videla vidic vidmar vidoni vidov vidovič vieira vienne vierdag vigliotti vignon vigorelli viik
  viira viitala viks vikström vila vilain vilakazi vilalta vilanova vilaplana vilar vilches vilciņa vilciņš viljevac
  vilks villablanca villadicani villagra villagrán villalba villalonga villamil villamizar villareal villarosa
  villarroel villaverde villemson villena villeneuve vincetić vinck vincze vink vinogradov vinyuvanichkul virgilio
  virk virta virág visconti visintini vismara visnapuu visser vissers viswanathan vitali vittadello vitturi vivaldi
  vivanco viveros viviani vizcaíno viña viñas vižintin vlaanderen vladislavić vlaeminck vlassov vlašić vleugels vliet
  vlček vodopivec voet vogel vogl vogler vogt vohra voinea voisin volarević volarić volcke volkov vollbrecht volterra
  vonlanthen voorde voorhout voorst voortman vora vorkapić vorobjov voronin vozila vrabelj vrancken vranckx vranić
  vranken vrban vretenar vrhovec vries vroege vrome vsiliauskas vugdelija vugec vuille vukman vukušić vuljak vumisa
  vundla vunisa vuorela vuori vuyst vučetić vučin vyas váradi vásquez vávra vähi väli välimäki vézina vítek võsu vörös
  vīksna vītola vītoliņa vītoliņš vītols waahid waajid waarbeek waardeloo waas wable wabomba wabwile wabwire wacana
  wachira wachter waderle wadhwa wadood waele wafa wafeeq wafula wagener wagenknecht wagenvoort waghorn wagle wahhaaj
  wahlberg wahlgren wahlström wahome wahyudin wahyuni wainaina wairimu waithaka waithera waithira wakhungu wakio wako
  walch walcher walder walderade waldner waldron walia wallace wallaert walle wallgren wallis wallner wallén walser
  walshe walsteijn walters waltl walton waltrade waluyo wamaitha wamalwa wamboi wambua wambugu wambui wambura wampach
  wamuyu wanda wandera wandl wanga wangai wangare wangari wangechi wangeci wanger wangila wangui wanijiku wanja
  wanjala wanjau wanje wanjiku wanjira wanjiru wanjohi wanjugu wannapaitoonsri wantz wanyama wanyoike wanyonyi wanza
  wanzala wario warnier waruguru warui wasendlunkulu washington wasike wasita waskita wason wasonga wassenaar wastuti
  wasunun waswa wathelet watkins watters wattiez wauters wauthier wavinya waweru wawira wawire wayua webb
  wechselberger wechuli weeldenburg weerdenburg weerdt wegmann wegscheider wehrli weibel weidinger weigl weihmann
  weijland weijters weiler weimer weinberger weinhage weinhold weis weiser weisgerber weiss weissenböck weitzel weiß
  wekesa wela weldon welf wellens weller wende wendt weng wenger weninger wennberg wensen wenzl werd werdes wernecke
  werner weru wesack wesonga wessex westberg westerbeek westerberg westerburg westerlund westermann westfalen westin
  westlund westman weston weterink wettstein wever weydert weyland weylant weyrich weza whalen whelan whelehan
  whitaker whitehouse whitney whittaker whitty whyte wiafe wiberg wibisono wibowo wicht wickerode widhalm widiastuti
  widmann widmer widodo widén wiedner wiek wieland wieloch wies wiesbauer wieser wiesinger wiesner wiggins wigman
  wijaya wijayanti wijk wijland wiklund wilcken wilde wildschut wiley wilfinger wilhelm wilkerson wilkin wilkins
  willaert willame wille willekens willem willems willemsen willigen willis wilmart wilmes wilmet wilmont wilmotte
  wilms wilmsen wilton wiltzius wimmer wimolnot winandy winarno winarsih winberg windhager windisch winnrich winther
  wipstrik wirth wirtz wirz witte wittenboer wittmann wohlgemut wohlmuth wohlwend wolfe wolffel wolfinger wolfsdr
  wolfswinkel wolter wolters wolzak wong woodard woolley woudenberg woulfe wouters woutersz wratt wrenn wrynn
  wulandari wulf wulff wunderink wurm wurzer wurzinger wutke wuyts wyatt wynants wynne wyss wähner wéry wögerbauer
  wöhrer wüthrich xaba xakimov xala xhakaza xiang xiao ximba xiong xolidov xolo xulu yaamoa yadav yadid yafir yaghnam
  yahaya yahi yahia yahiaoui yahyaa yahyoev yakub yamada yamaguchi yaman yamashita yamazaki yaqubov yasinaeva yasinov
  yasir yasminova yatich yator yawer yawson yeboa yeboah yego yegon yengwa yengwayo yepes yeyeye yildirim yilmaz ying
  yirenkyi ylitalo yoder yohannan yolanda yorulmaz yoshida youprasert yousfi yudas yueh yulianti yuliarti yuniar
  yunusov yusifoğlu yusifqızı yuste yusuf yusupov yüksel yıldırım yılmaz zaafir zaahid zaahir zaakir zaal zabala
  zabaleta zabarella zaccagnini zaccardo zacchia zacco zach zacharia zachariah zackariya zafar zafir zafrul zaguri
  zahaar zaheer zahharov zahn zahri zahroyeva zahrun zahur zaidi zaitsev zajc zakariyoev zakinja zakiyaxonova
  zakrajšek zalokar zamengo zamorani zamorano zampa zanazzo zangerl zanichelli zanoški zanzi zaoui zarar zarinova
  zariņa zariņš zarlino zauner zawadi zayidov zaynabova zayyir zaķe zaķis zbinden zeba zechmeister zechner zedillo
  zeemans zeffirelli zehetner zehnder zeiler zeilinger zeimes zeimet zeiner zeldenrust zelić zeller zeltiņa zeltiņš
  zeman zemljič zeng zengin zenner zenteno zenz zeroual zerrouki zetterberg zetticci zettl zevenboom zgorelec zheng
  zhong ziane ziani zichichi zidane ziegert ziegler ziemele ziemelis zijl zijlemans zijlmans zikhungwini zimmer
  zimmerman zimmermann zingg zinnurova zirme zirne zirnis ziro zito zitouni zmaić zobel zola zollinger zoppetti
  zoppetto zorbach zorko zorlu zorman zorrilla zotter zouaoui zrilić zrinski zubairu zubayrov zubčić zuidweg zuijdveld
  zujev zulaika zulkarnain zuluaga zuniga zupanc zupančič zurita zuwayhir zvaigzne zver zvirbule zvirbulis zwaben
  zwart zwijsen zwindrecht zárate zänker zöchling zöhrer zürcher zālīte zālītis águila álamo álvaro ángel ågren
  åkerlund åkerman åsberg åslund åström çamurcuoğlu çetin çingizoğlu çorlu émond étienne órdenes õispuu õunapuu öcalan
  öhman öhri östberg österberg östling östlund östman ødegård østergaard ülker ābele ābola āboliņa āboliņš ābols ćorić
  ćosić ćurić čagalj čargonja čech čermák černe černá černý čizmić čižmešija čotić čubrić čudić čukman čulina čuljak
  čupić čuček đurašević đurinić đặng říha şafak şahbuzlu şahsuvarlı şama şamilov şamiloğlu şener şensoy şükürlü
  şükürov şıxlı šalić šantić šargač šarić šarlija šelendić šestak šestan ševčík šibalić šimara šimek šimić šimičić
  šimunić šinkovec šipek šipić šitum škara škoda škrlin škrnički škrtić škugor škunca šmid šmíd šokčević šošić
  šoštarić špika špišić špoljarić špralja štefanec štifanić štimac štrbac štrljić štrukelj šturlan štěpánek štšerbakov
  šunjić šupraha šuran šurbek šurina šuštar švec šverko šťastná šťastný žabjačan žagar železnik žerjav žeželić žibert
  živić žižek žnidaršič žufika žugec žukauskas žukov žunec županić žuravljov žuvela žužić
`;
