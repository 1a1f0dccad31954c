/** placeholder until device-abi exists */
import { skip } from './check.ts';
import type { Check } from './check.ts';
export const deviceAbi: Check = { name: 'device-abi', title: 'Device ABIs', run: async () => skip('none') };
