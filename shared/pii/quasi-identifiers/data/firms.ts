/** Firms, authorities and bodies that are known by a name with no word for what they are; parted by `|`. */
export const ORGANISATIONS = `Accenture|Adidas|Adobe|Airbnb|Airbus|Aldi|Alibaba|Alphabet|Amazon|American Express|Apple|AstraZeneca|AT&T|Audi|AXA|BASF|Bayer|BBC|
Bloomberg|BMW|BNP Paribas|Boeing|Bosch|British Airways|Capgemini|Carrefour|Caterpillar|Chevron|Cisco|Citibank|Citigroup|CNN|Coca-Cola|Commerzbank|Costco|
Credit Suisse|Daimler|Danone|Deloitte|Deutsche Bahn|Deutsche Bank|Deutsche Post|Deutsche Telekom|DHL|Disney|Dropbox|eBay|Electronic Arts|Ericsson|
Ernst & Young|ExxonMobil|Facebook|FedEx|Ferrari|Fiat|Ford|Fujitsu|Gazprom|General Electric|General Motors|GitHub|GlaxoSmithKline|Goldman Sachs|Google|
Heineken|Hewlett-Packard|Hilton|Honda|Honeywell|HSBC|Huawei|Hyundai|IBM|IKEA|Infosys|Instagram|Intel|Johnson & Johnson|JPMorgan|JPMorgan Chase|KLM|
KPMG|L'Oréal|Lego|Lenovo|LG|Lidl|LinkedIn|Lockheed Martin|L'Oreal|Lufthansa|LVMH|Maersk|Marriott|Mastercard|McDonald's|McKinsey|Mercedes-Benz|Merck|
Michelin|Microsoft|Mitsubishi|Morgan Stanley|Motorola|Nestlé|Netflix|Nike|Nintendo|Nissan|Nokia|Novartis|Nvidia|OpenAI|Oracle|Panasonic|PayPal|PepsiCo|
Petrobras|Peugeot|Pfizer|Philips|Porsche|Procter & Gamble|PricewaterhouseCoopers|PwC|Qualcomm|Reddit|Renault|Reuters|Roche|Rolls-Royce|Royal Dutch Shell|
Ryanair|Salesforce|Samsung|Sanofi|SAP|Santander|Siemens|Skype|SoftBank|Sony|SpaceX|Spotify|Starbucks|Stripe|Telefónica|Tencent|Tesco|Tesla|ThyssenKrupp|
TikTok|Total|Toyota|Twitter|Uber|UBS|Unilever|UPS|Vodafone|Volkswagen|Volvo|Walmart|Wells Fargo|WhatsApp|Xerox|Yahoo|YouTube|Zalando|
NASA|NATO|UNESCO|UNICEF|FBI|CIA|NSA|FDA|NHS|WHO|IMF|OPEC|UEFA|FIFA|NBA|NFL|UNHCR|Interpol|Europol|Greenpeace|Red Cross|Amnesty International|Oxfam|
United Nations|European Union|World Bank|Supreme Court|Congress|Senate|Parliament|Pentagon|Kremlin|Bundestag|Bundesbank|Harvard|Stanford|Yale|Princeton|
MIT|Oxfam|Caritas|Unicef|Pepsi|Adecco|Allianz|Barclays|Lloyds|Monsanto|Nasdaq|Repsol|Iberdrola|Inditex|Zara|Mango|Movistar|Orange|SNCF|RATP|EDF|Engie`;

/** The last word of the name of a firm: its legal form, or what it does. */
export const FIRM_ENDINGS = `Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|Plc|plc|Corp|Corporation|Co|Company|GmbH|AG|KG|KGaA|OHG|UG|SE|SA|S\\.A\\.|SAS|SARL|S\\.à r\\.l|EURL|
SL|S\\.L\\.|SpA|S\\.p\\.A\\.|Srl|S\\.r\\.l\\.|BV|B\\.V\\.|NV|N\\.V\\.|AB|ASA|AS|A/S|ApS|Oy|Oyj|Kft|Zrt|Sp\\. z o\\.o\\.|s\\.r\\.o\\.|a\\.s\\.|Pty|Pte|Bhd|Group|Gruppe|Groupe|Grupo|
Holding|Holdings|Industries|Technologies|Technology|Systems|Solutions|Software|Partners|Associates|Consulting|Logistics|Enterprises|Ventures|Bank|Insurance|
Airlines|Airways|Motors|Pharmaceuticals|Pharma|Labs|Laboratories|Foundation|Stiftung|Institute|University|Universität|Hochschule|College|Hospital|Klinik|
Klinikum|Ministry|Agency|Authority|Commission|Association|Federation|Union|Committee|Council|Society|Trust|Academy|Verlag|Werke|Bros|Brothers|Stores|
Telecom|Communications|Networks|Media|Studios|Records|Entertainment|Pictures|Energy|Petroleum|Railways|Newspaper|Times|Herald|Tribune|Clinic|Museum|Library|
School|Fund|Capital|Securities|Investments|Properties|Realty|Electronics|Semiconductor|Chemicals|Foods|Brewery|Bakery|Pharmacy|United FC|FC|e\\.V\\.|eG|e\\.K\\.`;

/** A name that begins with one of these goes on behind `of`, `for`, `de`, `für`. */
export const BODIES = `University|Universität|Université|Universidad|Ministry|Ministerium|Ministère|Ministerio|Department|Bank|Institute|Institut|Instituto|College|
School|Faculty|Academy|Church|House|Court|Chamber|Board|Bureau|Office|Council|Association|Federation|Society|Museum|Hospital|Hôpital|Hospital|Federal Reserve Bank|
Organization|Organisation|Royal Bank|Bank|Banco|Banque|Crédit|Caisse|Société|Sociedad|Compañía|Compagnie|Asociación|Fundación|Fondation|Hochschule`;
