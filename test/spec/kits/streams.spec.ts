import { testFixture } from './fixture.ts';

testFixture('streams', 11);
