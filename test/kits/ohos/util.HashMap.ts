/** `@ohos.util.HashMap`. */
export { HashMap as default } from '../containers-hash.ts';
