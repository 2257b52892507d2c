import {testCases} from './halves.mjs';

testCases(0, 2);
