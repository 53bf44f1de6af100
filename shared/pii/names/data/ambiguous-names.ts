/**
 * Derived from the person lists of @faker-js/faker 10.6.0 (MIT licence, © Faker authors), lower case, each once,
 * and completed by hand. Given names that are words or places as well: alone they are no name.
 */
export const AMBIGUOUS_NAMES = `
  ada adelaide alexa alexandria ali amber america ana angel apollo april ariel art asia august austin autumn bell
  bentley bill blaze bob brook brooklyn buck bud buddy carol carolina carter chad chance charity charlie charlotte
  chase chelsea chester christian claude clay cleveland columbus constance cooper cruz crystal daisy dakota dale
  dallas dawn dean dell delta deniz destiny dev devon diamond dock don drew dusty earl easter eden edison else esta
  eve faith felicity fern flora florence ford forest france francia frank gemini gene general genesis geneva georgia
  german ginger glen golden grace grant gunner guy harmony hazel heath heather heaven holly hope houston hunter
  innocent iris israel italia ivory ivy jack jackson jade jasper jazz jean jet jewel jordan joy judge julia june
  junior justice kelvin kent kenya kim king lance lane lawrence lee leo lily lincoln line lion london luna macy
  madison major marina mario mark marshall mason matt max melody mercedes mike milan miles miller ming misty montana
  monte morgan myrtle name nelson newton nick noble noel norman nova nur olive opal orion orlando oscar paris parker
  pascal pat patience pearl penny pierce porter precious preston price prince prudence queen quinn raleigh raven ray
  reed river rob robin rocky rod roma roman romeo rose rosemary rowan royal royce ruby rusty ryder sam sandy santiago
  savannah server sierra siria sky som stanley sterling stone storm sue summer sunny sydney tanner taylor trinity
  turner tyler unique verona victor victoria vienna violet virginia wade walker washington wellington wendy willow
  wolf
  dies fine green idea jasmine job lot mine param peer tea ties
`;
