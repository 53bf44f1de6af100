/** What people of a country are called in English, as adjective or noun. */
export const NATIONALITIES = `Afghan Albanian Algerian American Andorran Angolan Anguillan Antiguan Argentine Argentinean Argentinian Aruban Armenian Australian Austrian Azerbaijani Bahamian
  Bahraini Bangladeshi Barbadian Basque Batswana Bavarian Belarussian Belarusian Belgian Belizean Beninese Bermudian Bhutanese Bolivian Bosnian Botswanan Brazilian Breton
  British Briton Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian Comoran Comorian
  Congolese Corsican Croat Croatian Cuban Cypriot Czech Dane Danish Djiboutian Dominican Dutch Dutchman Dutchwoman Ecuadorian Egyptian Emirati English Equatoguinean
  Englishman Englishwoman Eritrean Estonian Ethiopian Fijian Filipina Filipino Finn Finnish French Frenchman Frenchwoman Gabonese Gambian Georgian German
  Ghanaian Greek Grenadian Guatemalan Guinean Guyanese Haitian Honduran Hungarian Hongkonger Icelander Icelandic Indian Indonesian Iranian Iraqi Irish Irishman
  Irishwoman Israeli Italian Ivorian Jamaican Japanese Jordanian Jew Jewish Kazakh Kazakhstani Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Kyrgyzstani Kiribati Lao Laotian Latvian
  Lebanese Basotho Liberian Libyan Liechtensteiner Lithuanian Luxembourger Macanese Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Marshallese Mauritanian Micronesian Nauruan
  Mauritian Mexican Moldovan Monegasque Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani
  Pakistani Palauan Palestinian Papuan Panamanian Paraguayan Persian Peruvian Pole Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Salvadorian Samoan Sammarinese Saudi
  Scot Scotsman Scottish Senegalese Serb Serbian Seychellois Sicilian Singaporean Slovak Slovakian Slovene Slovenian Somali Somalian Spaniard Spanish Sudanese
  Surinamese Swazi Swede Swedish Swiss Syrian Taiwanese Tajik Tajikistani Tanzanian Thai Tibetan Togolese Tongan Trinidadian Tunisian Turk Turkish Turkmen Tuvaluan Timorese
  Ugandan Ukrainian Uruguayan Uzbek Uzbekistani Vanuatuan Venezuelan Vietnamese Welsh Welshman Yemeni Yemenite Yugoslav Zambian Zimbabwean`;

/** The stems of adjectives in German, French, Spanish and Italian, which stand in lower case or begin a word with an ending. */
export const NATION_STEMS = `deutsch österreichisch schweizerisch französisch italienisch spanisch portugiesisch englisch britisch irisch schottisch
  niederländisch belgisch dänisch schwedisch norwegisch finnisch polnisch tschechisch slowakisch ungarisch rumänisch bulgarisch griechisch türkisch russisch
  ukrainisch serbisch kroatisch bosnisch albanisch amerikanisch us-amerikanisch kanadisch mexikanisch brasilianisch argentinisch chinesisch japanisch
  koreanisch indisch pakistanisch afghanisch iranisch irakisch syrisch libanesisch israelisch ägyptisch marokkanisch tunesisch nigerianisch vietnamesisch
  allemand autrichien suisse français italien espagnol portugais anglais britannique irlandais écossais néerlandais belge danois suédois norvégien finlandais
  polonais tchèque slovaque hongrois roumain bulgare grec turc russe ukrainien serbe croate bosniaque albanais américain canadien mexicain brésilien argentin
  chinois japonais coréen indien pakistanais afghan iranien irakien syrien libanais israélien égyptien marocain tunisien algérien sénégalais nigérian
  vietnamien alemán aleman austríaco suizo francés frances italiano español español espanol portugués portugues inglés ingles británico irlandés escocés
  holandés neerlandés belga danés sueco noruego finlandés polaco checo eslovaco húngaro rumano búlgaro griego turco ruso ucraniano serbio croata bosnio
  albanés estadounidense americano canadiense mexicano brasileño argentino chileno colombiano peruano venezolano ecuatoriano cubano chino japonés coreano
  indio pakistaní afgano iraní iraquí sirio libanés israelí egipcio marroquí tunecino nigeriano vietnamita tedesco austriaco svizzero francese spagnolo
  portoghese inglese britannico irlandese olandese belga danese svedese norvegese finlandese polacco ceco ungherese rumeno greco turco russo ucraino
  americano canadese brasiliano cinese giapponese indiano marocchino tunisino egiziano`;
