/** `@ohos.app.ability.wantConstant`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.app.ability.wantConstant', {
  Params: {
    ABILITY_BACK_TO_OTHER_MISSION_STACK: 'ability.params.backToOtherMissionStack',
    ABILITY_RECOVERY_RESTART: 'ohos.aafwk.param.AbilityRecoveryRestart',
    CONTENT_TITLE_KEY: 'ohos.extra.param.key.contentTitle',
    SHARE_ABSTRACT_KEY: 'ohos.extra.param.key.shareAbstract',
    SHARE_URL_KEY: 'ohos.extra.param.key.shareUrl',
    SUPPORT_CONTINUE_PAGE_STACK_KEY: 'ohos.extra.param.key.supportContinuePageStack',
    SUPPORT_CONTINUE_SOURCE_EXIT_KEY: 'ohos.extra.param.key.supportContinueSourceExit',
    SHOW_MODE_KEY: 'ohos.extra.param.key.showMode',
    PARAMS_STREAM: 'ability.params.stream',
  },
  Flags: {
    FLAG_AUTH_READ_URI_PERMISSION: 0x1,
    FLAG_AUTH_WRITE_URI_PERMISSION: 0x2,
    FLAG_AUTH_PERSISTABLE_URI_PERMISSION: 0x40,
    FLAG_INSTALL_ON_DEMAND: 0x800,
    FLAG_START_WITHOUT_TIPS: 0x40000000,
  },
  ShowMode: { WINDOW: 0, EMBEDDED_FULL_SCREEN: 1 },
});
