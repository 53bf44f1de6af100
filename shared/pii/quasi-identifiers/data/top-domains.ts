const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** The top level of domains: those of countries, the old ones, and of the new ones those in wide use. */
const TOP = words(`
  com org net edu gov mil int info biz name pro coop museum aero jobs travel mobi cat tel asia post
  ac ad ae af ag ai al am ao aq ar at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck
  cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp
  gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li
  lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om
  pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc
  td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
  app dev page cloud online site website shop store blog tech digital agency studio design solutions services systems software
  network email group company world life live news media social space club xyz top icu link click host press wiki academy school
  university institute health care clinic dental doctor law legal finance bank insurance money fund capital ventures partners
  energy global international center city london berlin paris nyc tokyo wien koeln hamburg bayern nrw swiss gmbh ltd inc llc
  africa moscow scot wales bzh eus gal art music games game video photo photos gallery fashion style beauty fitness yoga run
  fun party today tips guide zone team works tools support help codes engineering consulting marketing foundation charity church`);

/** Also the ends of files, or words that follow a full stop without its space: only with a further sign of a domain. */
const WORDS_TOO = words(`
  py rs sh md pl cc so ps ml mm vi mk st ms pm as in is it to me no do at be am by my us or if id name run live top link
  page post pro cat help tools team group works news media design style art video photo game games fun club care city center
  support guide zone world life tips today space host press school bank law fund money energy capital site store software
  systems network email services solutions cm km mg mt sc sd tf tc td vc va gs gd gg ga ax cf dj so la ne na om pa ph re se si`);

export const isTopDomain = (label: string): boolean => TOP.has(label);
export const isWordToo = (label: string): boolean => WORDS_TOO.has(label);
