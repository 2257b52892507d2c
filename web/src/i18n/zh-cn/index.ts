/** Simplified Chinese. */
import type {Messages} from '../messages.js';
import {audience} from './audience.js';
import {club} from './club.js';
import {compare} from './compare.js';
import {customers, dialog} from './customers.js';
import {figures} from './figures.js';
import {forecast} from './forecast.js';
import {frame, steps} from './frame.js';
import {handout} from './handout.js';
import {downloads, health} from './health.js';
import {cleaning, files, match, rejects} from './intake.js';
import {baskets, rewards, rules} from './offers.js';
import {paper} from './paper.js';
import {privacy, reading, start} from './opening.js';
import {program} from './program.js';
import {remarks} from './remarks.js';
import {returns} from './returns.js';
import {segmenting} from './segmenting.js';
import {groups, segments} from './segments.js';
import {since} from './since.js';
import {trouble} from './trouble.js';
import {giving} from './giving.js';
import {week} from './week.js';
import {why} from './why.js';

export const zhCn: Messages = {
  title: 'Regulars',
  frame,
  steps,
  privacy,
  start,
  reading,
  trouble,
  figures,
  segments,
  segmenting,
  since,
  groups,
  compare,
  customers,
  returns,
  forecast,
  dialog,
  baskets,
  rewards,
  program,
  club,
  rules,
  files,
  match,
  cleaning,
  rejects,
  health,
  downloads,
  week,
  why,
  giving,
  audience,
  handout,
  remarks,
  paper,
};
