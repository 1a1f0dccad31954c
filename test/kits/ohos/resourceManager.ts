/** `@ohos.resourceManager`: the numbers of its enums. The manager itself is `context.resourceManager`. */
import { namespace } from '../namespace.ts';

export default namespace('@ohos.resourceManager', {
  Direction: { DIRECTION_VERTICAL: 0, DIRECTION_HORIZONTAL: 1 },
  DeviceType: {
    DEVICE_TYPE_PHONE: 0x00,
    DEVICE_TYPE_TABLET: 0x01,
    DEVICE_TYPE_CAR: 0x02,
    DEVICE_TYPE_PC: 0x03,
    DEVICE_TYPE_TV: 0x04,
    DEVICE_TYPE_WEARABLE: 0x06,
    DEVICE_TYPE_2IN1: 0x07,
  },
  ScreenDensity: {
    SCREEN_SDPI: 120,
    SCREEN_MDPI: 160,
    SCREEN_LDPI: 240,
    SCREEN_XLDPI: 320,
    SCREEN_XXLDPI: 480,
    SCREEN_XXXLDPI: 640,
  },
  ColorMode: { DARK: 0, LIGHT: 1 },
});
