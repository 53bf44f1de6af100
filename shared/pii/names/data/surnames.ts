/**
 * Derived from the person lists of @faker-js/faker 10.6.0 (MIT licence, © Faker authors), lower case, each once,
 * and completed by hand. Frequent family names in Latin letters.
 */
export const SURNAMES = `
  abbott abernathy abeyta abiodun abiola abodunrin abosede abrahamsson abrego abreu abshire acevedo achari acharya
  acosta acuña adam adame adams adaobi adebayo adegboye adegoke ademayowa ademola adeniyan adeoluwa aderinsola
  aderonke adesina adewale adewunmi adewura adeyemo adiga adorno afolabi afunku agarwal agboola agnes agosto aguayo
  aguilar aguilera aguirre ahluwalia ahmed ahuja aigbiniode ajakaiye akerele akintade alanis alaníz alarcón alba
  albuquerque alcalá alcaraz alcántar alejandro alemán alfaro ali alicea aligbe allen almanza almaráz almonte alonso
  alonzo altamirano altenwerth alva alvarado amador amaechi amaya aminat anaya anda anderson andersson andre
  andreasson anguiano angulo ankunding aparicio apodaca aponte aragón aranda araña arce archuleta arellano aremu
  arenas arevalo argüello arias armas armendáriz armenta armijo armstrong arnaud arora arredondo arreola arriaga
  arroyo arteaga arvidsson asan atanda atencio aubert aubry auer aufderhar avilés axelsson ayala ayisat ayobami
  ayomide babalola babatunde baca badillo baeza bahena bahringer bailey baker balderas balistreri ballesteros balogun
  bamisebi banda bandopadhyay banerjee barajas barbier barela baron barragán barraza barre barrera barreto barrientos
  barrios barros barrows bartell bartoletti barton bashirian batista batz bauch bauer baumbach bayer bañuelos beahan
  beatty becerra bechtelar becker bednar beer beier bello beltrán benavides benavídez bengtsson benoit benítez berg
  berge berger berggren berglund bergman bergnaum bergqvist bergstrom bergström bermúdez bernal bernard bernhard
  bernier berríos bertrand betancourt bhadresha bharadwaj bhat bhattacharya bhattathiri bianchi bins björk björklund
  blanc blanchard blanco blanda blick block blom blomqvist bode boehm bogan bogisich bond bonilla bonnet borer borrego
  bosco botello botsford bourgeois boyer boyle bradtke braga brakus braun bravo breitenberg brekke breton briones
  briseño brito brown bruen brun brunet buckridge bueno burgos busari bustamante bustos butt báez caballero cabrera
  cabán cadena caldera calderón calvillo camacho camarillo campbell campos canales candelaria cano cantú caraballo
  carbajal cardona carmona caron carpentier carranza carrasco carrasquillo carre carrera carrero carreón carrillo
  carrión carroll carter cartwright carvajal carvalho casanova casares casarez casas casillas casper cassin castañeda
  castellanos castillo castro cavazos cazares ceballos cedillo ceja centeno cepeda cerda cervantes cervántez chacón
  champlin chapa charles charpentier chattopadhyay chaturvedi chavarría chen chevalier chibike chibuike chidinma
  chidozie choi chopra christian christiansen chávez cintrón cisneros claesson clare clark clement cohen cole colin
  collado collazo collet collier collins colunga colón concepción conn connelly conroy considine contreras cordero
  corkery cormier cornejo corona coronado corral corrales correa cortés cortéz corwin costa cotto cousin covarrubias
  cremin crespo crist crona cronin crooks cruickshank cruz cuellar cummerata cummings curiel cárdenas córdova d'amore
  dach dahl dahlberg daniel danielsson dare daugherty david davis deckow delacrúz delafuente delagarza delao delapaz
  delarosa delatorre deleón delgadillo delgado delrío delvalle denesik denis desai deschamps deshpande devar dhawan
  dibbert dickens dicki dickinson dietrich doe domínguez donnelly dooley douglas doyle duarte dubashi dubois dubuque
  dueñas dufour dumas dumont dupont dupuis dupuy durand durgan durán dutta duval dwivedi dávila díaz ebert ebubechukwu
  echevarría effertz egbochukwu ehigiator eklund ekström ekwueme elebiyo eliasson elizabeth elizondo emard embranthiri
  emmanuel emmerich engström enríquez erdman eriksson ernser escalante escamilla escobar escobedo esparza espinal
  espino espinosa espinoza esposito esquibel esquivel esther estrada estévez fabre fadel fahey fajardo falk farrell
  farías faure fay feeney feest feil feliciano fernandez fernández ferrari ferrer ferry fierro figueroa fischer fisher
  flatley fleury flores flórez fonseca fontaine forsberg fournier frami franco francois franecki franey fransson
  fredriksson friesen fritsch frías fuentes funk funmilayo gaillard gaitán galarza galindo gall gallardo gallegos
  galván gamboa ganaka gandhi gaona garay garcia garcía garibay garica garnier garrido garza gastélum gauthier gautier
  gaytán gbadamosi gbogboade gerard gerhold gerlach gibson gil gill girard giraud girón gislason gleason gleichner
  glover godoy godínez goldner gonzalez gonzález goodwin gorczany gottlieb gowda goyette grace gracia grady graham
  granado granados grant green greenfelder greenholt griego grijalva grimes guajardo guardado guerin guerra guerrero
  guevara guha guillaume guillot guillén gulgowski guneta gunnarsson gupta gurule gusikowski gustafsson gutiérrez
  gutkowski gutmann guyot guzmán gálvez gámez gómez haag habeeb hackett hagenes hahn haley hall halvorson hamill
  hammes hand hane hanifat hansen hansson harber haro harris hartmann harvey hassan hauck hayes heaney heathcote
  hedlund hegmann heidenreich heller hellström henriksson henry henríquez heredia herman hermann hermansson hermiston
  hernandez hernández herrera herzog hessel hettinger hickle hidalgo hill hilll hills hilpert hinojosa hintz hirthe
  hodkiewicz hoeger hoffmann holguín holm holmberg holmes holmgren holmqvist homenick hoppe howe howell huang hubert
  hudson huel huels huerta huet hurtado hussain hyatt håkansson ibarra iglesias irizarry isaac isaksson ismail isokun
  israel iyalla iyengar iyer jackson jacobi jacobs jacobson jacquet jaime jaimes jain jakobsson jakubowski jamiu
  jangid jansson jaramillo jaskolski jasso jast jean jenkins jensen jerde jesús jha jimoh jiménez johansson johar
  johns johnson johnston joly jones jonsson joshi joshua julien jurado justina juárez jáquez jönsson kakkar kaniyar
  kapoor karlsson kassulke katherine kaul kaur kautzer kayode keebler keeling kelly kemmer kerluke kertzmann kessler
  khan khanna khatri kiehn kihn kilback kim kimberly king kirlin klein kling klocko kocchar koch koelpin koepp kohler
  konopelski koss kovacek kowalska kowalski kozey krajcik kreiger kris kshlerin kub kuhic kuhlman kuhn kulas kumar
  kunde kunze kuphal kutch kuvalis labadie laboy lacroix ladega laine lakin lambert lang langosh langworth lara larkin
  larsen larson larsson latifat laureano laurent lawal leal leannon lebrón lebsack leclerc leclercq lecomte ledesma
  ledner lee lefebvre lefevre leffler legrand legros lehner leiva lemaire lemke lemoine lemus leonard lerma leroux
  leroy lesch leuschke levi lewis leyva león li limón linares lind lindberg lindgren lindholm lindqvist lindström lira
  littel little liu llamas lockman loera lomeli longoria lopez los louis lovato lowe loya lozada lozano lubowitz lucas
  lucero lucio lueilwitz luettgen luevano lugo luna lund lundberg lundgren lundin lundqvist lundström lynch lópez
  löfgren macedo macejkovic macgyver macías madera madrid madrigal maestas magaña maggio magnusson mahajan maillard
  makuachukwu malave maldonado malik mann mante manzanares marar marchal marchand mares marie marks marquardt marrero
  marroquín martin martinez martins martinsson marty martínez marvin maryam maryjane marín mascareñas masson mata
  mateo mathieu matos mattsson matías maya mayer mayert mayorga mayowa mcclure mccullough mcdermott mcglynn mckenzie
  mclaughlin medhurst medina medrano mehra mehrotra mejía melgar melo meléndez mena menard menchaca mendoza menon
  menéndez meraz mercado mercier merino mertz mesa metz meunier meyer meza michel miller mills miracle miramontes
  miranda mireles mishra mitchell mobolaji moen mogbadunade mohamed mohr mojica molina monahan mondragón monroy
  montalvo montañez montaño montemayor montenegro montero monteros montes montoya montéz moore mora moraes morales
  morar moreau moreira morel moreno morin morissette mosciski mota motalo moulin moya mraz mueller muinat mukaram
  mukhopadhyay muller munguía murazik murillo muro murphy murray mustapha mutiat muñiz muñoz márquez månsson
  mårtensson méndez müller nader naik nair nambeesan namboothiri naranjo narváez nava navarrete navarro nayar nazario
  ndukwu negrete negrón nehru nelson nevárez ngozi nguyen nicolas nienow nieto nieves nikolaus nilsson nitzsche niño
  noel nogueira nojeem nolan norberg nordin nordström noriega novak nowak nwachukwu nwogu nwuzor nyberg nyström nájera
  núñez o'connell o'conner o'hara o'keefe o'kon o'reilly oberbrunner obiageli obianuju obrien ocampo ocasio ochoa
  odunayo ogunbanwo ogunwande ojeda okonkwo okuneva okunola oladeji oladimeji olaoluwa olasunkanmi olawale olivares
  olivas oliveira olivera olivier olivo olivárez olmos olofsson olson olsson olubukola olubunmi olufeyikemi olumide
  olutola oluwakemi oluwanisola oluwaseun oluwaseyi oluwashina oluwatosin olvera omobolaji omobolanle omolara omowale
  ondricka onohinosen onose ontiveros onyinyechukwu opeyemi oquendo ordóñez orellana orn ornelas orosco orozco orta
  ortega ortiz osinski osorio osuagwu otero oyebola oyelude oyinkansola ozuna pabón pacheco pacocha padberg padilla
  padrón pagac pagan palacios palomino palomo pandey panicker pantoja paredes paris parisian park parker parra partida
  patel patil patiño paucek paul paz pedraza pedroza pelayo perales peralta perea pereira perez perrin perrot persson
  peter petit pettersson peña pfannerstill pfeffer philippe picard pichardo pierre pilla pillai pineda pizarro piña
  poirier polanco pollich ponce pons porras portillo posada pothuvaal pouros powlowski prado prajapat preciado
  predovic prevost price prieto prohaska prosacco puente puga pulido purdy páez pålsson pérez quesada quezada quigley
  quintana quintanilla quintero quiróz quitzon quiñones quiñónez rael ramirez ramos ramírez rana rangel rascón rath
  ratke rau raya raynor razo reddy regalado reichel reichert reilly reinger reis rempel remy renard renaud renault
  rendón renner rentería reséndez rey reyes reyna reynolds reynoso rice richard rico rincón riojas rippin ritchie
  rivas rivera rivero riviere robel robert roberts robin robinson robledo robles rocha roche rodarte rodriguez
  rodríguez roe rogahn roger rohan rojas rojo roldán rolfson rolland rolón romaguera romero romo roob roque rosado
  rosales rosario rosas rosenbaum rossi rousseau roussel roux rowe roy roybal royer rubio ruecker ruelas runolfsdottir
  runolfsson runte russel russo rutherford ruíz ryan ríos saavedra sabdat saheed saini saiz salami salas salazar
  salcedo salcido saldaña saldivar salgado salinas samaniego samuel samuelsson sanabria sanchez sandberg sandoval
  sandström sanford santacruz santana santiago santillán santos sanusi sarabia sarah saraiva sato satterfield sauceda
  saucedo sauer sawayn schaden schaefer schamberger schiller schimmel schinner schmeler schmidt schmitt schneider
  schoen schowalter schroeder schulist schultz schulz schumm schuppe schuster scott sedillo segovia segunmaru segura
  sekinat senger sepúlveda serna serrano serrato sethi sevilla shah shanahan sharma shields shukla sierra silva simon
  simonis singh sinha sipes sisneros sjöberg sjögren skiles smith smitham solano soliz solorio solorzano solís
  somayaji soria sosa sotelo soto souza spencer spinka sporer stamm stanton stark stehr steuber stiedemann stokes
  stoltenberg stracke streich stroman strosin ström strömberg sulaimon sullivan sundberg suthar suzuki suárez svensson
  swaniawski swift sylvester sáenz sánchez söderberg tafoya tagore taiwo talwar tamayo tamez tamunoemi tanaka tandon
  tapia taylor tejada tejeda tella tello temitope terrazas terry terán thiel thomas thompson tijerina tillman tirado
  toledo tolulope toro torp torphy torres tovar towne toy trantow trejo tremblay treutel treviño trivedi tromp
  trujillo turcotte turner téllez tórrez uchechi ulibarri ulloa ullrich upton urbina ureña uribe urrutia urías vaca
  valadez valdez valdivia valdés valencia valentín valenzuela valladares valle vallejo valles valverde vandervort
  vanegas varela vargas varma varman varrier vasseur vega vela velasco velásquez velázquez venegas vera verdugo
  verduzco vergara verma veum vidal viera vigil viklund villa villagómez villalobos villalpando villanueva villarreal
  villaseñor villegas vincent volkman von vonrueden vázquez vélez véliz waelchi wagner walker wallin walsh walter wang
  ward wasiu watanabe waters watsica watson weber wehner weimann weissnat welch west white wiegand wikström wilcox
  wilderman wilkinson will williams williamson willms wilson windler wintheiser wisoky wisozk witting wiza wolf wolff
  wright wu wuckert wunsch wuraola wyman xavier yamamoto yang yaqub ybarra yost young yundt yussuf yáñez zambrano
  zamora zamudio zapata zaragoza zarate zavala zayas zboncak zelaya zemlak zepeda zhang zhao zhou ziemann zieme zulauf
  zúñiga álvarez ávalos ávila åberg åkesson öberg
`;
