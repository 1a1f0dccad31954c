import { testFixture } from './fixture.ts';

testFixture('taskpool', 24);
