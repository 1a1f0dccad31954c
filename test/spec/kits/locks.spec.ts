import { testFixture } from './fixture.ts';

testFixture('locks', 6);
