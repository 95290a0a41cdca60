import { describe, expect, it } from 'vitest';
import { spellingKey } from '../../src/wording/spelling.ts';

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => line.split(/\s{2,}/))
    .map((pair) => pair.split('/') as [string, string]);

describe('two spellings of one word', () => {
  it.each(
    pairs(`
      organise/organize  organised/organized  organiser/organizer  organisers/organizers  organises/organizes
      organisation/organization  organisations/organizations  organisational/organizational  recognisable/recognizable
      organising/organizing  analyse/analyze  analysed/analyzed  analysing/analyzing  analysers/analyzers
      honour/honor  honourable/honorable  labour/labor  neighbours/neighbors  favour/favor  behaviour/behavior
      endeavour/endeavor  harbour/harbor  colour/color  humour/humor  rumour/rumor  vigour/vigor  valour/valor
      saviour/savior  armour/armor  ardour/ardor  rigour/rigor  candour/candor  demeanour/demeanor
      centre/center  centres/centers  theatre/theater  fibre/fiber  calibre/caliber  litre/liter
      kilometre/kilometer  millimetres/millimeters  metre/meter  spectre/specter  mitre/miter  meagre/meager
      defence/defense  defenceless/defenseless  offence/offense  pretence/pretense  licence/license  offences/offenses
      programme/program  programmes/programs  dialogue/dialog  catalogues/catalogs
      analogue/analog  monologue/monolog
      travelled/traveled  traveller/traveler  modelling/modeling  signalled/signaled  cancelled/canceled
      labelling/labeling  fuelled/fueled  totalled/totaled  channelled/channeled  equalled/equaled
      levelled/leveled  counselled/counseled
      judgement/judgment  judgements/judgments  acknowledgement/acknowledgment  abridgement/abridgment
      fulfilment/fulfillment  enrolment/enrollment  instalment/installment  instalments/installments
      skilful/skillful  skilfully/skillfully  wilful/willful  fulfil/fulfill  enrol/enroll  distil/distill
      instil/instill  fulfils/fulfills
      towards/toward  forwards/forward  backwards/backward  afterwards/afterward  upwards/upward  downwards/downward
      amidst/amid  amongst/among
      ageing/aging  artefact/artifact  artefacts/artifacts  cheque/check  connexion/connection  grey/gray
      sceptical/skeptical  scepticism/skepticism  sulphur/sulfur  aluminium/aluminum  manoeuvre/maneuver
      manoeuvres/maneuvers  whilst/while  Kyiv/Kiev  Kharkiv/Kharkov
      cœur/coeur  læsion/laesion  Straße/Strasse  ﬁsh/fish  ﬂag/flag  oﬀer/offer
      Organisation's/organization's  centre’s/center's
    `),
  )('%s, %s', (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });
});

describe('two words', () => {
  it.each(
    pairs(`
      prise/prize  rise/rize  size/sise  our/or  four/for  hour/hor  flour/flor  tour/tor  acre/acer  more/moer
      hence/hense  fence/fense  element/elment  installed/instaled  skill/skil  will/wil  wards/ward  most/mo
      state/states  organisation/organisations  centre's/centre  offer/offers  report/reports
      axe/ax  metre/meters  hello/helo  pulled/puled  toll/tol
    `),
  )('%s, %s', (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });
});
