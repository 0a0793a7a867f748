import type { DemonstrationPerson } from '../types';
import { chidi } from './chidi-okafor';
import { dawit } from './dawit-tesfaye';
import { derek } from './derek-hallam';
import { eunJi } from './eun-ji-park';
import { jack } from './jack-bywater';
import { johnny } from './johnny-bywater';
import { lorna } from './lorna-pettifer';
import { margery } from './margery-plumtree-oduya';
import { pat } from './pat-ferncliffe';
import { rasheed } from './rasheed-miah';
import { siobhan } from './siobhan-keane-whitlock';
import { toby } from './toby-arkwright-singh';
import { wanda } from './wanda-kowalczyk-hughes';

/** The twelve stories of the place, which are thirteen people: Jack and Johnny share one. */
export const theTwelve: DemonstrationPerson[] = [
  margery, chidi, siobhan, rasheed, lorna, derek, wanda, toby, eunJi, jack, johnny, dawit, pat,
];
