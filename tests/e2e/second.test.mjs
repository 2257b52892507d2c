import {testCases} from './shares.mjs';

testCases(1, 3);
