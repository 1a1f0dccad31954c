/** `@ohos.app.ability.StartOptions`: how to start an ability. */
export default class StartOptions {
  windowMode?: number;
  displayId?: number;
  withAnimation?: boolean;
  windowLeft?: number;
  windowTop?: number;
  windowWidth?: number;
  windowHeight?: number;
}
