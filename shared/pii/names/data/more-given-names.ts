/**
 * Derived from the person lists of Faker 40.63.0 for Python (MIT licence, © Daniele Faraglia and contributors), lower case,
 * each once. Given names of other countries than those of `given-names.ts`, without words of English.
 */
export const MORE_GIVEN_NAMES = `
  aaaqil aaban aabid aachal aada aadam aaden aadhya aadil aafiya aage aahana aahil aalam aalee aalim aamil aamir
  aamirah aanuoluwapo aapo aaqil aarav aarif aarini aariz aarna aarnav aarne aaro aarush aarón aashi aashif aashir
  aasif aasim aatif aatiq aatos aaus aayan aayush aazim abaan abayomi abbi abbos abdalla abdallah abdelatif abdelkader
  abdellah abderaouf abderrahmane abdi abdihakim abdirahman abdiş abdu abduaziz abduboriy abdulbekir abdulgazi
  abdulhamid abdulkadir abdullahi abdulloh abdulmenaf abdulsemet abdumalik abdurahmon abdurrahman abdón abdülahat
  abdülcemal abdülhadi abdülkerim abdülsamed abdürreşit abebi abednego abeer abeiku abelone abena abeni abha abhimanyu
  abhiram abie abigael abigaili abigaíl abilio abina abiodun abiona abiye abosede abril abror abubakar abubakr abuzar
  abyasa acarkan acey achiel achieng achim achsah acie aclan adaeze adak adal adalyn adalynn adamaris adasal adda
  addisyn addyson adebiyi adebowale adebukola adedeji adekitan adekola adekunle adelaida adelard adeleke adelgunde
  adelheid adelinde adelyn adelynn aden adenike adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua
  adetayo adetoke adetoun adeyi adhiarja adhra adia adiarja adiela adigun adika adikara adila adilene adimu adin
  adinata adis adison adlai adlan adline admir adnan adolfine adomas adora adoración adriane adrianne adriene adrienn
  adrija adrijana adrián adriána adron adunni advaith advay advik advika adviye adweta adwoa adya adyson adéla adıgün
  aedan aedin aengus aenne afaq afer aferdita affie afia afife afil afiq afolarin afonso afrim afruza aftin afua
  agatha aggrey agim aglaia agne agnesa agness agnete agnolo agnos agnė agripina agris agron agus agusta agustus agáta
  ahat ahter ahti aicha aideen aidyn aigars aija aijuka aiko aila ailbhe ailene aili ailis ailish aime aimo aina
  ainara aino ainoa ainsley ainārs airi aishling aislinn aistis aisyah aitana aitor aivar aivaras aivars aiyanna ajala
  ajan ajani ajda ajeng ajiman ajimat ajimin ajiono ajla ajna ajoke akalan akanmu akar akarsana akatay akay akbaş
  akboğa akcivan akdora akdurmuş akeelah akemi akgöl akgüneş akif akinkunmi akinlabi akinwale akinyi akira akise
  akkerman akmal akmaner akmaral akobir akos akosua akoth akram aksay aksel akseli akshay aksoy aksöğüt aktemür akua
  akumaa akumu akver akwasi akwesi akyıldız akçabay akçasu aköz akınal alaaddin alabezek aladin alaeddin alambana
  alamiro alamu alanalp alani alanzo alara alastair alattin alaya alaz albeiro albertina albertine albertus albulena
  alby albín albína alcan alcee alcides alcie alcira aldair aldemar alderano aldin aldis aldona aldonza aleah alease
  alecia aleena aleida aleisha aleix alejandrina alejo aleks aleksandar aleksandr aleksandras aleksandrs aleksanteri
  aleksei aleksej aleksi alen alenka aleodor alesha alesia aleta alethea alexandar alexande alexandr alexandrie
  alexandrina alexandros alexandru alexe alexej alexi alexina alexus aleš alferd alfie alfons alfonse alfonsina alfonz
  alfréd alfrēds alger algernon algie algirdas algot algış aliabbas aliana aliihsan alijah alika alin alinur alirio
  aliro alis alise aliseydi alisson alistair alistar alister aliyu alizée alja aljaž aljoša alka alkor allahverdi
  allana allean alleen allena alline allisson allyn allyson allyssa almasi almast almaz almeda almedia almendra almer
  almeta almina almir almira almon almudena almus almut almuth almyra alois aloisia alojz alojzia alojzij alojzija
  aloma alondra alonza aloys aloysius alpcan alpheus alphonce alphons alphonsus alpin alpsü alsoy alston altha altie
  altin altoğan altuğ altınbike altınkaya altınçiçek altınışın alvan alvar alve alveiro alver alverda alvia alvie
  alvira alvy alvīne alwilda alwin alwina alwine alys alyse alysia alyssia alyvia alzina alīda alışık alžbeta alžběta
  amada amadeus amado amador amahle amaia amaira amalie amalija amancio amarachi amare amarilis amarion amaris amaro
  amaru amasa amaury amaç amberly ambrosio ambróz amedeu amel amela amelija amey amiah amil aminatu amirah amiyah amma
  ammie amoke amol amondi amope amra amre amri amruta amy-lee amy-leigh amza amália amélia américa américo amílcar
  amālija anabela anabella anahera anahis anahí anaida analia anamaria ananias anargül anaru anasa anastacia anastasio
  anastasios anastatia anastázie anatoli anatolij anay anaya anaís anca ancel ancil ancizar anda andile andiç andjela
  andjelina andon andor andra andrada andrae andree andreea andreia andrej andreja andrejka andrejs andrena andrey
  andrešs andri andria andrian andrija andrin andrina andris andrius andrus andrás andréa andréas andwele anděla anej
  anel anemona aneta anete anett anežka anfernee angalia angavu angele angelia angelika angelino angella anggabaya
  anghel anghelina angélica anica anice anie aniela anikó anina anirudh anisa anitra anjanette anjelica anjolaoluwa
  anke ankica anmol ann-britt ann-charlott ann-charlotte ann-christin ann-christine ann-kathrin ann-kristin ann-louise
  ann-mari ann-marie ann-sofi ann-sofie anna-karin anna-lena anna-liisa anna-lisa anna-luise anna-maria anna-marie
  annah annak annaliese annalisa annamária annastacia anne-catherine anne-françoise anne-kathrin anne-katrin
  anne-laure anne-lise anne-marie anne-rose anne-sophie annedore annegret annegrete annekatrin anneleen annelene
  annelies anneliese annelise annelore annemette annemie anner annerose annet annett annica annice annick anniina
  annija annikki annina annis annita annmarie annukka anom anona anoni anselm anselma ansh ansis anson ansora anssi
  antal antanas anthoney antim antione antionette antje anto antoaneta antoin antonela antonie antonieta antonija
  antonino antonios antoniu antonius antons antonín antoon antoņina antti antun antwain antònia antónia antónio
  anunciación anusha anvar anvi anwar anyango anyelo anyi aníbal anđa anđela anže aodhan aoibheann aoibhin aoibhinn
  aongus apaydın apisara apolena apolinar apolonia apostolos aqil aquiles aradhana arah aral araminta aran aranka
  arben arbey arbie arbnor arcan arcelia ardath ardelia ardell ardelle ardeth ardian ardis ardit ardita ardyce areli
  aretha arezki argemiro argie argono argu arham arianne aribert ariela ariella arielė arifcan arijus arike arild arin
  arina arinola arisara aristides arja arkie arkut arla arlan arland arleen arlen arlena arlet arleth arletta arley
  arlin arlind arlinda arline arlis arly arlyn arlyne armahan arman armandas armands armas armend arminas arminda
  arminta armond armstead arnau arnav arnd arndt arnett arnetta arnfried arnie arnim arnis arnoldas arnolds arnošt
  arnulf aroa aronas arpağ arpád arra arran arrie arron arsenie arsenio arsim arsipatra arta artan artanto artawan
  artelia artemio arther arthor artie arto arttu artturi arturs artūras artūrs arunima arusi arvil arvin arvydas
  arvīds aryana arziye arzu aránzazu arıel arıkol arıpınar arısoy arūnas asad asafe asake asalet asali asani asanti
  asatira asberry asbjørn asbury ascensión asdrubal asger ashanti ashby ashely asher ashlea ashlene ashli ashlie
  ashling ashlyn asif asila asilbek asiman asirwada asirwanda asko aslan aslanhan aslijan asliye asma asmadi asman
  asmianto asmini asmira asmuni ason assar assia assumpta asta astrit asuka asunción aswani ataahua atabala atagün
  atamoğlan atanur atasagun atatöre atena atenulf atfat atgun atha athanasios atharv atheel athman athuman athumani
  atiena atieno atila atilhan atilio atinuke atit atiyye atnan atsushi attaf atte atticus attie attracta atılgan aubra
  aubrie audley audriana audrianna audrina audrius audry audy augustas augustin augustín aukusti aulikki aulis
  aunyaporn auraq aurel aureliana aurelien aurelija aurica aurică aurilla aurimas aurthur aurélia aurélien aurėja
  ausma austine auston austra auther authur autry aušra aušrinė avah avelino averi averie averil avgust avie avram
  avril avunç avşin awadil awamil awamiri awan awani awero awesi awhina awlya awmar awrad axenia axinte ayaan ayamin
  ayan ayanna ayasun ayaydın aybet aybora aycagül aydan aydar aydin aydinç ayduru aydınbey ayelén ayesha aygutalp
  aygönenç aygül aygün ayinke aykutalp aylil aylla aymen aynilhayat aynur aynımah ayodeji ayodele ayoka aypar aysel
  aysema aysevim aysoy aysu aysuna aytek ayten aytuna aytöz ayub ayush ayushman ayvas ayyaruk ayyubi ayçan ayülker
  ayşan ayşeana ayşenur azaan azad azade azahar azahara azalee azaria azariah azban azeeb azeneth azettin aziza azize
  azizi azucena azul azzie açıkel aída aïcha ağahadi ağakişi ağamalı ağamusa ağaxan ağbegim ağca ağmur aşhan aşir
  baaba baahir baaizeed baaqee baaqir baaree baashir baasim baasit babar babasola babatunji babawale baber babett
  babyboy baccio bachittar badawi badegül bagas baghyawati bagiya bagus bagya bahaa bahaddin bahadurjit bahari bahati
  bahittin bahiy bahtinur bahuraksa bahuwarna bahuwirya baiba bairbel bairbre bairon bajragin bajram bakari bakda
  bakhshi baki bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono balamantri balangga
  balapati balatekin balaxanım balca baldassare balduino baldur baleegh balendra balhaar balidin balijan balinda
  baljiwan ballı baltasar baltazar baltaş balvan balveer balz balázs bama bambad bambang banara banawa banawi bancar
  bandile banjeet banü baqar baqir bara barak baraka barasa barbora barbra barbu barica bariş barkha barna barnabás
  barnie barraq barsen bartek bartholomäus bartley bartolomej bartolomeu bartolomé barışcan basaam basarab bascom
  baseer basem bashaar bashaarat bashar basharat basheer basheerah bashkim basim basir basriye bassam bastián basım
  batal batool baturay batırhan baudelio bautista baydu baykan baylie bayron bayruhan baytal bayzettin bazam bağdat
  bağdaş başay başhan başok beadie beate beatrijs beatrix beauden bebe beckham beckie beda bedi bediriye bedřich
  beecher begim begoña behbud behiza behruz bekbay bekim bektaşi belarmino belen belgizar belia belisario belkize
  bellisan bello belo belton belva belén bena benard benas bence bendegúz benedek benedicte benedicto benedikte
  benedita benek bengibay benicio benita benjaman benjamen benjamim benjamine benji benjiman benjman benjámin benn
  benoit benol benone benta beppe berdie beren berezat beriye berkal berki berkley berksay bernabé bernadett bernarda
  bernardine bernardino bernardita bernd-dieter berndt bernetta bernfried bernhardine bernt bernward berra berrin
  bertalan berthold bertil bertina berto bertold berton besart besarta besey beshte besin besnik bess besse beste
  betania betha bethan bethann bethzy betina betsey bett betti bettina bettyjane bettylou beula bevan beverlee
  beverley beyda beyhatun beyler beyonce beyzade bezek beáta beňadik bhavika bhavini bhavna bhavya bhekani bhekisisa
  bhekizizwe bhekokwakhe bibisora bibiána bibuwa bican bidayet biddie bieke biel bienvenida bilaal bilay bilender
  bilgen bilginur bilgütay bilha biljana bilkay bilkisu billie-jo billye bilol biltaş bimala bina binay binbaşar
  binışık birben birdella birger birgid birgit birgitt birgitte birgül birousk birsan birsen birt birte birtha birthe
  birtie biruta biserka bishakha bitül bizhan bişar bjørg bjørn bladimir blahoslav blaine blanaid blanchie blanduzia
  blane blanka blas blathnaid blaž blažej blažena blerim blerina blerta bluford boban bobbye bobur bodil bodo boel
  bogdan bogdana boglárka bogomir bohdan bohdana bohumil bohumila bohumír bohuslav bohuslava bohuš bojan bolatito
  boleslav boluwatife bonface bonifác bonu borahan borataş borbála borja borris borut bosibori botond bouchra boyce
  boynak boysie bozbağ bozena bozerk boztaş boğatimur bořivoj boštjan božena božica božidara božo bradyn braedon
  braelyn brahim braiden bramwel brandan brande brandee branden brandie brandin branislav branislava branka branko
  brantley bravin brayden braydon braylen braylon brea breandan breann brecht breda breeda breege breffni brencis
  brendah brennen brenton breonna brianda brianna brid bridger bridgett bridgit briek briget brigette brighid brigid
  brigita briley brilyant brinda brinley brion brita britany britni britny britt-mari britt-marie britta brittaney
  brittani brittanie brittnay brittnee brittney brittni brittnie brittny britton brodie brona bronach bronagh
  bronislava bronson bronwen bronwyn brooklynn bror broņislava brunhild brunhilde bruni brunilda bryanna brylee bryn
  brynlee brynn bryson bryton brígida bucur budd buddie buel buelah buell buena buenaventura buhari bujar bukurije
  bula bulunç bunmi buraid burakhan burckhard burcuhan buren burghard burim burkard burkhard burkhardt burleigh
  burnell burney burç busara busisiwe buyrukhan buşra bynum byrdie bystrík bálint bárbara bärbel béatrix béla
  bérengère bérénice börje börteçin bøje børge büget bünyamün büreyre büşranur bănel bērends bērtulis břetislav cabbar
  cabir cael caetana cagak cahal cahan cahangir cahir cahya cahyadi cahyanto cahyo cahyono caiden cailin cailum cailyn
  cait caitlynn caitriona caius cajsa caket cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa caldonia calisto
  calixta calixto calleigh callum calum calvince cambria cami camil camillus camilo camisha canan canberk candelaria
  candeniz candi candis candra candrakanta candyce canfeza cangür canice canseven cansin cantemir cantez canur
  caoilfhionn caoimhe caoimhin caolain caolan caomhan capitola cappie caragh caraka caren cari carie carin carisa
  carita carl-heinz carl-johan carleen carleigh carlene carlito carly carlyle carlyn carma carmelita carmenza carmina
  carminho carnell caro carolann carolee carolien carolynn carra carren carri carrol carsen carsten carub caryl caryn
  casemiro casen casian casiana casie cason cassius cassondra caswell catarina cathal catherina catheriona cathern
  cathey cathi cathie cathleen cathrin cathrina cathriona catia catina catinca catrina catrine catrinel catriona catur
  caturangga cauê cavad cavit cawisadi cawisono cawuk cayadi cayden caydence cayetana cayetano caylee cazimir ceara
  cebesoy cebrián cecep cecilie cecilija cecille cecily cedide cedrin ceferino celena celene celestia celestina celie
  celilay celinda cemalettin cemani cemeti cemiyle cemplunk cena cenan cengiz cengkal cengkir centa centrine ceola
  cephus cerasela cetin cevale cevheri ceyran cezar cezara cezayir chaaya chabane chadwick chaifah chaitaly chaitanya
  chaiwut chaka chakradev chalisa chalmer chalmers chamali chaman chameli chanchal chandresh chaney chanez changaz
  chanie chanikan chaniya channie channing chante chantel chantelle chanya charan charis charissa charisse charita
  charla charle charlee charlesh charlize charlott charlottie charls charlsie charly charmaine charo charolette charos
  chashida chasmum chatresh chauncy chausiki chavvi chawin chawish chayanin chayapat che-wei chebet chege chelangat
  chelo chelsi chelsy chema chen-jui cheng-en cheng-han cheng-hsiung cheng-hung cheng-i chepkemoi chepkoech chepkorir
  cheragh cherelle cheri cherie cherif cherilyn cherise cherith cherotich cherrelle cherri cherrie cherryl cheruiyot
  cheryle cheryll chessie chestina cheusi chia-hao chia-hung chia-jung chia-ling chia-ming chia-wei chia-ying chibuzo
  chidimma chien-cheng chien-chih chien-chung chien-hsing chien-hua chien-hung chien-liang chien-ming chigozie
  chih-cheng chih-chiang chih-chung chih-hao chih-hsien chih-hsiung chih-hung chih-ming chih-wei chih-wen chih-yuan
  chijioke chin-fa chin-feng chin-hsing chin-lien chin-lung chin-tsai chinelo ching-i chipukizi chiquita chiraz chita
  chiu-hsiang chiu-yueh chiyo chloie chlóe chrissie chrissy christa-maria christabel christal christeen christel
  christena christene christianne christion christl christof christofer christoper christos chrystal chucho chuki
  chukwudi chukwuemeka chun-chieh chun-hao chun-hsien chun-hsiung chun-hung chun-liang chun-mei chun-ming chun-nan
  chun-ting chun-yu chus chuy chynna châu cian cianan ciaobella ciarra ciarrai cici ciera cihandide ciji cilla cilli
  cillian cilly cinda cindi cindoruk cinta cinthia cinthya cintia ciprian cipriana ciril cirkeline ciríaco citlali
  citra clabe claiborne claire-lise clarance claribel clarice clarinda clarine clarisa clarnce clas classie claudette
  claudina claudiu claudius claudy claus-dieter claus-peter clavs clearence cleda clell clella clemence clemencia
  clemie clemma clemon cleola cleon cleone cleophas cleto cleva clevie clide cliffie cliodhna cliona clodagh clora
  clothilde clotilda cloé clyda clydie clytie clàudia cláudia cláudio cläre clímaco codey codi codie codin codrin
  codrina coleen coleton coletta colette colie collette collince collis colm colman coluccio colum columba colvin
  conal conall conard concepta conchur conleth conley conny conradin conrado constantina constantino constanza
  constanze constança consuela contina coolidge coraima coralia corda cordaro cordella cordero cordula corean coretta
  cori corie corina corliss cormac cormack corneille cornelious corneliu cornie corrina corry corsin corwin cosmas
  cosme cosmina cosmo costache costel costin courteney courtland coşqun crescencia cressie crin crina crissie crissy
  cristea cristen cristhian cristhofer cristi cristin cristine cristofer cristofor cristy crockett crysta csaba csilla
  csongor ctibor ctirad cuheyna cuman curdin curley curro curtiss custodia custodio cvetka cvetko cyndi cyntha cyprián
  cyriel cyrill czeslaw cándida cándido cátia cäcilia cäcilie célina cümşüd cüneyit călin cătălin cătălina daamin
  daanish daanyaal daawood dabbah dabir dabney dacian daciana dacin dadap dadaş dadi dafina dagel daghfal dagmara
  dagny dagobert dahiana daiana daiga daijah daina dainess dainis dainius daire dairine dairo daisey daisie daisye
  daiyaan daja dajana dakhil dakoda dakotah daksh dakshesh dalaja dalan dalbir daler dalia dalibor dalili dalima
  daliman dalimin daliono dalkılıç dalmas dalvin damarcus damari damarion dameer damienne damife damijan damini damir
  damián damjan damjana damlanur damond damu damurah damyanti danae danang dancan dancun daneen danelle danette dania
  danica danielius danijel danijela daniswara danita danitza danièle dann danna danniel dannielle danson danu danuja
  danuta danuše dany danyel danyell danyelle danış daquan dara daragh darain darci darcie dardan darell dariati darija
  darijan darika darimin darina darinka darja darko darl darline darlyne darmaji darman darmana darmanto darold darpan
  darragh darran darrian darrien darrius darry darryle darryll darryn darsh darsirah dartono daru daruna darvin darwyn
  dary daryani daryle daryn darío dasa dastageer daudi daulton daunte davante davian davida davie davnet davonta davor
  davorin dawna dawne dawud daxton dayamai dayami dayanara dayar dayita dayle dayse dayyaan dağistan deaglan deana
  deandra deandre deane deann deanne deante dearbhail dearbhaile dearbhla deasia debbi debbra debera debi deborrah
  debrah debroah decebal dedra deeann deedee deegan deena deepa deetta deha deiby deicy deidra deidre deirbhile
  deirdre deisy deividas dejan delano delcie delfín deliah delil delila delina delisa dellar dellia dellie delma
  delmar delmas delmus delois delora deloris delsie delton delvin delwin dema demarion demeter demetra demetri
  demetric demetrios demi-lee demi-leigh demian demilade demirbüken demiriz demirok demiryürek demonte dempsey deneen
  denese denice deniis denine denisa denisha denisse denita denkel dennie denzel denzell denzil deonta dequan derald
  dereon deric derik derkay derl derly dermot dermott derrek derrell derval dervilla dervla derwin deryanur deryl
  desean desirae desirée despina dessa destry detlef detlev devansh devaughn deviner devonta devontae deward deyanira
  dezider dezső dezzie değer değmeer dhriti diah diallo dian dianah diandra diann diar diarmaid diarmuid dicie dicy
  dida didina diederik diedrich dierk diethard diethelm dietlind dietlinde dietmar digdaya digna dijana dijon diken
  dilcan dilder dildora dilfeza dilhuş dillard dillie dillion dilnoz dilnur dilsitan dilşad dilşat dimas dimaz
  dimitrina dimitrios dinah dincer dinda dinis dinu dinçkol dinçsü diogo dionicio dionne dionte dionýz dipa dipta
  dirican dirja dirlik dismas ditmar ditte dittmar diyor diyora diána diāna djamel djuana djuna dobromila dobroslav
  dobroslava dochia docia dogan doina dola dollie dollye doloris dolph dolphine dolphus dolun domagoj domantas domas
  domen domhnall dominga domingos dominika dominque dominyka dominykas domitila domnica domonique donaciano donagh
  donal donat donatas donavan dondre donell donia donie donita doniyor donn donnacha donncha dono donough donta dontae
  donte doralisa dorathea dorathy dorcus dorel dorene doretha doretta dori doriana dorien dorin dorina dorinda dorinel
  dorit dorita dorla dorle dorli dorman doroteja dorotha dorothe dorothee dorottya dorsey dorte dorthe dorthea dorthey
  doru dorukhan dosha doshia doshie dosia dossie dottie douglass dounia dovilė dovud dovydas doyinsola doğanalp
  doğannur doğanşah doğuhan draga dragan dragana dragica drago dragutin drahomír drahomíra drahoslav drahoslava drajat
  draven dražen drema drilon drita driton drucilla drusilla duard duarte dubán ducu duha duje dulcie dumisani dumisile
  dumitra dumitrana dumitru dunia dunja dunyo durab duracan durdali durdona durell durgadin durmuşali durna durodola
  durrell dursadiye dursun duruk duruöz durwood dusan dustan dustyn duván duwayne duyguhan duyên dušan dušanka dwain
  dwaine dwan dwane dwyane dyan dyllan dylon dymphna dympna dzidra dzintars dzintra dániel dávid dáša déborah dénes
  désirée dóra dölensoy döner dörte dörthe dündaralp dünyamalı dürrüşehvar dārta dāvis dũng eadaoin eamon eamonn eanna
  earlean earley earlie eartha eathel eavan ebbe ebbie eben eber eberhard eberhardt ebert eboni ebuakil ebuka
  ecaterina ecegül ecemiş eckard eckart eckehard eckhard eckhardt eckhart edaviye eddah edel edelbert edelgard
  edelmira edelmiro edeltraud edeltraut edeltrud eder edgaras edgars edgübay edhitha edie edier edilma edilson edin
  edina edinah edinson edisson edita editha edla edmon edmonia edmundo edmunds ednah edon edona edouard edra edrie
  edris edsel edson eduar eduards edvard edvardas edvinas edvīns edwar edīte eelis eemeli eemil eerik eero eesaa eesha
  eetu eeva effa efil eflâtun efraín efrén efser eftimia eftimie egbert egenur eggert egidijus egil egils eglė egon
  egzon egzona ehan ehrenfried ehrentraud ehrhard ehsaas ehsan eidvilė eija eijaz eila eilis eilish eimantas eimear
  eimer eimhear einari eira eiravati eirik eitel eithan eithel eithne eivind eivor ejaz ejlaal ekaja ekalinga ekani
  ekansh ekanta ekantika ekapad ekaraj ekavir ekbal ekber ekene ekiya ekkehard ekkehart ekow ekta ekundayo ekundu
  el-amin elaf elam elamiye elana elariz elayne elba elberta elbridge elby elcira elcy eldar elden elease elemér
  elenore eleodoro eleonor eleonóra elex elfi elfida elfie elfreda elfriede elgie elgün elhan eliabeth eliakimu
  elianna elick elida elie eliecer elien eliette elifnur eliga eligah elige eligia elihu eliisa eliona eliott elis
  elisabet elisabeta elisabete elisabetha elisaveta eliud elizabet elizabeta elizabete elizah elizbeth elizebeth eliáš
  eliška elkana elke elkin elladio ellamae ellar eller ellery elliana ellinor ellison ellwood ellyn elma elman elmar
  elmeri elmidar elmina elmir elmire elmyra elmārs elnur eloah elodia elof eloi elois elon elona elonzo elosy eloísa
  eloïse elphas elsbeth elsebeth elsworth elsy elturan eluh elvana elvin elvina elvire elvy elvíra elvīra elwanda
  elwood elxan elyas elzada elzbieta elzie elzy eléa eléna eléonore elías elöve elīna elşad emal emaline eman emanoil
  emanuella emanuil emas embuh emelina emeline emelyne emer emese emett emiel emigdio emilce emilee emilien emilija
  emilis emilly emilse emina emiro emirşan emiş emma-louise emmaculate emmah emmaline emmerich emmit emmons emogene
  emperatriz empluk emran emry emília emīlija emīls en-sho enar encarna encarnacion encarnación encarnita enda endah
  endra endre endrit enfes engelbert enginiz engla enikő eniola enith ennis enock enrika enriqueta ensari ensio enteng
  enzi enzio eoghan eola eowyn ephantus ephram ephriam epifanio eppie epsie eral erasmus erastus eraycan erbay erbil
  erby ercihan erdemer erdibay erdmute erdogan erdursun erem eremia erenalp erensoy ergener erginel ergönül ergül
  erhard erhardt erikas erina erinçer erion eris eriş erkan erkinel erkki erksoy erkılıç erla erland erle erlene
  erlinda erline ermanis ermina ermutlu ernestas ernests ernst-august ernst-dieter ernst-otto erny ernő eroğul errol
  ersel erseç erten ertuncay ertün erva ervaniye erving ervín erwan eryk erykah eryıldız erzsébet eröz erşat esau
  esben esco esenbay esengün esentürk esequiel esfandyar eshan esila eskil eskinalp esko eslemnur esley esmanperi
  esmarelda esmira esna esneider esparta espartaco espen espiridión essa essi estefani estefany estefanía esteri estes
  estiawan estie estill estiono estiven eston esupofo eszter etela etelka etelvina ethelbert ethelene ethen ethie
  ethna ethne ethyle etibar etiqad etizaaz etta etter euan eufrosina eugen eugenie eugine eugénia eulogio eulália
  eunan eunika euphemia eura eusebiu eustace eustaquio eutimio eutropio eva-lena eva-maria eva-marie evald evaldas
  evalena evaline evalyne evamaria evance evander evangelia evangelista evangelos evanghelina evcimen evde evelena
  evelia eveliina evelio evelyne evelynn evelína everet everline everlyne evertt evette evia evija evita evon evonne
  evrim evrimer ewan ewart ewatomi ewin exequiel exie eydan eyyub eyyüp ezell ezgin ezgütekin ezzard eşim fabia fabián
  fabricio fabrizia facundo fadekemi faderera fadil fadile fadıla fahari fahmi fahrullah fainche faiq faisa faizah
  faizan faize falak falan falguni falko fallon falon fami famil fanaka fanni fannye faqid faraj faraja farangiz faras
  farhan farhiya farhod farhunnisa farid farida farijika fariq fariz fariza faron farouk farrah farris farzona
  fathonah fatigül fatiha fatime fatinur fatmanur fatmir fatmire faton fatteh fatuma faustas fayette fayize fazil
  fazli fazul feargal fearghal febi feden federigo fedor fehim fehintola fehmiye feisal felecia feliciana felicidad
  felicie felicien felisa felisha felista felister felistus felizitas fenni fenton ferahdiba ferat feraye ferd feremez
  ferenc fergal fergus feriel ferihan ferinaz fermuta fermín fernand fernande ferney ferrell fersan feruza feryas
  ferzi festus fetullah feyha feyruz feyzin feza fiachra fiamma fibikemi fidaye fidela fidelia fidelis fidelma
  fidencio fidvi fiifi fikayomi fildan filipe filit filofteia filoména fimar finbar finbarr finian finnegan finola
  fintan fiodor fionan fionna fionntan fionnuala fionnula fiorino firdavs firdevis firdovsi firudin fisnik fitan fitim
  fitnat fito fitore fitria fitriani fitzhugh fiyaz fjolla flamur flannan flaviu fleda fleeta flem flemming floare
  floarea flonnie florance florea florene florentin florentina florentino floretta floriane florica floridor florim
  florinda florián florrie flurin flurina foch fodil folashade folke folker folkert folu fotima fouzia frado
  franchesca franci francies francina francisc franciscus franciska francisquita franck francoise francy franjo
  frank-michael frank-peter frankline franklyn franky frans františek františka franz-josef franz-peter franz-xaver
  françois-xavier frančišek frauke frazer frazier frede frederica fredericka frederika frederikke fredi fredie fredo
  fredric fredrika freia fremont fresia fricis fridah fridolin fridrich friedbert friedemann frieder friedericke
  friedhelm friedhilde friedhold friedl friedlinde friedo friedrich-karl friedrich-wilhelm frithjof frode froilán
  frona fronia fronie fronnie frusina fuad fulgencio fuma fumiko fuzayl fátima fügen füzuli gabel gabi gabor
  gabrielius gabrielly gada gadang gading gaduh gagan gaida gaige gaiman gaines gaither gaja galak galang galar
  galasso galen galih galilea galina galiono galip gallego galo galuh galur galvarino gaman gamani gamanto gambira
  gamblang ganda gandewa gandi ganep ganga gangsa gangsar gani ganimete ganiye ganjaran gannon gantar gara garan
  garang garech gareth garey garima garold garreth garvan garvin gasti gastón gathoni gatis gatot gatra gaurangi
  gaurav gauri gaurika gauthier gavan gaven gavyn gawati gayathri gayla gaylen gaylene gaylon gaylord gaynell gazel
  gazmend gaëtan gašpar gbadebo gbolahan gbowoade geanina gearld gearldine gearoid geary gebhard gediminas gedion
  geert geetika geir gejza gelengül gelu gema genaro gencaslan genevra gennie geno genovefa genta gençay geofrey
  georganna georgeann georgeanna georgel georgene georgeta georgetta georgiann georgie georgina georgine georgios
  geraldo geralyn gerarda gerardine gerardus geraud geray gerd gerdi gereon gerfried gergely gergő gerhardt gerhart
  gerhild geri gerlind gerlinde gernot gero gerold gerolf gerrard gerri gerta gertha gerti gertie gertraud gertraude
  gertraut gertrud gertrudis gertrúda gerwin gery gerónimo gesa gesare gesche gesine gethera getrude geza ghaalib
  ghaazi ghaffaar ghafoor ghaith ghalib ghaliyati ghanee ghanem ghani ghannam ghasaan ghauth ghawth ghayoor ghazalan
  ghazanfar ghazanfer ghazawan ghazzal ghenadie gheorghe gherghina ghilas ghislaine ghiyaath ghiyath ghufran ghulaam
  ghulam ghunayn ghusharib ghusun ghutayf giampaolo giampiero gian-luca giana gianfrancesco gianina gianna gicu gică
  gidget giedrius giedrė giesela gifford gifty gilang gilberte gildardo gilford gillis gilma gilman gilmer ginette
  gintarė ginyas gioachino gioffre gion giorgian giorgiana girtha gisa gisbert gisela gisele giselle gislinde gitau
  githinji gitonga gitta gitte giulietta giustino gizela gizella gladis glendon glendora glennis glenwood glenys
  glinda glynda glynis glynn goda godelieva godelieve godofredo godwin goebel gohar goldia goldie goma goncafer
  goncalo gonçalo goran gorazd gordan gordana gorden gottfrid gottfried gotthard gotthilf gotthold gottlieb gottlob
  goyo gracelyn gracia graciana graciano grafton grainne grania graydon grazyna greca grecia greco grega greger
  greggory gregorian grete gretel grethe gretl gretta gricelda griet grieta grigore grisel grégory gréta grēta guarino
  gudula guenter guenther gugu gugulethu guilford guiomar guiying gulab gulfaam gulfam gulshan gulzar gumercindo
  gun-britt gunar gunbir gunborg gunda gundel gundhild gundi gundolf gundula guneet guney gunhild gunita gunta guntars
  gunther guntis guntram gunvor gunārs gurli guss gusta gustaaf gustaf gustas gustavus gustaw gusti gustáv gusztáv
  gwenael gwenda gwendolen gwendoline gwyn gwyneth gyda gytis gytė gyula gyöngyi györgy györgyi győző gzim gábor
  génesis gérald géraldine géza gökay gökbudun göken gökhan gökperi göksev gökten gökçebalan gökçil göli gönen
  görgünay görklü görsev gösta göte götz gözel gözem gücal gülay gülağa gülbala gülbani gülbeyan gülbiye gülcegün
  güldam gülder güldünya gülel gülenay güler gülev güleğen gülfari gülfeza gülgen gülgüzel gülhisar gülinaz gülkadın
  güllühan gülmira gülmisal gülnar gülnaziye gülnur gülper gülsalın gülselin gülseren gülsevil gülsiye gülsü gülsüm
  gültac gülten gülter gülxar gülzadiye gülzar gülçe gülözge gülüs gülüstan gülüş gülşa gülşahin gülşeref gümüştekin
  günar günay günaydin günden gündüz gündüzalp günebakan güneri güngördü güngören günkurt günser günter günver günşen
  gürarda gürcüye gürelcem gürsal gürten güverçin güzey güçal güçlüer güçyeter habibe habibu haciali hacile hadassa
  hadassah haden hadi hadicha hadija hadithi hadiza hadjer hadrey hadrien hafsat hafshah hafıza haiba haiden hairyanto
  hajnalka hajo hakikat halenur hali halidun halima halina halisi haliye halley halsey hamima hamis hamish hamisi
  hamiyet hamp hampus hanako hanbiken hanedan hania hanife hanim hanja hannabel hannchen hanne-lore hannele hannelore
  hanni hanns hannu hanny hanora hans-adolf hans-albert hans-bernd hans-christian hans-detlef hans-dieter
  hans-dietrich hans-eberhard hans-erich hans-friedrich hans-georg hans-gerd hans-gerhard hans-günter hans-günther
  hans-heinrich hans-helmut hans-henning hans-herbert hans-hermann hans-hinrich hans-joachim hans-jochen hans-josef
  hans-jörg hans-jürgen hans-karl hans-ludwig hans-martin hans-michael hans-otto hans-peter hans-rainer hans-rudolf
  hans-theo hans-ulrich hans-uwe hans-walter hans-werner hans-wilhelm hans-willi hans-wolfgang hansford hansgeorg
  hansjoachim hansjörg hansjürg hansjürgen hanspeter hansruedi hanss hansueli hansultan haralamb haralambie harbinaz
  hardana hardi hardie hardik hardin harijs harimurti harini haris hariz harja harjasa harjaya harjo harlan harland
  harlen harlene harlie harlon harlow harnail harol haroldo haron harrell harri harrie harriett harriette harro
  harrold harsana harsanto harsaya harshil hartaka hartana hartmut hartmuth harto hartwell hartwig haruka haruko
  haruna harve harvie harvy hasbek hasel hasgül hashiki hasim hasna hasret hasso hatem hatice hatima hatin hauwa hava
  havali havse hawa hawehindi haydée hayel hayleigh hayret hayrünnisa haywood hazeem hazelle hazen hazine hazrat
  hebert hedda hedi hedvig hedviga hedvika hedwig hedy hege heide heide-marie heidelinde heidelore heidemarie
  heiderose heidrun heidy heike heikki heiko heimo heiner heinfried heini heino heinz-dieter heinz-georg heinz-gerd
  heinz-günter heinz-günther heinz-joachim heinz-josef heinz-jürgen heinz-otto heinz-peter heinz-walter heinz-werner
  heinz-wilhelm heinz-willi hekima hekime hekmet helaine helan heleen helfried helge heli helinä heliodoro hella helle
  hellena hellevi hellmut hellmuth helma helmar helmi helmtrud helmut helmuth heloisa helvi helyn helén heléne helēna
  hema hemang hemangini hemani hemi hendra hendri henery henife henk henni hennie henretta henric henrich henricus
  henrieta henrikki henriks heracleea heraclio heraldo herberto herdis heribert heriberto herlinda herlinde hermanis
  hermann-josef hermanni hermelinda hermes herminda hermon hermína hernan hernando herney herrmann herschel hershell
  heru hervey herwig heryanto hesbon hessie hesti hetty heva heyvetullah heyward hezekiah hezniye hezron hezzie hicham
  hicran hideki hideo hidir hilah hilayda hildah hildburg hilde hildegarde hildegart hildegund hildegunde hildred
  hildur hilkka hillery hillevi hilliard hilmar hilmer hiltraud hiltrud himawan hindal hinet hinewai hinrich hipólito
  hiral hitesh hiçsönmez hjalmar hjalmer hjalte hjördis hoani hobert hobson hocine hodari holger holli honora horatio
  horea horia horst-dieter horst-günter horst-peter hortencia hortensia hortenzia horymír hosie hosteen houcine houda
  hoàng hoşkadem hredhaan hritik hrvoje hsin-hung hsin-i hsin-yu hsiu-chen hsiu-chih hsiu-chin hsiu-chu hsiu-chuan
  hsiu-feng hsiu-hsia hsiu-hua hsiu-lan hsiu-lien hsiu-ling hsiu-mei hsiu-ying hsiu-yu hsiu-yun huban hubertine
  hubertus hudavent huey hughey hughie hui-chen hui-ling hui-mei huldah humaira humaiya humayra humoyun hunalp hunor
  hurbert hurican hurşide huston huzaifa huzuri hynek hyrum håkon håvard héctor hüda hükümdar hürdoğan hürmet hüryaşar
  hürüyet hüseyn hüseynqulu hüsmen hüsnühâl hıfzullah hạnh hồng i-an i-chen i-ching i-chun i-fei i-hsiung i-hsuan
  i-ting iacob iain iancu ianis iara iasmina ibaad iben ibeth ibidapo ibironke ibolya ibraaheem ibraheem ibrani
  ibrohim ibun ibán icey icha idabelle idamae idika idrees idriz idun idık ieremia iesa iesha ieshia ieva ifeanyi
  ifechukwu ifora iftikhaar iftikhar ignace ignacia ignas ignatz ignaz ignác ignė igors ihab ihaia ihsaan ihsan
  ihtesham ihtiram ihtishaam ihtsham iida iiris iisakki ijaya ijli ikbal ikeoluwa iker ikhlaas ikhsan ikin ikraam
  ikram ikramah ikrimah ikshita ilah ilan ilari ilarie ilarion ildiko ildikó ildız ilga ilgı ilhan ilie ilija ilinca
  ilir ilkka illa illya ilma ilmari ilmārs ilonka ilsa ilyes ilze imane imanol imants imany imara imaran imene imer
  immo imogen imona imre imrich imron indah indali indi indrajit indrek indriķis indrė inell inese ineta ing-britt
  ing-marie inga-britt inga-lill ingalill ingbert inge ingeborg ingeburg ingegerd ingegärd ingela ingelise ingelore
  ingemar ingetraud ingetraut ingmar ingolf ingrida ingried ingrīda inguna ingvar inioluwa inken inkeri inmaculada
  inna inocencio insa inta intan inês ināra ioan ioana ioanina ioannis iola ionel ionela ionelia ionică iosefina iosif
  ippazio iretioluwa irfan iriana iridenta irine irinel irja irmantas irmela irmeli irmengard irmgard irmhild irmi
  irmingard irmtraud irmtraut irmtrud irnanto irsad irungu irva irven irwan irya iryna irén iréne irēna irıs isaack
  isaak isack isaline isam isamar isaque isaura isaya isaías iseoluwa isfandiyor isha ishaan isham ishani ishanvi
  ishita ishmael ishola ishwar isiah isidor isla islom ismaël ismet ismo ismoil ismık isolde isolina isreal issa
  issack istvan istván itanya ituri itziar iulia iulian iuliana iuliu iurie iustin iustina iustinian ivana ivanka
  ivanna ivars iver iverson iveta ivette ivey ivica ivie ivka ivona ivor iwan iwona iyabode iyadunni iyana iyanna
  iymona izaaz izabelle izabelė izayah izetta izidor izola izora iztok iñaki iľja işin işıkay işıman jaabir jaafar
  jaak jaakko jaan jaana jaanus jabal jabbaar jabbar jabez jabir jabr jabulani jacalyn jacek jacinta jacintha jacki
  jackline jacobine jacoby jacopo jacque jacquelin jacquez jacquline jacqulyn jader jadiel jadranka jaeda jael jaelyn
  jaeman jafar jafet jaffer jagapati jagaraga jagat jagrati jagvi jahangir jahanzeb jahdami jahdari jaheem jaheim jahi
  jahiem jahir jahiz jahm jahongir jaider jaidyn jailene jaiman jaimee jaimie jair jairaj jairus jais jajuan jaka
  jakobe jakobs jakov jalaal jalal jalees jaleesa jalia jalil jalisa jalissa jaliyah jalmari jalol jalsa jalynn
  jamalia jamari jamarion jame jameel jami jamie-lee jamie-leigh jamin jamiya jamshid jamya jan-erik jan-olof
  jan-peter jan-åke janaki janani janay janeen janel janell janene janeta janeth janett janette janey janez jangwa
  jani janiah janic janik janiyah janja jankat janko janneth jannette janni janos januja janus janya janyce japheth
  jaquez jarad jaret jarett jarkko jarlath jarleth jarmila jarmo jarolím jaromír jaromíra jaroslav jaroslava jaroslaw
  jarrad jaruthip jaruwan jarwa jarwadi jarwi jase jasiah jasin jasiri jaslene jaslyn jasmani jasminka jasmit jasmyn
  jasmyne jasna jasur jaswadi jati jatin jatmiko javan javen javiera javion javohir jaxen jaxson jaxton jayadi jaycie
  jaycob jaydan jaydin jaye jayeng jayla jaylah jaylee jayleen jaylene jaylyn jaylynn jaymes jayvion jayvon jazlene
  jazlynn jazmine jazmín jaël jean-baptiste jean-charles jean-christophe jean-claude jean-françois jean-jacques
  jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-pol jean-yves jeana
  jeane jeanetta jeanine jeanmarie jeanna jeannine jeanny jebet jecinta jedidah jeet jeevika jeferson jeffie jefri
  jeison jeisson jekaterina jelagat jelani jele jelena jelita jelka jemal jemimah jemma jemutai jen-chieh jenaro jenel
  jenelle jeniffer jenilee jenipher jennette jenni jenniffer jens-peter jens-uwe jenő jepchirchir jepchumba jepkemoi
  jepkoech jepkorir jepkosgei jeptha jeptoo jeraldine jeramiah jere jered jereme jeremey jeremías jerguš jeri jerica
  jerilyn jerilynn jerimiah jerimy jerman jermiah jernej jerneja jeroen jerold jeronimo jerono jerop jerotich jerrad
  jerrel jerri jerrica jerrie jerrilyn jerson jerusha jeruto jeryl jerôme jesca jesenia jesica jessee jessenia jessi
  jessye jesusa jethro jetmir jetta jevgeni jezups jhalak jhan jhoan jhoana jhon jhonatan jhonny jhony jiles jimena
  jina jinawi jindra jindřich jindřiška jinjuta jinnie jiri jitka jitrin jiřina jiří joacim joaquina joash jobst
  jocelynn jochem jochen joell joella joellen joerg joeri joeseph joetta joette joffrey johana johannah johanne johans
  johney johnie johnna johny joko jokūbas jolana jolanda jolanta jolanthe jolene jolette jolán jonell joni jonnie
  jonny jono jonás jonáš joojo joona joonas joonatan joppe joran jordana jorden jordin jordán joren joretta jorja
  jorma jorunn jory jorūnė josefiina josefita joselin joseline joseluis joselyn josepha josephat josephina josephus
  josette josiephine josip josipa joslyn joso josphat josphine jossie jost josué josée jouko jouni jovana jovanni
  jovita joycelyn joye joyline jozef jozefína jozo joško jožef jožefa jožica juanito judi judie judit judita judyth
  juelz juergen juha juhana juhani juho jui-en jukka juli juliann julianna julie-anne julieta julieth julija julijana
  julious julisa julissa julián juluis juma jumaane jumadi jumari jung-hua juni junia junie junious juozas juraj
  jurgen jurgita jurij juris jussi justas justinas justiniani justo justína jusuf jutta juulia juuso juwon jyrki jytte
  jános jázmin jérémy jéssica józsef jörg jörg-peter jörn jørgen július jürg jüri jānis jāzeps jēkabs jēkaubs jędrzej
  jūla jūle jūlija jūlijs kaamil kaaren kaarina kaarlo kaashif kaat kaazim kabeer kabir kabiru kachela kacung kacy
  kada kadeem kadence kadijah kadri kadyn kadınana kaeden kael kaelynn kafeel kahina kahir kahlil kahu kahurangi
  kai-hsiang kai-uwe kaiden kaija kaila kaique kairav kaisa kaitlynn kaiya kajen kajetan kajji kajsa kajus kalbi
  kaleem kaleema kaleena kalel kalen kalene kalervo kalevi kalgay kalie kalim kalina kaliyah kalpit kaltrina kaluwa
  kalvin kalyn kamar kamari kamaria kamau kambali kamden kamidin kamiel kamil kamilah kamilly kamolchanok kamora kamya
  kanda kandace kandef kandi kandice kanesha kani kania kanini kanisha kanpulat kanye kaombwe kaori kapagan karaamat
  karabaş karaca karaer karakucak karama karanbay karani karanja karataş karcan kardelen kardi kareen karel karie
  karima karimah kariman karimi karis karissa kariuki karja karl-august karl-dieter karl-erik karl-ernst
  karl-friedrich karl-georg karl-hans karl-heinrich karl-heinz karl-hermann karl-josef karl-jürgen karl-ludwig
  karl-otto karl-peter karl-werner karl-wilhelm karlene karlfried karlheinz karlukhan karly karlīna karman karmen
  karna karola karolien karoliina karolin karolis karolyn karolína karon karren karrie karsa karsana karsten karsyn
  karta kartika karya karyl karyme karyn kasam kasen kash kashan kashangaki kashif kashish kashvi kasie kasim kasimir
  kasiran kasiyah kaskazi kason kaspar kaspars kassidy kassie kassim kastriot kasusra katalin katalina katariina
  katarína katarīna katcha katelijne katerina katerine kateřina kathaleen katharine katharyn katherin katherina
  katherinne kathern kathey kathi kathie kathlene kathrine kathyrn katia katica katie-louise katina katleen katlin
  katri katrien katriina katrijn katriona katrīna katty katy kauko kauthar kaver kavurt kavya kawaca kawaya kawkab
  kawthar kay-uwe kayagün kaydence kaygusuz kaylan kayleen kaylen kaylene kaylyn kaylynn kayrabay kaysan kayson kayun
  kayıt kazim kazimír kazuko kazuo kazuya kazım kaşif kealan keandre keanna kecia keelan keena keenen keesha keeva
  kefser kegan keifer keijo keila keion keisha keji kelan kelby kelcie keld kelechi keli kelis kellan kellee
  kelly-anne kelly-marie kelsea kelsey kelâmi kemal kemba kemboi kemuma kemunto kenari kendal kendell kenedy kenes
  keneth kenia kenichi kenisha kenley kenn kennard kenney kennth kenter kenth kenyangi kenzie keri kerime kerman
  kermit kerri kerrie kerttu kerubo kerwin kesha keshia kevan keya keyaan keyla kezban kezia keziah khaalid khaan
  khadidja khadijah khaled khalilah khamani khamisi khanyisile khari khiry khloe khoa kiaan kiah kiandra kiano kiapo
  kiaran kiarie kibafupia kibar kibet kibibi kiburi kiefer kiernan kieron kierra kiersten kieth kifaye kijana kijani
  kikelomo killian kilonzo kimani kimanzi kimathi kimball kimber kimberely kimberlee kimberli kimberlie kimbilio kimeu
  kimmo kimora kimutai kimya kinaya kindra kinga kinley kinsey kinsley kinte kinubi kinuthia kinyanjui kinyua kiojah
  kioko kipchirchir kipchumba kipenzi kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei kipkurui
  kiplagat kiplangat kiplimo kipngeno kipngetich kipras kiprono kiprop kiprotich kipruto kipsang kiptoo kipyegon
  kiramettin kiri kirsi kirsti kirstie kirstine kirsty kirt kirui kisha kisima kitan kitti kittie kiume kiwara kiya
  kiyasi kiyoko kiyoshi kizzie kizzy kjersti kjetil klas klaudie klaus-dieter klaus-günter klaus-jürgen klaus-michael
  klaus-peter klaus-ulrich klaus-werner klavdija klavs klea klemen klement kliment kloe klothilde klára kläre knud
  knute kocabaş koda kodchaporn koech koenraad kofi kojo koko kolawole koldan koloman kolten kolton koncagül konguralp
  konner konnor konradi konradus konstantinos konstanze konštantín kopan kordell kordula korede kori korir korkmazalp
  kornelija kornelius kornél kornélia kortney korugan kosgei kosisochukwu kotryna kotuz kourtney kovu koçak koçkan
  koşukhan kreszentia kreszenz kriemhild krish krisha krissy kristal kristan kristaps kristel krister kristers
  kristiaan kristiane kristien kristiina kristijan kristián kristiāna kristjan kristof krists kristupas kristyn
  kristína kristóf kristýna krisztina krisztián krisztofer kritika krišjānis krišs krištof krysta krysten krystin
  krystle kryštof ksenija kuan-hung kuan-lin kuan-ting kuan-yu kuchanua kujoe kujtim kullervo kulnun kumiko kumral
  kumush kunaporn kuncara kunibert kunigunda kunigunde kuno kunta kunthara kuo-hsiung kuo-hua kuo-jung kuria kurnia
  kurunzi kushtrim kusiima kustaa kusuma kutay kutgün kutun kvetoslav kvetoslava květa květoslava kwabena kwadwo kwaku
  kwamboka kwame kwamena kwasi kweku kweli kwesi kyalo kylah kylan kylene kylian kyllian kyllikki kymani kyosuke kyree
  kyson kálmán károly kâzime käte käthe käthi kåre kévim kévin köker köktaş könül kösemen kübran künkyi kārlis
  kęstutis kılıçbay kınel kırat kırgız kıvılcım kızıl kızıltunç laban labeeb labib labinot labuh lachlan laci lacie
  lada ladina ladislaus ladislav ladislava ladli ladonna laeeq laetitia lafe lage lahiah lahoma laia lailah lailati
  laimonis lainey laini laiq lajita lajlaj lajos lakeisha laken lakendra lakesha lakeshia lakisha laksana laksh
  lakshit lala lalla lalo laly lamarcus lameck lamine lamonte lanang landan landin lando landon landyn lanette
  langalibalele langat langgeng lani lanie lanita lanjar lannie lanny lantar laoise laora laqeet laquan laquita
  lara-sophie larae laraine laras larisa lars-erik lars-göran lars-olof lars-åke lary lascăr lashanda lashawn lashonda
  lashunda lasmanto lasmono lasonya laswi laszlo latanya latarsha latasha lateef latesha latifah latika latisha
  latonia latonya latoria latosha latoyia latrell latrice latricia latrina launa laurance laureano laurene laurette
  lauri laurian laurina lauris laurita laurits laurynas laus laust lautaro lavar lavelle lavenia lavera lavona lavonda
  lavonia lavīze lawanda lawerence lawrance lawrencia lawton laylah laylo layth layton laziz lazăr lazım laçın
  laëtitia laís lea-sophie leala leamon leano leart leatrice ledion ledün leeann leen leena leeroy leesa leevi lega
  legawa leia leider leidy leighton leire leisa leisha leitha lejla lekha lelar lella lembah lemmie lenah lenard lenka
  lennarth lenon lenord lenwood leocadia leocadio leokadia leoma leonce leoncio leonore leons leontin leontine
  leontīne leopolda leopoldina leopoldine leordean leota leoš lerze lesa lesana lesia leslee lesli lesta leszek lethia
  leticija letta lettie letty letícia levar levente levern levie levina levon levoslav leydi leyla-katharina leyli
  leyre lezize leïla león leónidas lhanzey li-chen li-chin li-ching li-chu li-chuan li-hsiang li-hsueh li-hua li-ling
  li-mei li-yu li-yun liban libardo libia libni libor libuša libuše liceth lică liddie lidie lidija lidwina lidya
  liepa liesa liesbet liesbeth lieschen liesel lieselot lieselotte lieven lieze lige ligia ligita liisa lilah lilburn
  lilie lilija lilijana lilita lilja liljana lillard lillemor liller lillia lillianna lillis lilyana lilyanna limar
  limazah limon linah linas lindah lindbergh lindell lindita linet linette linh linna lintang linton linzy lioara
  lioba lipika liridon liridona lirim lirjan lisa-marie lisbet lise-lott lise-lotte liselott liseth lish lisha lissa
  lissette lissi lissie lissy liston lita litha littie littleton livingstone liviu liwia liyaaqat liyaqat lizabeth
  lizbeth lizete lizette ljiljana ljubica ljubisa ljubov ljudmila lockie loda lodewijk lohit loice loida loise lolla
  lollie lona londisizwe londiwe londyn loney loni lonna lopa lorayne lorcan lorean loree lorelai lorelei loreto
  loretto loria loriann lorie lorik lorin lorinda lorne lorrayne lorri lorrie lossie lotfi lothar lotti louana louane
  louann louanna louella louetta loui louka loula louna lourenço lovell lovett lovie lovina lovis lovre lovro lowie
  loyd luann luanne luara luay luberta lubomír luboš lucero lucetta lucette luchino lucho lucija lucila lucina lucindy
  lucrecia lucretia luda ludger ludmila ludmilla ludolf ludovicus ludvik ludvík ludwina luděk luej luena luetta
  lugenia luhung luigina luisana luisina luitgard lujza lukasz lukita lukman lukáš lulah lular lulie luljeta lulla
  luluh lulut lulzim lumír lungile lunna lupita luqmaan luqman lurana lurena lurhur lutf lutfan lutfi lutgarde
  lutgardis lutgart luthfi lutie luvenia luverne luvinia luwar luwes luyanda luzia luzius luzmira luís luísa lwandile
  lydell lydiah lydiane lydianne lykke lylah lyman lyna lyndia lyndon lyndsay lyndsey lynley lynnette lynsey lynwood
  lysiane lászló lázaro lâle lærke léana léane léonce léone léontine lúcia lüfen lýdia lýdie lăcrămioara lėja lība
  līga līna līza lūcija maahir maajid maalik maanas maanav maaria maarit maawiya maaya maaz maazin mabad mabell
  macarena macauley macel maceo macharia machelle macide maciej madaha madalena madalynn madani madara maddux madelene
  madhav madhavi madilynn madina madini madiyan madleina madlyn madoa madora madyan maebell maebelle mael maeva
  maftuna magalie magaly magan magarete magdaline magdaléna magdolna magen maggy magne magret magrit mahad mahala
  mahali mahalia mahalie mahaz mahbeer mahboob mahbub mahdee mahdi mahdy maheen mahesa mahfooz mahfud mahfuj mahfuz
  mahi mahigül mahika mahja mahlon mahmood mahmoud mahmud mahnaz mahsun mahter mahulena maicol maie maighread maija
  maiken maikol maila maimuna maimunah maina maingi mairead mairin mairtin maisa maisha maisy maite maivi maj-britt
  maj-lis majani majd majdi majdy majeed majella majken majvor makai makaila makala makara makarena makau makeen
  makena makhi makini makokha makori maksimiljan maksur maksüde makunga makuu malachy malak malakai malaki malcom
  malea maleah malene malgorzata maliah malio malissa malissie maliyah maliza malle mallorie malorie malthe malu
  malvin malvína mamadou maman mame mamen mamun manaaki manabu manaf manah manan manbir manca manda mandie mandla
  mandlakhe manel manerva manervia manford manie manja mannie manola manole manolo mansurali manthan mantė manuelita
  manuella manuelle manuél manya maqsud mara-julie maraea maralyn maranda marcantonio marcell marchello marcheta marci
  marcial marcie marcio marcu marcy mardell maree mareen mareikura mareile mareks mareli marely marese marga margana
  margaretha margarethe margaritha margarito margaréta margaud margaux margene margeret margery marget margit margita
  margitta margo margoth margreth margrethe margrett margretta margrieta margrit margrith margueritte margurite margus
  marguy margy maria-luise maria-theresia mariadi marianela mariangela marianita mariann maribeth maricel maricela
  maricica maricruz marie-ange marie-anne marie-cecilie marie-christine marie-claire marie-claude marie-france
  marie-françoise marie-hélène marie-jeanne marie-josé marie-laure marie-line marie-louise marie-luise marie-madeleine
  marie-noëlle marie-paule marie-pierre marie-rose marie-sophie marie-theres marie-therese marie-thérèse mariechen
  mariel mariele marieluise mariette marija marijan marijana marijke marilee marilla mariluz marilynn marinda marinela
  marinette marini marinka marioara mariola marise marisel marisela maristela maritta mariusz mariyah marián marja
  marja-leena marja-liisa marjaana marjan marjana marjanca marjani marjatta marjeta marjo marjona marjukka marjut
  markel markell marketta markita markku markéta marlana marland marleigh marleny marlies marliese marlis marlise
  marlyn marlys marlyse marlén marni marnie marnita marnix marolyn maroof maroš marquez marquita marrion marsito
  marsudi martaka martana martani marte martell martez marti martijn martika martim martirio martta martti martyn
  martynas martí maruša marva marwata maryadi maryanne maryanto marybelle marybeth maryellen maryjo marylee marylin
  maryline marylou marylouise marylyn marylène maryvonne marzena marína masako masao masar masika masinde massiel
  massinissa masume matas matea matei matej mateja mateus matevž matheo mathieu mathys mathéo mati matias matic matie
  matija matiu matjaž mato matouš matthäus mattye mattéo matunda matyáš matéo matías matúš matěj matīss maua mauno
  maurin mauritz maurus maury mavuno maximiano maximiliano maximilián maximino maxwel maxx mayerly maykol mayme maynur
  mazlum maël maëlle maëlys maëva maïté maşide maša maža mbithi mboya mbugua mburu mcarthur mcebisi meabh mearl
  mechelle mechthild mechthilde mechtild mecide mecit medard medora medėja meelis meera mefarettin mefharet meggan
  megha meghana meghann mehdi mehdiqulu mehdiye mehin mehman mehmed mehmetzahir mehrigül mehrimoh mei-chen mei-chu
  mei-chuan mei-feng mei-hua mei-hui mei-lan mei-li mei-ling mei-ying mei-yu mei-yun meibh meinhard meinolf meinrad
  meja mekhala melaha melanine melchor meleknur melichar melihcan melikkan melissia melita melitta melker mellisa
  mellissa melodee melodie melonie melony melva melvine melvyn melwin melánia melûl memili mena menachem mendy menfeat
  mengi mengüç menişan merba merche mercyline merdi mereana meret merete merethe mergim meriem merike merilyn merim
  merita merja merlene merlyn merna merri merrie merrilee mertel merton merva mervi mervyn merwin mery meryeme meryl
  merzuk meshack mestur mesude metehan metha metinkaya metka metod metrine metta mettie meveddet mevlüdiye meyhanim
  meyransa mezide meşhur miah micael micayla miceal michaele michail michal michala micheala micheletto michelina
  micheline michell michelotto michial michiel mickael mickaël mickie miel miesha mieszko migdalia miglė miguela
  miguelangel mihael mihaela mihai mihail mihajlo mihels mihhail mihin mihkel mihnea mihriye mihály miia miika mijo
  mikaere mikaila mikako mikal mikala mikalah mikayıl mikeal mikels miki mikkel mikko miklós mikuláš mikyas milada
  milagros milas milay milburn milcah milda milica milissa milka milkah millaray millard millicent milorad miloslav
  miloslava milota milovan miloš miluše milán mima mimmi mimoza mimy minda mindaugas mindi minenhle minervia ming-che
  ming-chu ming-hui ming-hung ming-te ming-tsung minibe minna minodora minoru minta mintie mioara miodrag mirabela
  mirbadin mircea mirdza mireia mirela miriah miriama mirian mirjam mirjami mirjana mirlinda mirna mirona mironshoh
  miroslav miroslava miroslaw miroslawa mirriam mirsad mirtha mirtie miruna miryam mischa mishat mislav misra missie
  misti mistie misuli mitali mitchelle mitesh mitică mitra mituru mitzi mitzy miya miyesser mizhir miķelis miłosz
  mkarkara mladen mlungisi mnqobi modris modupe moesha mofifoluwa mogens mohamad mohamedi mohamud mohand mohinur
  mohlaroyim moisés mojca mojisola mojisoluwa mojmír momanyi momoko monalisa monicah monis monja monna monnie montel
  montie montrell montserrat moraa moradeke morayo mordechai morenike morine morolake mosinmileoluwa mosunmola
  motunrayo mouloud mounir mourad moureen mourib mourine moyosore mozella mrihani mthokozisi muarra mubina mucahit
  muchiri muema mueni mufide mugambi mugdha mugendi mugo mugur mugurel muhallil muhamed muhamet muhammadali
  muhammadamin muhammadamir muhammadayub muhammadaziz muhammadrizo muhammadsafo muhammadsodiq muhammadsolih
  muhammadumar muhammadyasin muhammadyusuf muhammadziyo muhammet muhazzim muhima muhip muhiye muhsina muhyettin muia
  muireann muiruri muizza mujde mujur mukbile mukhwana mulele muli mulwa mulya mulyanto mulyono mumbi mumo mumpuni
  mumtoz munene mungai munisa munyao munyoki murad muratcan murdock murielle muriithi murimi murithi muriuki murod
  mursalina mursinin mursita musafet musaffa musau musee musembi musfira mushtariy musila muslima mustafo mustapha
  mustika mustofa musyoka musyoki mutai muthama muthengi muthoka muthoni muthui mutia mutie mutinda mutiso mutisya
  mutluhan mutua mutuku mutunga muturi muvaffak muvahhide muxlisa muxtar muzayyana muzdahir muzdalifa muzhir mwamini
  mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia mwasaa mwaura mwende mwendwa mwezi mwikali mwiti mychal myer
  mykel mylee mylie myranda myrle myrta myrtha mzamo márcio mária mário márk márta márton mátyás máté máxima máximo
  märta märtha måns mårten mélina mónika móric möhsim mübariz mübetcel mücellib mücevher müferrih müfit mükramin
  mükrüme mülayim mülâyim mümtaze münezzer münif müret mürit müsemma müslum müslüm müveddet müzekker müğber müşkünaz
  müşüre māra māris mārtiņš mārīte mădălin mădălina mălina mărioara măriuca naadir naail naajy naasih naasir naathim
  naazhim nabeeh nabeel nabhan nabigh nabih nabil nabila nacer nachiket nacio nadeem nades nadeschda nadeshda nadežda
  nadhir nadim nadin nadr naděžda naeem nael nafasat nafees nafesa nafii nafile nafis nafula naglis nahashon nahiara
  nahla nahuel naiara naib naide naima naimh naja najair najam najee najeeb najib najuma najwa naki nakif nakip
  nakisha nakita naksh nakul nalar naliaka nallely nalân namiq namon nanami nanci nancie nand nandini nando nanette
  nanie nanjala nannette nanni naoimh naoise naoki naoko naom naoma naomh naomy naoto naradi narcis narcisa nardi
  narhanim narimane narji narıngül nasab naser nashipie nasiba nasim nasiru nasra nassim nastja nasuf natacha natalee
  natali natalija natalio natalja nataly natalya natasa natascha natasja natasza nataša natella nathalia nathaly
  nathari nathasha natiq natividad natosha nattawun natálie natālija nautica nayara nayaret nayareth nayely nayfa
  nayibe nayil nazaret nazende nazim nazimet nazlihan nazlim nazıdil naël naïm nağı ndegwa nderitu ndirangu nduku
  ndumiso ndung'u ndunge ndungu nduta nealie nealy neasa nebih nebiha nebojsa necdat nechifor necilal necva nedas
  nedda nedjma needham neel neelima neely neema nefaret nefiye neftalí nehemiah nehip neider neja nejc nejdet nekesa
  nelah nelcy nelia nelie nelima nelio nello nelsy nelu nelya nemanja nenad neola neppie neptün nereida neriban
  nerijus nerim neringa nermin nery nesfe nesip neslinur neslisah nesrine nessa neta netra netta nevaeh neval neveah
  nevenka nevgin nevise nevsal nevsale neyran nezengül nezihi nezize neşrin neža ng'ang'a ngaire ngamia nganga ngari
  ngeni ngigi ngozi ngugi ngọc nhiên nhlanhla nhật nial niall niara nibaldo nicanor nicat niccolò nichakarn nichelle
  nichifor nichol nichola nicholus nicki nicklas nickson nicky nicoară nicodemus nicodim nicolae nicolaie nicolaj
  nicolasa nicolaus nicoleta nicoline nicolle nicu niculina nidhi nidia nidra nigesa nihad nihai niharika niilo niina
  nikhil niki nikia niklaus nikol nikolaj nikolajs nikolaos nikolaus nikole nikolett nikoletta nikolina nikora niks
  nikša nilam nilcan nilda niles nili nilima nilo nilson nilufar nimakoah nimrat ninetta ninioluwa ninnie ninoska nira
  niracha nirgül nirja nisha nita nitara nitesh niyaga niyaz niyilolawa niğmet njabulo njagi njenga njeri njeru njiru
  njogu njoki njoroge njozi njue njuguna nkazimulo nkiruka nneka nobantu nobie nobuhle noeleen noeline noelle noemí
  nohely nohora noirin nojus nokulunga nolberto noleen nolen nolia nolie nollaig nomagugu nomalanga noman nomasonto
  nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nonhlanhla nonie nonjabulo nonso noora noppakao norbey
  noreen noreta noretta norica norine norita normunds notburga nothando novruz noxolo nozibusiso nozima nozizwe noémi
  noëmi nqobizitha nrima ntimi nuala nugraha nuhu nula nuno nura nuray nurbanu nurcan nurda nurdeniz nuretdin nurey
  nurgil nurhayet nuri nuria nuriat nuriya nuriyet nurkan nurlan nurlana nurmelek nurmuhammad nurseda nursim nurtaç
  nurten nuru nurul nurulla nurveren nury nurşan nutcha nutkrita nutwadee nuyan nuša nwabudike nyaboke nyaga nyakundi
  nyamai nyambura nyana nyanchama nyasi nyawira nydia nyla nylah nyoka nyoman nyongesa nyoni nyota nyree nyuki nzioka
  nzomo nádia nándor nélida néstor nóra núria nübar nüdret nürice oakley oana obaid obanijesu obdulia obed obianuju
  obinna ocampo ochieng octav octavian octaviana octavie octaviu octavius odalis odalys oddie odelia odeline odhiambo
  odhran odika odina odis odkanlı odongo oduor odus oeshi ofeliya oganer ogechi ogooluwa oguş oisin oiva ojas ojasvi
  okanay okbay okechukwu okello okgüçlü okoth okseven okto oktüremiş okumu okyalaz oladare oladimeji olajumoke
  olakunle olalla olan oland olanrewaju olansile olar olasunmbo olav olavi olca oldağ oldrich oldřich olegario olena
  olene olevia oley olfert olgierd olie olimpian olimpiu oline oliva olivie olivija oliviu olivér oliwer olli ololade
  oloo olov oluchi olufunke olufunmilayo olumorotimi oluoch oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa
  oluwasanmi oluwasegun oluwole oluş olwen olwethu olívia omaca omair omaira omaja omarion omeir omie omina omisha
  omkaar omobobola omobolanle omodunni omolabake omondi omosalewa omotara omotayo omotola omotoun omowumi omran omya
  onat ondieki ondrej ondřej oneal oneida onesmus oneta oney ongay onkar onni onnie onofre onuker onurcan onursu
  onveer onyango onyinye oona oonagh opan opha opiyo opung opwonya oqtay orah oralia oranlı orduxan orelia orene
  oreofe orestas orfelina orfhlaith orgün orilla orinder oris orla orlagh orlaigh orlaith orlena orley orlin orma orna
  orren orrie orsolya orson ortak ortansa ortrud ortrun ortwin oruç orvel orvil orvin orvis orvokki orxan orçin osama
  osamu osha osie osiyo oskari oskars oskár osmo osogo ossama ossi ossian ossie osunleke osvald osvalds oswin otabek
  otakar otay otelia otfried othel othmar otieno otmar ottfried ottie ottmar ottokar ottomar ottó otávio otília otýlie
  otīlija ouanes ouida oussama outi ovid ovidiu ovila oviya owais owethu owino owuor oxana oyenike oyindasola oymak
  oysha ozana ozansü ozell ozie ozioma oğulbaş oğurata oğuzman oļģerts oľga paavo pabla pachongruk pacífica pada padmi
  padraic padraig padraigh padraigin pahal pai-han pai-hung pai-jui pai-lin pai-yen pai-yu paiman pairlee paityn paker
  pakjira paksu pallavi palle pallie paloma pamala pambe pamelia pamella pamfil panagachie panait panca pancho pandu
  pangeran pangestu panji pankrác pannawich panya pao-chu paoletta paralee paramita paraschiva parin parlee parman
  parrish parsa parth parthenia parvez pascaline pascuala pasi paskalia pasqual pastora patchaploy patcharaporn patric
  patrica patricie patricija patrícia pattamon pattapon pattatomporn paul-gerhard paul-heinz pauletta pauli paulica
  paulien pauliina paulino paulius paulína paulīna pauric pavani pavao pavla pavlína pavol pawan pawel paye payten
  paşa peadar peader pearla pearle pearlene pearley pearse peder peem peeter pehlil pei-shan pekka pekkan pelaji
  pelayo pembesin penina peninah pennie pentti pepita pepito per-erik per-olof peren perinur perkasa perley perlita
  permelia permun pernell pernille pero perri pershing pertti pervaiz pesent peter-michael petrana petras petrică
  petrina petrona petronela petronila petros petru petrus petteri phanice phebe phelim phelix phenphitcha pheobe
  philemon philippa philis phillis philo philomena philomene phineas phubes phylicia phylis phyliss phúc pi-chu
  pi-hsia pi-yun piaras piedad pierette piergiuseppe pierina piermaria pierpaolo pierre-yves piersanti pieter-jan
  pietra piia pijus pin-jui pin-yen pin-yu pinkney pintusorn pirahmet piran piret pirjo pirkko pirmin piroska pitipat
  ples pluma plácido po-wen polad polina pollie polona polonca pompilia pompiliu poncio popobawa pornchanok porsha
  portia poul povilas praba prabawa prabowo prabu prakosa prames pranata pranav pranawa praneel pranit prasetya
  prasetyo pratyush pravoslav prayitna prayoga prayogo preben predrag prentiss pricilla priit primitiva primitivo
  priscah priscila priscillah prisha priska profira prudencia prudencio prudie pryor przemysław puccio puji pumbaa
  puntira puput purificación purwa purwadi purwanto puspa puti putri putu pánfilo päivi päivikki péter pünhan pürçek
  pătru pēteris přemysl qaadir qaasim qabeel qabil qadar qadeer qadim qadir qahtan qaim qais qalib qamar qani qanit
  qaratel qareeb qarin qaseem qasid qasif qasim qasım qatadah qawee qay-yoom qays qiana qiang qiyas qori qoşqar quadir
  quang qudamah quddoos qudoos quiana quinter quique qulam qulu qumru qurban qusay qushi qutaybah qutb qutub raaghib
  raagini raahil raakin raamis raamiz raashid raatib rabah rabar rabb rabbaanee rabbani rabbiye rabea rabecca rabee
  rabiah rabih rabit racha rachana racheal rachida rachit rachita rachèle racquel rada radek radeke raden radhee
  radhika radi radika radim radit raditya radka radmila rado radomír radoslav radoslava radosław radovan radovana radu
  radvilė radúz raed raees raekwon rael raelyn raelynn raewyn rafa rafaella rafan rafay rafaél rafe rafee rafeek
  rafeeq raffael raffaela raffaellino raffaello rafi rafia rafid rafih rafila rafiq raghav ragheb raghib ragna ragnar
  ragner ragnhild rahab raharja rahat rahayu raheel rahiye rahma rahmat rahmet rahn raiden raihan raija raili raimo
  raimonds raimund raimundo rainer raisa raissa raivis raivo rajab rajata rajeshri rajko rakeem rakide raksha ralf
  ralf-dieter ralf-peter raluca ramadan ramadhan ramid ramil raminta ramunė ramzi ramūnas ranbir randel randell randle
  rangga ranieri ranveer raphaela raquan rasa rashaad rashaan rashida rashidi rasma rastislav rasul ratchanon ratih
  ratna rauno ravy rawiri rayaan rayana rayburn rayfield rayford rayhona rayla raymon raymund rayna raynard rayshawn
  rayyona rayén razi razı reatha rebecka rebihat recepali reda redmond reet refugio regena regenia regine regis
  regitse regitze regína regīna rehaan rehema rehime reidun reijo reimar reimer reimund reinald reinaldo reinel reiner
  reingard reinhard reinhardt reinhart reinhild reinhilde reinis reino rejane reksa rella relu remazan rembrandt
  remedios remi remus remy rena renaat renada renae renaldo renan renard renate rendy renea rengül reni renita rennie
  renáta reshoni resi respati restu resulcan reto rettie reubin revza rexford rexhep reyansh reynaldo rezin rezzak
  rhavi rheta rhian rhianne rhona rian rianna ricarda ricci ricciotti richardt richelle richárd ricki rida ridhi
  ridwan rigmor rigo rihards riikka riina riitta rika rikard rikke rikki riku rilla rillie rimantė rinda rini rinor
  risa risalet risasi risper risto ritva riya riyad riziki rizki rizvan ričardas ričards robbe robby robertas
  robertina robiya robley robt roby rochdi rochus rodah roddy roderic roderich rodica roeland roena rohaan rohat roise
  roisin rojnu rojus rokas roko rolanda rolandas rolands roldán rolf-dieter rolf-peter rolla rolland rollande rollie
  rollo romello romie romona romualdas romulus román rona ronal ronda rondal roni ronith ronke ronna ronni rono rony
  ronya roope rosa-maria rosabelle rosalba rosaleen rosalina rosalinde rosaline rosalva rosalía rosamel rosann rosanne
  rosarie rosaura rosco rose-marie roseann roseanna roseanne rosel roselinde roselyne rosena rosenda rosevelt rosey
  rosi rosia rosl rosman rosmarie rossa rostislav roswell roswita roswitha rotich rotraud rotraut rouven roxana roxann
  roxanna roxelana roxie roza rozalija rozanne roziya rozália ruairi ruari rubani rubi rubiela rudecindo rudi rudolfo
  rudīte rueben ruedi ruel ruffus ruggiero rugilė ruhide ruhiu ruhsat ruhshona ruhugül ruie rukia rumaysa rumeysa
  rungo ruperta ruqayya ruqiya rushil ruslan rusman rusnė rustin rusul rute rutha ruthann ruthanne ruthild ruwaihim
  ruxanda ruxandra ruzica ruža ružena ružica ryker ryland rylie ryma ryne ryohei ryosuke rytis rytė réginald régulo
  réka rémy róbert rómulo róza rózsa röya röyal rúben rübeyda rüdiger rüknettin rümeysa rüşen răducu răzvan rıfkıye
  rūdolfs rūta růžena s'fiso saabir saad saadat saadiq saafir saahir saaiq saajid saal saalih saalim saanvi saaqib
  saara saariyah sabahat saban sabar sabari sabas sabastian sabatino sabbir sabeeh sabih sabihe sabil sabiq saboor
  sabur saburah sabína sabır sacha sachi sada sadaka sadan sadao sadaqat sadat sadeed sadeti sadia sadik sadiki sadina
  sadiq sadittin sadiye sadıq safet safia safina safinaz safiri safta safura sahil sahin sahir saida saidi saiful
  sairah saire saka sakari sakina sakip saksham sakti salah saleh salena salima salimah salimet salkın salman
  salohiddin salomea salomey salomón salsabila salud salurbay salvi salwa samahat samaksh samama samandar samar
  samarth samatha samesh samiah samie samina samiya samiyah samo samsul samu samual samuli samurtay samwel samweli
  samy sanaa sanai sanavber sanaya sancak sanda sandalio sandi sandie sandile sandis sandor sandu sanela sani sanije
  sanita saniya saniyah sanjar sanjuana sanjuanita sanni santeri sanur sançar saoirse saood sapa sarabi sarafina
  sarah-jane sarah-louise sarahi sardor sargın sariah sarita sarmīte sarpkın sarrah sarthak sarunporn sarvan sarvar
  sarvinoz sarya sarıcabay sasa sathvik satomi satrettin satu saturnina satya satıa saulius saumu saumya saundra sauti
  sava savak savana saveta savilla savni savon sayalı saydam saygın sayin sayrak sayuri sayın saçı saïd saúl sağcan
  sağıt saša sašo scarleth scarlette schley seaborn sean-paul seana seanan seaneen seanna sebastien sebastijan
  sebastián sebastião sebastjan sebattin sebigül seblâ sebrina sedife segilola segismundo segundo seha sehel seija
  sejda selaheddin selatin selcan selcen seldon seler selime seline selmin selâtin semaj semat semender semenica
  semine semir semrin senad senan sencar seniha senol senta seona seosamh seppo septi seracettin serafín serah seraina
  serda sereina serezli serfinaz sergej sergiu sergius serhatmehmet serina serkan serma sernur serol servinaz servác
  setya sevara sevcan sevdi sevdinar seve severin severina severine severt severín sevgen sevginur sevican sevinc
  sevinch sevindik sevla sevsevil seward seydo seye seyfulla seyhan seyithan seymur seyran seyyide sezal sezen
  sezginbaş seçgül seçme shaban shadrack shae shahina shahnoza shahriyor shahzod shahzoda shakila shalon shalonda
  shamar shameka shamika shamsuddeen shanae shanda shandra shaneka shanell shanequa shani shanice shaniece shanika
  shaniqua shanita shannan shannen shanta shante shantel shantell shaquan shaquana shaquille shaquita shara shardae
  sharday sharde sharee sharen sharita sharla sharleen sharlene sharman sharonda sharron sharyl sharyn shasta shatara
  shauna shauneen shaunna shaurya shavon shavonne shawana shawanda shawnda shawnee shawnna shawnte shayla sheamus
  shedrick sheelagh sheena shehu sheilah sheilla sheillah shekoni shelba shelbi shelbie shelli shellie shelva shelvia
  shelvie shem shena sheng-hsiung shenna shep sheree sherie sherilyn sherita sherlyn sheron sherree sherrie sherrill
  sherron sherryl sherwin sheryll sheyla shianne shida shiela shih-chang shih-han shih-ming shiloh shinead shira shirl
  shirlee shirleen shirlene shirleyann shirlie shivani shivansh shohei shohjahon shohrux shon shona shonda shonna
  shota shpresa shqipe shravya shu-chen shu-ching shu-chuan shu-fang shu-fen shu-hua shu-hui shu-ling shu-mei shu-min
  shukrona shyheim shyla sian sibbie sibille sibonelo sibongile sibusisiwe sibusiso sibylla sidar siddharth siddie
  sidiq sidki sidónia siegbert siegfried sieghard sieglinde siegmar siegmund siegrid siegried siegrun siegward siena
  sifa sifuna sigfrid sigfried sigge sigismund sigita siglinde sigmar signe sigrun sigvard sihawukele siim siiri
  sijuade siku sila silanur silje sille silondile silvester silvestre silvian silviana silvie silvija silviu silvo
  simber simen similoluwa simina simion simiyu simmie simo simonas simonne simphiwe simphiweyinkosi simten simão simón
  sinaida sinda sindre sindy sinead sini sinică sinikka sinisa siniša sintija siobain sioban siobhain siofra sione
  siper siphesihle sirac sirap sirje sirkka sirpa siska sisko sissel sithembiso siti sitiwat sittik sittikorn sivert
  sixten sixto siya siyabonga skaidrīte skender skolastika skyler sladjana slamet slavica slavisa slavka slavko
  slavomír slavomíra slavěna slawomir sloane slobodan sláva slávka smaranda smiltė sneha sneider snezana snježana sofi
  sofiane sofija soleh soliha solma solmaz soloman solveig solvej solvita solène somadina somer sommer somtochukwu
  sona sonad sondra sondre songurkan sonji sonnur sophie-louise sophie-marie sophronia soraia sorana sorawut sorcha
  soren sorin sorina sosimo sotaro souad soufiane souma soumia sowande soydaner soykan soykut soyselçuk soňa spenser
  sphiwe spurgeon srečko ssu-yu staci stacia stacie staffan stana stanca stancu stanislaus stanislav stanislava
  stanislaw stanka stanko starla stasia stavros staņislavs stefaan stefani steffi steinar stelian steliana stellah
  stellan stephaine stephani stephene stephenie stevan stian stien stilla stine stiven stjepan stojan stéphan su-chen
  su-chin su-ching su-chu su-lan subomi subutiye suci sudie sudiksha suellen suhani sula suleiman sulhi sultane
  sumayya sune sunel sungara supasit supasita suphi susam susanita susann susannah suse susi sussanne sussie suvakit
  suvi suwijuk suzana suzann suzanna suzette suzie suzy suğra svante svatopluk svatoslav svein sven-erik sven-olof
  svenning svetozár svätopluk světlana swala swaleh swantje swen swetlana syahrini sybille sydell sylas sylivia sylke
  sylvaine sylvana sylvania sylvanus sylvianne sylvio sylvère symone synnøve syreeta szabolcs szilveszter szilvia
  szilárd sándor sára sânziana sérgio sónia sökmen söyler sözer sørine sübhan sücaettin süha süheyda sükrü süleyla
  sümerya sümeyye süner süsen süvari süzer sırriye sıylıhan ta-tanisha taahaa taahir taaj taalib taamir taanish taariq
  taban tabassum tabatha tabetha tabish taciddin tadas tade tadeen tadej tadeja tadeo tadeusz tadeáš tadhg tafazal
  tagangül tage tahaw-wur tahawwur taheem tahj tahmaseb tahmeed tahmid tahoor tahseen taial taichi taimur taina taine
  taisir taisto taja tajammal tajammul tajudinn tajus takatifu takisha takuma talal talan talayer talen talhah talib
  talibe taliyah tallie talmadge talmage talıb tama tamala tamam tamanna tamatha tamati tamaydın tamaşa tambika tambra
  tameka tamekia tamela tamera tamica tamie tamika tamiko tamilla tamisha tammi tamra tamu tamya tamás tanak tanay
  tanbay tandoğdu tandy taneli tanesha tangaroa tangela tangül tanhan tanika tanimu tanish tanisha taniya taniyah
  tanmayi tanpınar tanses tansev tansığ tantri tanveer tanvi tanyolaç tanyu tanır tapani tapio tarah taraji tarak
  tarancı tarfaan tariq tariyel tarmo tarsha tartış taru tarzícius tasdik tashina tasia tasnim tassilo tasvir taswir
  tatia tatianna tatjana tatsuo tatyanna taufan taufik tauno taurus tautvydas tavaris tavian tavion tavon tawana
  tawanda tawanna tawkeel tawnya tayaydın taygan tayla taylak tayshaun tayyibe tayyip taçnur taşar taşkan teber
  tecimer tedi teea teela teemu teena teerth teetat tegan teguh teija teja tejs tekbay tekecan tekiner teknaz teksoy
  telim tella tellervo telman telmo telse temidayo temime temir temirhan temizkal tempie temuçin tena tenika tenis
  tenisha tennie tennille tenvir tenzin teodors teodosia teofil teohari teona tera terance tercan tere terell terese
  teresia teresiah teresita teressa tereza terezija terhi terina terje terlan tero terrie terttu teréz terézia teuta
  teuvo tevs texanna texie teybet teymur teymuraz teymurçin tezol teófila teófilo thabani thabisa thabisile thabiti
  thaddäus thalente thales thanatcha thandazile thandeka thandiwe thando theadore theda thedore thekla thembeka
  thembekile thembile thembisile theobald theodis theodocia theodoor theodoro theodoros theodosia theola theophil
  theophile therman therése thiare thibaud thibaut thibo thinhinane thomasina thomás thoralf thorsten thorwald thos
  thresa thuo thure thurlow thursa thurston thuthukile thyra thành théa thảo tiare tiarna tiarnan tiarra tibe tiberia
  tiberiu tibo tibor tiburcio ticen tichomír tiegan tiera tiernan tiesha tiffani tiffanie tiia tiina tiit tiiu tijl
  tilda tilden tilen tilla tillie tilman tilmann tilo timbul timea timmie timotei timotej timurtaş timéo tinca tindra
  tineke tiney tinie tinne tira tirdad tirta tirtayasa tisa tisha tishie tishk titas titin tivadar tiğin tjaša tobe
  tobi tobie tobiáš toccara todor todsawun tofiq toivo toki toktuğ tokunbo toköz tolbert tolonbay tolulope toluwanimi
  toma tomaž tomeka tomi tomie tomika tomislav tommi tomori tomoya tomris tomurcuk tomàs tomáš tomé tonda tonguç tonia
  tonicha tonino tonja tonje tonny toomas topias topuz toralf torbjørn tord torgny torhan toriano toribio torie torill
  torrence torrie torry torsten tosha toshiko toshio tova tove tovuz towanda toya toño toğan toğrul tracee tracie trae
  traian traude traudel traudl traugott traute trayvon treacy treasa treena trena trenten tresa trevin trevon treyton
  treyvon triin trina trini triona tripp tripti trish trista tristen tristán triveni triya troels trond trude trudel
  trudi trudy trula trumaine trung tránsito trīne trọng tsubasa tsuma tsung-han tsung-hsien tsung-lin tsung-ming
  tudora tudosia tuere tufani tugiman tuija tukufu tula tulia tulio tulun tunar tunchanok tunguç tunradee tunçboğa
  tunçkılıç tuomas tuomo turabi tural turcein ture turid turvi turxan tutkucan tutkun tuukka tuula tuuli tuulia
  tuulikki tuva tuyuğ tuğcan tuğrulhan tuğtaş tuğçe twyla tyesha tyla tylor tyquan tyreese tyrek tyreke tyrik tyrin
  tyriq tyrus tzu-chen tzu-ching tzu-en tzu-han tzu-hao tzu-hsiang tzu-jui tânia tímea tõnu törel tùng tükelalp
  tümkurt tünde türabi türcan türkalp türkmen türknur tüzeer tüzenur tınal ubaadah ubadah ubaid ubaidah ubay ubayd
  ubaydullah uberlinda ubika ucchal uche uchenna uchita udant udarsh udeen udeera udyati ueli uffe ufukay ugnė uhban
  ujunwa ulakbey uldis ulduz ulfat ulla-britt ullrich ulrica ulrik ulrike ultan uludağ uluman ulutay uluğbey ulya
  ulysses umaarah umair umande umar umay umaya ummahani umman umoja umutcan umuşan unggul unjani unnati unni uolevi
  upadhriti upasna upik upkaar upma uraltay urfan urhan urijah urishilla urmas urmi uroš urrab ursel ursina urszula
  urte urvashi urvi urša urška uršuľa uschi ushan ushindi usiku usman usmon usyi utama utkarsh utkucan uyanser uygun
  uzbay uzima uzsoy uçan uçbeyi uğan uğurkan uğurtan vacibe vadim vafir vagn vahar vahittin vaida vaidas vajèn vakarė
  vakris valarie valary valborg valda valdemar valdis valeh valentim valentín valentína valentīna valeri valerij
  valerija valeriu valero valery valeska valija valinda valon valorie valtteri valèria valér valéria vamakshi vander
  vanesa vania vanja vannie vansha vanya vaqif varenya vargın varlık varsha varvara vasana vasarė vasatika vashon
  vashti vasif vasil vasile vasilica vasilică vassie vassilios vasyl vavrinec vaysal vazeh vecide vedant vedhika
  vedika vedran veera veeti vefia vegard veijo veikko veis velia velitdin vello velta venancio venceslás vendela
  vendelín vendula venessa veniamin venie venita venla vennie veola verdell vergil verim verl verle verlene verlin
  verlon verlyn verne vernell vernelle verneri vernetta vernia vernita vero veronicah versie vertie vesa vesna vessie
  vester veta veva vezat vezrife vicie vick vickey victoriano victorino victória vicy vidadi vidar vidhi viera
  vieroslava viesturs vigilija vihaan viivi vija vikki viktorie viktorija viktors viktória vildane vilgot vilhelm
  vilhelmiina vilhelmina vilho viliam vilis vilius viljami viljem viljo villads vilmer vilmos vilnis viltė vilém viman
  vinaya vincenc vincentio vineta viney vinicius vinie vinko vinsen vinson vinton vinzenz vinícius violeta violetta
  viorel viorela viorica vira viraj virdie virgel virgia virgle viridiana virman virpi virág visar visarion visitación
  visvaldis vitali vitalija vitalis vivaan viveka vivi viļums vjekoslav vjollca vlad vladimír vladimíra vladislav
  vladislavs vlado vlaicu vlasta vlastimil vlora vlădelina voicu vojtech vojtěch voldemārs volker volkhard volkmar
  vollie volney vonda vonetta vonnie vratislav vratko vreneli vrishti vritti vuokko vurğun vusumuzi vyanjana vytautas
  vytė václav vâlâ väinö vítor vítězslav víťazoslav vüqar vüsal vėjūnė věra waahid waail waajid waceera wachira wadee
  wadood wafa wafae wafeeq wafi wafiq wafula wahab wahb wahban waheed wahhaab wahhaaj wahyu waida waimarie wainaina
  wairimu wakeeta wakiman walburga waldemar waldtraut walentina walfried walid walli walther waltraud waltraut waltrud
  waluyo wamalwa wambua wambugu wambui wamwema wan-ting waneta wangari wangila wangui wani wanita wanja wanjala
  wanjiku wanjiru wanjohi wannes wanyama wanyonyi warda wardaya wardell wardi warhi waridi warinder warjas warji warsa
  warsita warta waseme wasin wasis wassaya wassim watika waverly wawan waweru wayde wayland wayman waymon weddy weena
  wei-ting wekesa welton wen-chang wen-cheng wen-chieh wen-chin wen-chung wen-hsiang wen-hsien wen-hsiung wen-hua
  wen-lung wen-pin wenceslao wenche wencke wendel wendelin wendi wendolin wenke wenzel wera wesonga wess westin
  whitley widisha widya wieland wieslaw wigbert wikitoria wilda wilfrido wilfried wilfriede wilhelmus wiliam wilkie
  willaim willam wille willene willfried willia willian williard willibald willibert williemae willodean wilman wilmar
  wiltrud winda windell winford winfred winfried winni winnie winny winthrop winton wira wirda wiremu wirt wishi wisnu
  witold wladimir wojciech woldemar wolf-dieter wolf-dietrich wolf-rüdiger wolfhard woodroe woodson worley wriddhish
  wridesh wu-hsiung wulan wulf wuraola wycliff wycliffe wylie wynona wálter xalak xalid xaliq xamis xanana xankişi
  xanlar xanım xena ximena xiomara xiti xiulan xiuying xobeen xolid xosrov xudaverdi xudayar xudu xumar xuân xénia
  ya-chu ya-hui ya-ling ya-ping ya-ting ya-wen yaakov yaaseen yachana yacine yada yadavi yadid yadiel yadigar yael
  yafi yafir yaghnam yagnesh yahaira yahia yahir yahvi yahyaa yahyo yahşi yahşikan yair yaiza yajaira yakobo yalazabay
  yaltırak yalın yamar yameen yamid yamile yamilet yamilex yamin yamini yana yanara yance yancy yandel yanet yaneth
  yani yanick yanik yanina yanira yanis yanisa yankı yann yaqeen yaqoot yaqub yareli yaretzi yargı yaritza yasaar
  yasan yaseen yasemen yash yashasvi yashawini yashem yashica yashoda yashodhara yashvi yasina yasinta yasir yasmina
  yasmín yasna yasser yasti yasuhiro yatan yathrib yatin yauvani yawar yawer yayak yazan yazeed yazganalp yazgül
  yazmín yağın yağızkurt yaşattin yecid yeferson yehuda yeimy yeison yejide yekbun yekda yelesen yen-ting yeneral yeni
  yenifer yenny yeny yepelek yeraz yergha yerko yerson yertan yesica yesid yesoob yessi yessica yetişal yetta yetunde
  yewande yeşil yigit yilmaz yina yineth ylenia ylva yngve yoan yocelyn yochana yoel yohan yohana yohane yoichi yoko
  yolal yolima yolonda yonatan yonathan yong yono yordan yoruç yosef yoselin yoshio yoshita yosma yosuke youba youcef
  youri yousra yrjö yrsa yu-chen yu-chin yu-en yu-fei yu-feng yu-hsiang yu-hsuan yu-lan yu-ling yu-mei yu-ting yu-tung
  yu-ying yudy yueh-o yueh-tung yueh-ying yuli yuliana yulieth yulisa yulissa yuly yumiko yun-fei yung-chang
  yung-ching yuni yunis yunita yunt yurani yurany yurdanur yurdaser yureed yurem yuridia yurtgüven yurtseven yurttaş
  yury yusif yussuf yuta yutika yuvraj yvan yvon yésica yéssica yönetmen yücelen yümun yıldır yılma zaafir zaahid
  zaahir zaakir zabir zablon zacarías zacharia zacharias zackariya zada zadie zaeem zaenab zafar zafeer zafir zafrul
  zahaar zaharia zaheer zahfer zahi zahid zahir zahnya zahri zahro zahrun zahur zaib zaid zaida zaiden zainabu zaitra
  zaituni zakariyo zakayo zakhele zakir zakiyaxon zaliha zalindra zalán zamfir zamfira zamin zamiq zamira zana zandra
  zaniyah zansi zarar zaraza zariah zarna zashil zauqi zaur zavier zavion zaweel zayan zayden zaynab zayne zayyan
  zayyir zbigniew zbyněk zdenka zdenko zdeněk zdeňka zdislava zdravko zebirce zebulon zeferino zehaan zehnia zehranur
  zejna zekayi zeke zeki zela zelaya zelha zelia zeljko zelpha zemfira zemzem zenas zende zenia zennun zenon zenovia
  zenta zenzele zenzile zerafet zerdad zeride zettie zevlüde zewad zeynal zeynelabidin zeyno zeynulla zhane ziba
  zibuyile ziedonis ziggy zigmund zigrīda zihni zikmund zilfa zilmil zilpah zilpha zimran zina zinal zinhle zinnura
  zinnure zipporah ziyaettin zizi zlatica zlatko zofija zoja zollie zoltan zoltán zoraida zoral zoran zorica zorka
  zsanett zsigmond zsolt zsombor zsuzsanna zsófia zuba zubayr zubeyde zuhri zulaikha zulema zulfa zulma zumaridi
  zunilda zuwayhir zuwena zuzana zvonka zvonko zwatie zélie zöhrehan züfer züheyla zülbiye züleyxa zülfüye zülgarni
  zümre zümrüd ábel ádám áfrica ágata ágatha ágnes águeda ákos álex álvaro ámbar áron árpád áurea âdem âlemşah ângela
  ângelo änne åbjørn çakar çakırca çaltı çalım çamok çapkan çavuldur çağa çağdan çağlasın çağveren çelem çelikkan
  çelikyürek çerçi çetinsu çeviköz çevregül çilga çimnaz çinerk çingiz çisem çokan çolpan çopur çoğay çıdal çıvgın
  èric édgar érica ëakumbu íngrid íris ísis ítalo íñigo óliver ökkaş öktürk ömriye ömür öncel önel öngen önsal örfiye
  örik örjan öryürek östen över övün özakan özalpsan özaslan özay özbay özbilek özbilge özdal özdeş özdil özdoğdu özel
  özerdinç özertem özger özgün özinal özkent özkutlu özlü özokçu özpetek özpınar özsözlü öztek öztürk özyurt özçam
  özüdoğru öğet øivind øjvind ørni øvli øystein øyvind úrsula übeydullah ülke ülküdeş ülküm ülle ülvi ümid ümmahan
  ümmet ümmühan ümray ünek ünlen ünsever ünübol ürfettin ürper üsame üstün üzer üçgül ādams ādolfs ārija ąžuolas đuro
  đurđica ērika ēriks ēvalds ğanim ģederts ģirts ľubica ľubomír ľubomíra ľubor ľuboslav ľuboslava ľuboš ľudmila
  ľudomil ľudomila ľudovít şabettin şadıman şafii şahat şahdiye şahinbey şahinder şahlar şahmar şahmettin şahnaz
  şahnuray şahıgül şali şamiha şamxal şanlı şavki şazime şefi şefiye şehamet şehreban şehza şekim şelâle şemsettin
  şemsinisa şendoğan şenkal şerafeddin şerman şevketfeza şide şilan şirin şirivan şirzad şuayp şöhret şükri şüküfe
  şükür şıxı šarlota šarūnas šime šimon špela štefan štefanija štefica štefka štefánia štěpán štěpánka šárka žaneta
  žanis željka željko želmíra žemyna žiga žigmund živa živilė žofia žofie žygimantas
`;
