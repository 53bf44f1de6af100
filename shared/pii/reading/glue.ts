/**
 * Lower-case words that may stand inside a value, or right behind one and decide about it. No cut falls beside them; every
 * other lower-case word ends a value.
 */
const GLUE = new Set(
  `at dot собака точка
  of the de la le del van von der den ter da dos di du bin ibn al el y e
  street st avenue ave road rd boulevard blvd lane ln drive dr court ct place pl terrace way square sq circle cir trail
  parkway pkwy highway hwy close crescent gardens mews row alley loop walk quay grove plaza
  apt apartment suite ste unit flat floor room box rue calle via strasse straße straat
  north south east west
  ул улица улице улицы улицу пр просп проспект проспекте проспекта пер переулок переулке ш шоссе наб набережная набережной
  бул бульвар бульваре пл площадь площади проезд проезде туп тупик аллея аллее аллеи мкр микрорайон микрорайоне тракт линия
  д дом дома доме корп корпус корпусе к стр строение строении кв квартира квартире квартиры офис оф офисе эт этаж
  подъезд помещение пом г гор город городе обл область области район районе р н пос посёлок поселок с село селе деревня
  деревне дер станица имени им лет летия
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  год года рождения рожд родился родилась born выдан выдана выдано серия серии номер номера no num number nr`.split(
    /\s+/,
  ),
);

export const isGlue = (word: string): boolean => GLUE.has(word);
