import { testFixture } from './fixture.ts';

testFixture('containers', 19);
