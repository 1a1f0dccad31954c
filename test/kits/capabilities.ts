/** `canIUse`: which of the system's capabilities the host has. */

const capabilities = new Set(
  [
    'Ability.AbilityBase',
    'Ability.AbilityRuntime.AbilityCore',
    'Ability.AbilityRuntime.Core',
    'ArkCompiler.JSVM',
    'ArkUI.ArkUI.Full',
    'BundleManager.BundleFramework.Core',
    'DistributedDataManager.Preferences.Core',
    'DistributedDataManager.RelationalStore.Core',
    'FileManagement.AppFileService',
    'FileManagement.File.FileIO',
    'Global.ResourceManager',
    'HiviewDFX.HiAppEvent',
    'HiviewDFX.HiLog',
    'HiviewDFX.HiProfiler.HiDebug',
    'HiviewDFX.HiTrace',
    'MiscServices.Time',
    'Notification.CommonEvent',
    'Notification.Emitter',
    'PowerManager.BatteryManager.Core',
    'Security.AccessToken',
    'Startup.SystemInfo',
    'Test.UiTest',
    'Utils.Lang',
    'WindowManager.WindowManager.Core',
  ].map((name) => `SystemCapability.${name}`),
);

/** @param name As documented: `SystemCapability.HiviewDFX.HiLog`. */
export function canIUse(name: string): boolean {
  return capabilities.has(name);
}
