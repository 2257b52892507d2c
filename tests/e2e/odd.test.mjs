import {testCases} from './halves.mjs';

testCases(1, 2);
