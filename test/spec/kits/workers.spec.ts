import { testFixture } from './fixture.ts';

testFixture('workers', 6);
