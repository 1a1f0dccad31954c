/** `@ohos.app.ability.Want`: a plain object; code that makes one with `new` gets an empty one. */
export default class Want {
  parameters: Record<string, unknown> = {};
}
