import * as colleagues from '../people/colleagues';
import { companionship, directCare, houseOnly } from '../people/wording';
import { addressOf } from '../staff-by-sector/employed';
import type { Category, Email, OrganisationCode, TeamCode } from '../types';

/** In whose manner a helper writes. */
export type Manner = 'nurse' | 'therapist' | 'practice' | 'social' | 'mind' | 'careWorker' | 'friendly' | 'home' | 'money' | 'lifts' | 'carers';

export interface Helper {
  organisation: OrganisationCode;
  team?: TeamCode;
  worker: Email;
  does: string[];
  categories: Category[];
  manner: Manner;
}

const helper = (
  organisation: OrganisationCode, team: TeamCode | undefined, worker: Email, manner: Manner, categories: Category[], ...does: string[]
): Helper => ({ organisation, ...(team ? { team } : {}), worker, manner, categories, does });

const { helen, sunil, marcia, tamsin, joel, bernadette, idris, priya, callum, zofia, yusuf, jo, adaeze, pete, omar } = colleagues;
const { gary, steph, delphine, joan, shanelle, rory, colin, val, sheila, selam, abi, naomi } = colleagues;
const medical: Category[] = [...directCare, 'mental_health'];
const dev = addressOf('Dev Rana', 'KESTREL');
const tom = addressOf('Tom Iqbal', 'CARERS-LANTERN');
const atHome: Category[] = ['identity', 'about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'];

/** Those who help the other 288, and as what. */
export const helpers = {
  helen: helper('WEIRSIDE-MP', 'WEIRSIDE-PRACTICE', helen, 'practice', medical, 'Doctor'),
  sunil: helper('WEIRSIDE-MP', 'WEIRSIDE-PRACTICE', sunil, 'practice', medical, 'Doctor'),
  marcia: helper('WEIRSIDE-MP', 'WEIRSIDE-PRACTICE', marcia, 'practice', medical, 'Long-term conditions', 'Yearly review and bloods'),
  tamsin: helper('BRACKEN-PCN', 'PCN-COORDINATION', tamsin, 'social', directCare, 'Keeps appointments in step'),
  joel: helper('BRACKEN-PCN', 'PCN-COORDINATION', joel, 'friendly', companionship, 'Finds company and things to do'),
  bernadette: helper('MARL-VALLEY', 'DISTRICT-NURSING', bernadette, 'nurse', directCare, 'Community matron'),
  idris: helper('MARL-VALLEY', 'DISTRICT-NURSING', idris, 'nurse', directCare, 'Dressings', 'Injections and dressings'),
  priya: helper('MARL-VALLEY', 'COMMUNITY-THERAPY', priya, 'therapist', directCare, 'Makes the day doable', 'Rails, chairs, kitchen'),
  callum: helper('MARL-VALLEY', 'COMMUNITY-THERAPY', callum, 'therapist', directCare, 'Strength and balance'),
  zofia: helper('MARL-VALLEY', 'COMMUNITY-THERAPY', zofia, 'therapist', directCare, 'Speech and swallowing'),
  yusuf: helper('MARLSHIRE-MHT', 'COMMUNITY-MENTAL-HEALTH', yusuf, 'mind', medical, 'Mental health nurse'),
  jo: helper('MARLSHIRE-CC', 'ADULT-CARE', jo, 'social', [...directCare, 'money'], 'Social worker'),
  adaeze: helper('MARLSHIRE-CC', 'ADULT-CARE', adaeze, 'social', [...directCare, 'money'], 'Social worker'),
  pete: helper('MARLSHIRE-CC', 'ADULT-CARE', pete, 'therapist', directCare, 'Equipment and adaptations'),
  omar: helper('MARLSHIRE-CC', 'CARERS-ASSESSMENT', omar, 'carers', [...companionship, 'social_care'], 'Carer’s assessment'),
  gary: helper('BRACKENBRIDGE-DC', 'HOUSING-OPTIONS', gary, 'home', houseOnly, 'Somewhere better to live'),
  steph: helper('FERNLEA', 'TENANCY-SUPPORT', steph, 'home', houseOnly, 'Repairs', 'Tenancy support'),
  delphine: helper('AGE-WELL', undefined, delphine, 'friendly', companionship, 'Link worker', 'Lunch club and lifts to it'),
  joan: helper('AGE-WELL', undefined, joan, 'friendly', companionship, 'Visits on Wednesdays'),
  shanelle: helper('CARERS-LANTERN', undefined, shanelle, 'carers', [...companionship, 'social_care'], 'Breaks for the carer'),
  tom: helper('CARERS-LANTERN', undefined, tom, 'carers', ['identity', 'circle', 'contacts'], 'Young carers’ club'),
  rory: helper('WARM-HEARTH', undefined, rory, 'home', houseOnly, 'Damp and heating'),
  colin: helper('SALTMARSH', undefined, colin, 'money', ['identity', 'money', 'contacts'], 'Benefits check'),
  val: helper('TALK-AGAIN', undefined, val, 'friendly', companionship, 'Conversation group'),
  sheila: helper('TANDEM', undefined, sheila, 'lifts', ['identity', 'contacts'], 'Lifts to appointments'),
  selam: helper('COMMON-GROUND', undefined, selam, 'friendly', companionship, 'Company and papers'),
  abi: helper('KESTREL', 'HOME-CARE', abi, 'careWorker', atHome, 'Morning call'),
  dev: helper('KESTREL', 'HOME-CARE', dev, 'careWorker', atHome, 'Morning and tea-time calls'),
  naomi: helper('SPEAK-WITH', undefined, naomi, 'friendly', [...companionship, 'social_care'], 'Advocate'),
} satisfies Record<string, Helper>;

export type HelperName = keyof typeof helpers;
