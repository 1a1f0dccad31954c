import { testFixture } from './fixture.ts';

testFixture('utilities', 27);
