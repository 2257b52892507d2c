import {testCases} from './shares.mjs';

testCases(0, 3);
