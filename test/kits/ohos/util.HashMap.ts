/** `@ohos.util.HashMap`. */
export { HashMap as default } from '../containers.ts';
