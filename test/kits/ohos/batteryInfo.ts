/** `@ohos.batteryInfo`: the battery of this computer, if it has one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namespace } from '../namespace.ts';

const supplies = '/sys/class/power_supply';
const BatteryChargeState = { NONE: 0, ENABLE: 1, DISABLE: 2, FULL: 3 } as const;
const BatteryPluggedType = { NONE: 0, AC: 1, USB: 2, WIRELESS: 3 } as const;

const states: Readonly<Record<string, number>> = { Charging: 1, Discharging: 2, 'Not charging': 2, Full: 3 };

/** What the kernel says of the first supply of a kind; '' without one. */
function read(kind: string, name: string): string {
  try {
    const folder = readdirSync(supplies)
      .map((each) => join(supplies, each))
      .find((each) => readFileSync(join(each, 'type'), 'utf8').trim() === kind);
    return folder === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
  } catch {
    return '';
  }
}

const battery = (name: string): string => read('Battery', name);

export default namespace('@ohos.batteryInfo', {
  BatteryChargeState,
  BatteryPluggedType,
  BatteryHealthState: { UNKNOWN: 0, GOOD: 1, OVERHEAT: 2, OVERVOLTAGE: 3, COLD: 4, DEAD: 5 },
  BatteryCapacityLevel: {
    LEVEL_FULL: 1,
    LEVEL_HIGH: 2,
    LEVEL_NORMAL: 3,
    LEVEL_LOW: 4,
    LEVEL_WARNING: 5,
    LEVEL_CRITICAL: 6,
    LEVEL_SHUTDOWN: 7,
  },
  get isBatteryPresent(): boolean {
    return battery('status') !== '';
  },
  /** Percent; 0 without a battery, as the next ones. */
  get batterySOC(): number {
    return Number(battery('capacity'));
  },
  get chargingStatus(): number {
    return states[battery('status')] ?? BatteryChargeState.NONE;
  },
  get healthStatus(): number {
    return battery('health') === 'Good' ? 1 : 0;
  },
  get pluggedType(): number {
    return read('Mains', 'online') === '1' ? BatteryPluggedType.AC : BatteryPluggedType.NONE;
  },
  /** Microvolts. */
  get voltage(): number {
    return Number(battery('voltage_now'));
  },
  get technology(): string {
    return battery('technology');
  },
  /** Tenths of a degree Celsius. */
  get batteryTemperature(): number {
    return Number(battery('temp'));
  },
});
