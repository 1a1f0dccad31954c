/** What abilities are started with, and what they answer. */

/** Which ability to start, and with what. */
export interface Want {
  deviceId?: string;
  bundleName?: string;
  moduleName?: string;
  abilityName?: string;
  action?: string;
  entities?: string[];
  uri?: string;
  type?: string;
  flags?: number;
  parameters?: Record<string, unknown>;
}

/** What an ability gives back to the one that started it. */
export interface AbilityResult {
  resultCode: number;
  want?: Want;
}

/** Why an ability was started. */
export interface LaunchParam {
  launchReason: number;
  lastExitReason: number;
}
