/** Large or well-known towns and regions, in English and as those who live there write them; parted by `|`. */
export const TOWNS = `Aachen|Aarhus|Abidjan|Abuja|Accra|Adana|Addis Ababa|Adelaide|Agra|Aix-en-Provence|Albuquerque|Alexandria|Algiers|Alicante|Almaty|
Amiens|Amsterdam|Anaheim|Anchorage|Angers|Ankara|Antalya|Antwerp|Antwerpen|Arlington|Asunción|Athens|Athen|Atlanta|Auckland|Augsburg|Aurora|
Bakersfield|Baku|Baltimore|Bamako|Bangalore|Bengaluru|Bangkok|Barcelona|Barcelone|Bari|Barranquilla|Basel|Baton Rouge|Beijing|Peking|Pékin|Beirut|
Belfast|Belgrade|Belgrad|Belo Horizonte|Bergamo|Bergen|Berlin|Bern|Besançon|Bielefeld|Bilbao|Birmingham|Bochum|Bogotá|Bogota|Boise|Bologna|Bonn|
Bordeaux|Boston|Bournemouth|Bradford|Brasília|Bratislava|Braunschweig|Bremen|Brescia|Brest|Brighton|Brisbane|Bristol|Brno|Bruges|Brussels|Bruxelles|
Brüssel|Bucharest|Bukarest|Budapest|Buenos Aires|Buffalo|Bursa|Busan|Caen|Cairo|Kairo|Calgary|Cali|Cambridge|Canberra|Cancún|Cape Town|Kapstadt|
Caracas|Cardiff|Cartagena|Casablanca|Catania|Chandigarh|Charlotte|Chemnitz|Chengdu|Chennai|Chicago|Chongqing|Christchurch|Cincinnati|
Clermont-Ferrand|Cleveland|Cologne|Colombo|Columbus|Copenhagen|Kopenhagen|Copenhague|København|Córdoba|Coventry|Cracow|Krakow|Kraków|Krakau|Curitiba|
Dakar|Dallas|Damascus|Dar es Salaam|Darmstadt|Darwin|Debrecen|Delhi|New Delhi|Den Haag|The Hague|Denver|Des Moines|Detroit|Dhaka|Dijon|Doha|Dortmund|
Dresden|Dubai|Dublin|Duisburg|Dundee|Durban|Durham|Düsseldorf|Edinburgh|Edmonton|Eindhoven|El Paso|Erfurt|Essen|Exeter|Fès|Florence|Firenze|Florenz|
Fortaleza|Fort Worth|Frankfurt|Frankfurt am Main|Freetown|Freiburg|Fresno|Fukuoka|Galway|Gdańsk|Gdansk|Gelsenkirchen|Geneva|Genève|Genf|Genoa|Genova|
Gent|Ghent|Giza|Glasgow|Gothenburg|Göteborg|Göttingen|Granada|Graz|Grenoble|Groningen|Guadalajara|Guangzhou|Guatemala City|Guayaquil|Haifa|Halifax|
Halle|Hamburg|Hamilton|Hangzhou|Hannover|Hanover|Hanoi|Harare|Hartford|Havana|La Habana|Heidelberg|Helsinki|Hiroshima|Ho Chi Minh City|Hobart|
Honolulu|Houston|Hull|Hyderabad|Ibadan|Incheon|Indianapolis|Innsbruck|Ipswich|Isfahan|Islamabad|Istanbul|İstanbul|Izmir|İzmir|Jacksonville|Jaipur|
Jakarta|Jeddah|Jerez|Jerusalem|Johannesburg|Kabul|Kampala|Kanpur|Kansas City|Karachi|Karlsruhe|Kassel|Kathmandu|Katowice|Kazan|Kharkiv|Khartoum|
Kiel|Kyiv|Kiev|Kigali|Kingston|Kinshasa|Kobe|Koblenz|Kochi|Köln|Kolkata|Calcutta|Konstanz|Kuala Lumpur|Kuwait City|Kyoto|La Paz|La Plata|Lagos|
Lahore|Las Palmas|Las Vegas|Lausanne|Leeds|Leicester|Leipzig|Le Havre|Le Mans|León|Lexington|Leuven|Liège|Lille|Lima|Limerick|Limoges|Linz|Lisbon|
Lisboa|Lissabon|Lisbonne|Liverpool|Ljubljana|Łódź|London|Londres|Long Beach|Los Angeles|Louisville|Luanda|Lucerne|Luzern|Ludwigshafen|Lusaka|Lübeck|
Lviv|Lyon|Maastricht|Macau|Madison|Madrid|Magdeburg|Mainz|Málaga|Malaga|Malmö|Managua|Manchester|Manila|Mannheim|Maputo|Maracaibo|Mar del Plata|
Marrakesh|Marrakech|Marseille|Marseilles|Mecca|Medellín|Medellin|Melbourne|Memphis|Mendoza|Messina|Metz|Mexico City|Ciudad de México|Miami|Milan|
Milano|Mailand|Milwaukee|Minneapolis|Minsk|Mogadishu|Mombasa|Monterrey|Montevideo|Montgomery|Montpellier|Montreal|Montréal|Moscow|Moskau|Moscou|
Moscú|Mulhouse|Mumbai|Bombay|Munich|München|Münster|Múnich|Murcia|Nagoya|Nagpur|Nairobi|Nancy|Nanjing|Nantes|Naples|Napoli|Neapel|Nashville|Newark|
Newcastle|New Haven|New Orleans|New York City|New York|Nice|Nizza|Nîmes|Norwich|Nottingham|Novosibirsk|Nuremberg|Nürnberg|Oakland|Odesa|Odessa|
Oklahoma City|Omaha|Oporto|Orlando|Orléans|Osaka|Oslo|Osnabrück|Ottawa|Oviedo|Oxford|Padova|Padua|Palermo|Palma de Mallorca|Panama City|Paris|
Pamplona|Parma|Perpignan|Perth|Perugia|Philadelphia|Phnom Penh|Phoenix|Pisa|Pittsburgh|Plymouth|Poitiers|Porto|Porto Alegre|Portland|Port-au-Prince|
Portsmouth|Potsdam|Poznań|Poznan|Prague|Praha|Prag|Pretoria|Providence|Puebla|Pune|Pyongyang|Quebec City|Quito|Rabat|Raleigh|Reading|Recife|
Regensburg|Reims|Rennes|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Roma|Rom|Rosario|Rostock|Rotterdam|Rouen|Saarbrücken|Sacramento|Saint Petersburg|
St. Petersburg|Saint-Étienne|St. Louis|Salamanca|Salt Lake City|Salvador|Salzburg|San Antonio|San Diego|San Francisco|San Jose|San José|San Juan|
San Salvador|San Sebastián|Santa Cruz|Santa Fe|Santander|Santiago de Chile|Santiago|Santo Domingo|São Paulo|Sao Paulo|Sapporo|Sarajevo|Savannah|
Schwerin|Seattle|Seoul|Sevilla|Seville|Shanghai|Sheffield|Shenzhen|Sofia|Southampton|Stavanger|Stockholm|Stockton|Strasbourg|Straßburg|Stuttgart|
Surabaya|Surat|Swansea|Sydney|Szczecin|Tacoma|Taipei|Tallinn|Tampa|Tampere|Tangier|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Thessaloniki|Tijuana|
Timişoara|Tirana|Tokyo|Tokio|Toledo|Toronto|Toulon|Toulouse|Tours|Trieste|Trier|Tripoli|Trondheim|Tucson|Tulsa|Tunis|Turin|Torino|Turku|Ulaanbaatar|
Ulm|Uppsala|Utrecht|Valencia|Valence|Valladolid|Valparaíso|Vancouver|Venice|Venezia|Venedig|Verona|Vienna|Wien|Vienne|Vigo|Vilnius|Virginia Beach|
Warsaw|Warszawa|Warschau|Varsovie|Washington|Washington DC|Washington, D.C.|Wellington|Wichita|Wiesbaden|Winnipeg|Wolfsburg|Worcester|Wrocław|
Wuhan|Wuppertal|Würzburg|Xi'an|Yangon|Yekaterinburg|Yerevan|Yokohama|York|Zagreb|Zaragoza|Zürich|Zurich|
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|
Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|
North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|
Wyoming|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|New South Wales|Queensland|Tasmania|
England|Scotland|Wales|Northern Ireland|Great Britain|Britain|Holland|Siberia|Catalonia|Cataluña|Andalucía|Andalusia|Galicia|Asturias|Extremadura|
Bavaria|Bayern|Hessen|Hesse|Saxony|Sachsen|Thüringen|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Baden-Württemberg|Brandenburg|Saarland|
Schleswig-Holstein|Tirol|Tyrol|Kärnten|Steiermark|Brittany|Bretagne|Normandy|Normandie|Provence|Alsace|Bourgogne|Burgundy|Tuscany|Toscana|Lombardy|
Sicily|Sardinia|Crete|Flanders|Wallonia|Punjab|Gujarat|Kerala|Goa|Tamil Nadu|Maharashtra|Rajasthan|
Kent|Essex|Sussex|Surrey|Cornwall|Devon|Yorkshire|Lancashire|Cheshire|Norfolk|Suffolk|Hampshire|Oxfordshire|Cambridgeshire|Berkshire|Manhattan|
Brooklyn|Queens|Bronx|Hollywood|Silicon Valley|Africa|Asia|Europe|North America|South America|Latin America|Central America|Middle East|Scandinavia|
Balkans|Caribbean|Crimea|Soviet Union|USSR|USA|U.S.A.|U.S.|US|UK|U.K.|UAE|United States of America|Republic of Ireland|Czech Republic|Ivory Coast|
Macedonia|Turkey|Burma|Myanmar|Bosnia|Herzegovina|Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Hong Kong|Swaziland|East Timor|
Palestine|Korea|Congo|Vereinigte Staaten|Großbritannien|Grande-Bretagne|Gran Bretaña|Angleterre|Inglaterra|Écosse|Escocia|Schottland|Estados Unidos`;
