import { testFixture } from './fixture.ts';

testFixture('values', 15);
