import {testCases} from './shares.mjs';

testCases(2, 3);
